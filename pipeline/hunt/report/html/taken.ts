// The data that one application took: by account, and the first items.
import type { DataTaken } from '../../evidence/data-taken.ts'
import { limits } from '../limits.ts'
import { size, thousands } from '../words.ts'
import { andMore, moment, table } from './elements.ts'
import { code, escaped, html, type Markup } from './markup.ts'

export function takenTables({ holders, items }: DataTaken): Markup {
  return html`${table(
    holders.shown,
    [
      {
        title: 'account',
        kind: 'wide',
        cell: ({ account }) => escaped(account === '' ? 'not named' : account, limits.id),
      },
      { title: 'mailbox', cell: ({ mailbox }) => mailbox !== '' && escaped(mailbox, limits.id) },
      { title: 'messages', kind: 'figure', cell: ({ messages }) => thousands(messages) },
      { title: 'sent', kind: 'figure', cell: ({ sent }) => thousands(sent) },
      { title: 'synced folders', kind: 'figure', cell: ({ folders }) => thousands(folders) },
      { title: 'files', kind: 'figure', cell: ({ files }) => thousands(files) },
      { title: 'chats', kind: 'figure', cell: ({ chats }) => thousands(chats) },
      { title: 'API calls', kind: 'figure', cell: ({ calls }) => thousands(calls) },
      { title: 'unnamed items', kind: 'figure', cell: ({ unnamed }) => thousands(unnamed) },
      { title: 'size', kind: 'figure', cell: ({ bytes }) => size(bytes) },
      { title: 'first', cell: ({ first }) => moment(first) },
      { title: 'last', cell: ({ last }) => moment(last) },
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
