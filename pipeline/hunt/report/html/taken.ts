// The data that one application took: by network, by account, and the first items.
import { type DataTaken, itemKinds, type PartTaken } from '../../evidence/data-taken.ts'
import { limits } from '../limits.ts'
import { size, thousands } from '../words.ts'
import { andMore, type Column, moment, table } from './elements.ts'
import { code, escaped, html, type Markup } from './markup.ts'

export const partColumns: readonly Column<PartTaken & { readonly atLeast?: boolean }>[] = [
  ...itemKinds.map(([kind, what]): (typeof partColumns)[number] => ({
    title: `${what}s`,
    kind: 'figure',
    cell: ({ [kind]: number, atLeast }) => `${atLeast === true ? '≥ ' : ''}${thousands(number)}`,
  })),
  { title: 'size', kind: 'figure', cell: ({ bytes }) => bytes > 0 && size(bytes) },
  { title: 'first', cell: ({ first }) => moment(first) },
  { title: 'last', cell: ({ last }) => moment(last) },
]

export function takenTables({ holders, networks, items }: DataTaken): Markup {
  return html`${table(
    networks.shown,
    [
      { title: 'from network', kind: 'wide', cell: ({ network }) => escaped(network || 'not named', limits.name) },
      {
        title: 'new to the application',
        cell: ({ isNew }) => (isNew === true ? html`<strong>new</strong>` : isNew && 'first'),
      },
      ...partColumns,
    ],
    andMore(networks.more, 'records from other networks: see evidence.csv'),
  )}${table(
    holders.shown,
    [
      { title: 'account', kind: 'wide', cell: ({ account }) => escaped(account || 'not named', limits.id) },
      { title: 'mailbox', cell: ({ mailbox }) => mailbox !== '' && escaped(mailbox, limits.id) },
      ...partColumns,
    ],
    andMore(holders.more, 'records of further accounts: see evidence.csv'),
  )}${
    items.shown.length > 0 &&
    table(
      items.shown,
      [
        { title: 'time', cell: ({ at }) => moment(at) },
        { title: 'type', cell: ({ type }) => type },
        { title: 'access', cell: ({ access }) => access },
        { title: 'item', kind: 'wide', cell: ({ item }) => code(item, limits.id) },
        { title: 'subject', cell: ({ subject }) => escaped(subject, limits.name) },
        { title: 'account', cell: ({ account }) => escaped(account, limits.id) },
      ],
      andMore(items.more, 'items: see evidence.csv'),
    )
  }`
}
