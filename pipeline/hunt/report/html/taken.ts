// The data that one application took: by network, by account, and the first items.
import type { DataTaken } from '../../evidence/data-taken.ts'
import { limits } from '../limits.ts'
import { holderColumns, networkColumns } from '../tables.ts'
import { andMore, moment, sharedTable, table } from './elements.ts'
import { code, escaped, html, type Markup } from './markup.ts'

export function takenTables({ holders, networks, items }: DataTaken): Markup {
  return html`${sharedTable(networks.shown, networkColumns, andMore(networks.more, 'records from other networks: see evidence.csv'))}${sharedTable(holders.shown, holderColumns, andMore(holders.more, 'records of further accounts: see evidence.csv'))}${
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
