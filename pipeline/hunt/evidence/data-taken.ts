// How much each application with alerts took, counted while its records come by.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import type { Capped } from '../report/limits.ts'
import { count, list, size } from '../report/words.ts'
import { accountOf, mailboxOf, type TakenItem } from './taken-items.ts'

/** Different values that are kept of all applications together. */
const mostValues = 500_000

/** Accounts of one application, hours of use and items that a report shows. */
const mostHolders = 50
const mostHours = 750
const mostItems = 30

interface TakenCounts {
  readonly messages: number
  /** Mail folders that were synchronized as a whole. */
  readonly folders: number
  readonly files: number
  readonly chats: number
  readonly calls: number
  /** Items that the records count without a name. */
  readonly unnamed: number
  readonly bytes: number
  readonly first: string
  readonly last: string
}

/** What an application took of one account, in one mailbox or outside mailboxes. */
export interface HolderTaken extends TakenCounts {
  readonly account: string
  readonly mailbox: string
  /** Records in each hour, by its beginning (ISO 8601 in UTC). */
  readonly hours: ReadonlyMap<string, number>
}

/** One of the first items, as evidence.csv lists them. */
export interface ItemTaken {
  readonly at: string
  readonly type: TakenItem['type']
  readonly item: string
  readonly subject: string
  readonly account: string
}

/** Totals of one application. Where `atLeast` is true, there were more different values than could be kept. */
export interface DataTaken extends TakenCounts {
  readonly accounts: number
  readonly mailboxes: number
  readonly atLeast: boolean
  /** The first accounts, in the order in which their data was used, and how many more there are. */
  readonly holders: Capped<HolderTaken>
  readonly items: Capped<ItemTaken>
}

type Holder = { -readonly [Name in keyof HolderTaken]: HolderTaken[Name] } & { readonly hours: Map<string, number> }

interface Totals {
  readonly accounts: Set<string>
  readonly mailboxes: Set<string>
  readonly messages: Set<string>
  readonly folders: Set<string>
  readonly files: Set<string>
  readonly chats: Set<string>
  calls: number
  unnamed: number
  bytes: number
  readonly first: string
  last: string
  atLeast: boolean
  readonly holders: Map<string, Holder>
  moreHolders: number
  readonly items: ItemTaken[]
  moreItems: number
}

const sets = { message: 'messages', folder: 'folders', file: 'files', chat: 'chats' } as const

/** Items are counted once for each record here: the totals of an application count each item once. */
const counters = { ...sets, 'API call': 'calls', other: 'unnamed' } as const

/** `121 messages and 1 file (5.2 MB) of 1 account`: the answer to the first question of a lawyer. */
export function takenInWords({
  messages,
  folders,
  files,
  chats,
  calls,
  unnamed,
  bytes,
  accounts,
  atLeast,
}: DataTaken): string {
  const counts = [
    [messages, 'message'],
    [folders, 'synchronized folder'],
    [files, 'file'],
    [chats, 'chat'],
    [calls, 'API call'],
    [unnamed, 'unnamed item'],
  ] as const
  const what = list(counts.filter(([number]) => number > 0).map(([number, what]) => count(number, what)))
  const of = accounts === 0 ? '' : ` of ${count(accounts, 'account')}`
  return `${atLeast ? 'at least ' : ''}${what}${bytes > 0 ? ` (${size(bytes)})` : ''}${of}`
}

export class DataTotals {
  readonly #apps = new Map<string, Totals>()
  #left = mostValues

  /** Takes the items of a record of an application. Records come in order of time. */
  add(app: string, document: EcsDocument, items: readonly TakenItem[]): void {
    const at = document['@timestamp'] ?? ''
    const known = this.#apps.get(app)
    const totals = known ?? empty(at)
    if (known === undefined) this.#apps.set(app, totals)
    totals.last = at
    totals.bytes += document.oauth?.activity?.bytes ?? 0
    this.#keep(totals, 'accounts', accountOf(document.oauth))
    this.#keep(totals, 'mailboxes', mailboxOf(document))
    addHolder(totals, document, items)
    for (const { type, item, subject } of items) {
      if (item === '') continue
      if (totals.items.length >= mostItems) totals.moreItems++
      else totals.items.push({ at, type, item, subject, account: accountOf(document.oauth) })
    }
    for (const { type, item, number = 1 } of items) {
      if (type === 'API call' || type === 'other') totals[counters[type]] += number
      else this.#keep(totals, sets[type], type === 'folder' ? `${mailboxOf(document)} ${item}` : item)
    }
  }

  #keep(
    totals: Totals,
    name: 'accounts' | 'mailboxes' | 'messages' | 'folders' | 'files' | 'chats',
    value: string,
  ): void {
    const values = totals[name]
    if (value === '' || values.has(value)) return
    if (this.#left === 0) {
      totals.atLeast = true
      return
    }
    this.#left--
    values.add(value)
  }

  of(app: string): DataTaken | undefined {
    const totals = this.#apps.get(app)
    if (totals === undefined) return undefined
    const { accounts, mailboxes, messages, folders, files, chats, holders, moreHolders, items, moreItems, ...rest } =
      totals
    return {
      holders: { shown: [...holders.values()], more: moreHolders },
      items: { shown: items, more: moreItems },
      ...rest,
      accounts: accounts.size,
      mailboxes: mailboxes.size,
      messages: messages.size,
      folders: folders.size,
      files: files.size,
      chats: chats.size,
    }
  }
}

function empty(at: string): Totals {
  return {
    accounts: new Set(),
    mailboxes: new Set(),
    messages: new Set(),
    folders: new Set(),
    files: new Set(),
    chats: new Set(),
    calls: 0,
    unnamed: 0,
    bytes: 0,
    first: at,
    last: at,
    atLeast: false,
    holders: new Map(),
    moreHolders: 0,
    items: [],
    moreItems: 0,
  }
}

function addHolder(totals: Totals, document: EcsDocument, items: readonly TakenItem[]): void {
  const at = document['@timestamp'] ?? ''
  const account = accountOf(document.oauth)
  const mailbox = mailboxOf(document)
  const key = `${account}\0${mailbox}`
  let holder = totals.holders.get(key)
  if (holder === undefined) {
    if (totals.holders.size >= mostHolders) {
      totals.moreHolders++
      return
    }
    const counts = { messages: 0, folders: 0, files: 0, chats: 0, calls: 0, unnamed: 0, bytes: 0 }
    holder = { account, mailbox, ...counts, first: at, last: at, hours: new Map() }
    totals.holders.set(key, holder)
  }
  holder.last = at
  holder.bytes += document.oauth?.activity?.bytes ?? 0
  for (const { type, number = 1 } of items) holder[counters[type]] += number
  const hour = `${at.slice(0, 13)}:00:00.000Z`
  if (holder.hours.has(hour) || holder.hours.size < mostHours) holder.hours.set(hour, (holder.hours.get(hour) ?? 0) + 1)
}
