// The data that an application with alerts took, and its description in words.
import { cut } from '../report/kept.ts'
import type { Capped } from '../report/limits.ts'
import { count, list, size } from '../report/words.ts'
import type { TakenItem } from './taken-items.ts'

/** The kinds of items, each with its word in the singular, in the order of the table columns and of sentences. */
export const itemKinds = [
  // Read, written, deleted or exported.
  ['messages', 'message'],
  // Sent messages are not data taken, but show the acts of the application.
  ['sent', 'sent message'],
  // Mail folders that were synchronized as a whole.
  ['folders', 'synced folder'],
  ['files', 'file'],
  ['chats', 'chat'],
  ['entries', 'calendar item'],
  // Each call counts as one item.
  ['calls', 'API call'],
  // Items that the records count without a name.
  ['unnamed', 'unnamed item'],
] as const

/** The items that evidence.csv lists. */
export const listedItems = list(
  itemKinds.filter(([kind]) => kind !== 'sent' && kind !== 'unnamed').map(([, what]) => what),
)

export type ItemKind = (typeof itemKinds)[number][0]

/** Items and their size. Each item counts once, even if several records contain it. */
type TakenCounts = Readonly<Record<ItemKind | 'bytes', number>>

/** Counts that may be lower limits, because there were too many distinct values, the log left out records, or some records could not be read. */
export interface LimitedCounts extends TakenCounts {
  readonly atLeast: boolean
}

/** A part of the data that an application took. */
export interface PartTaken extends LimitedCounts {
  readonly first: string
  readonly last: string
}

/** The number of records per ten minutes, by the time of the first (ISO 8601 in UTC). */
export type Uses = ReadonlyMap<string, number>

/** The data of one account that the application took, from one mailbox or outside mailboxes. */
export interface HolderTaken extends PartTaken {
  readonly account: string
  readonly mailbox: string
  readonly uses: Uses
}

/** The data that the application took through one network. */
export interface NetworkTaken extends PartTaken {
  /** The provider, or else the range of the address; empty if the records contain neither. */
  readonly network: string
  /** Whether the network was new to the application, or to the user of a client of the vendor; `first` for the first network of all. */
  readonly isNew: boolean | 'first'
}

/** One of the first items, as evidence.csv lists them. New networks precede others; files and subjects precede IDs: a reader understands them. */
export interface ItemTaken {
  readonly at: string
  readonly type: TakenItem['type']
  readonly item: string
  readonly subject: string
  readonly account: string
  /** `oauth.activity.access`, or a download. */
  readonly access: string
}

/** The first network of an application in all records, including those that filters leave out: a later network may be new. */
export interface FirstUse extends Pick<NetworkTaken, 'network' | 'first' | 'isNew'> {
  /** Networks that were new later: their records name the age of a network only for a week. */
  readonly newLater: Set<string>
}

export interface DataTaken extends PartTaken {
  readonly accounts: number
  readonly mailboxes: number
  /** The first accounts, in the order in which their data was used, and the number of other accounts. */
  readonly holders: Capped<HolderTaken>
  readonly networks: Capped<NetworkTaken>
  /** The part of the totals from networks that were new to the application, without its first network. */
  readonly fromNew: LimitedCounts
  readonly firstUse: FirstUse
  /** By the kind of data: mail, files, chats … */
  readonly kinds: ReadonlyMap<string, Uses>
  /** Of the totals: after the access to the data of the account ended. */
  readonly afterEnd?: PartTaken
  readonly items: Capped<ItemTaken>
}

export function countsInWords(counts: LimitedCounts): string {
  const kinds = itemKinds.filter(([kind]) => counts[kind] > 0).map(([kind, what]) => count(counts[kind], what))
  return `${counts.atLeast ? 'at least ' : ''}${list(kinds)}${counts.bytes > 0 ? ` (${size(counts.bytes)})` : ''}`
}

/** `120 messages and 1 file (5.2 MB) of 1 account, including "a.xlsx"; 20 messages from 2 networks that were new to the application; 3 messages after its access should have ended`: a lawyer asks for this first. */
export function takenInWords({ accounts, items, networks, fromNew, afterEnd, ...counts }: DataTaken): string {
  const of = accounts === 0 ? '' : ` of ${count(accounts, 'account')}`
  const recent = networks.shown.filter(({ isNew }) => isNew === true).length
  const apart =
    recent === 0
      ? ''
      : `; ${itemKinds.every(([kind]) => fromNew[kind] === counts[kind]) ? 'all' : countsInWords(fromNew)} from ${count(recent, 'network')} that ${recent === 1 ? 'was' : 'were'} new to the application`
  const late = afterEnd === undefined ? '' : `; ${countsInWords(afterEnd)} after its access should have ended`
  return `${countsInWords(counts)}${of}${namesOf(items)}${apart}${late}`
}

const mostNames = 3
const longestName = 60

/** The ID of a folder, which some records have in place of its path. */
const folderId = /^[\w+/=-]{40,}$/

export function nameOf({ type, item, subject }: Pick<ItemTaken, 'type' | 'item' | 'subject'>): string | undefined {
  if (subject !== '') return subject
  if (type === 'folder') return folderId.test(item) ? undefined : item
  return type === 'file' ? item.split('/').at(-1) : undefined
}

function namesOf({ shown }: DataTaken['items']): string {
  const named = shown.flatMap((item) => nameOf(item) ?? [])
  const calls = shown.filter(({ type }) => type === 'API call').map(({ item }) => decoded(item))
  const names = [...new Set(named.length > 0 ? named : calls)]
  const more = names.length > mostNames ? ' and others' : ''
  // A call with a search already contains quotation marks.
  const inQuotes = (name: string) => (name.includes('"') ? name : `"${name}"`)
  const quoted = names.slice(0, mostNames).map((name) => inQuotes(cut(name, longestName)))
  return names.length === 0 ? '' : `, including ${more === '' ? list(quoted) : quoted.join(', ') + more}`
}

/** Returns a call or a URL in readable form, without the server. Keeps the parameters, which contain the search. */
export function decoded(call: string): string {
  const short = call.replace(/https:\/\/[^/]+/, '')
  try {
    return decodeURIComponent(short)
  } catch {
    return short
  }
}
