// How much each application with alerts took, counted while its records come by.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { cut } from '../report/kept.ts'
import type { Capped } from '../report/limits.ts'
import { count, list, size } from '../report/words.ts'
import { accountOf, mailboxOf, type TakenItem } from './taken-items.ts'

/** Different values that are kept of all applications together. */
const mostValues = 500_000

/** Accounts of one application, hours of use and items that a report shows. */
const mostHolders = 50
const mostHours = 750
const mostItems = 30

/** Items and their size: each item once, however often records name it. */
interface TakenCounts {
  /** Read, written, deleted or exported. */
  readonly messages: number
  /** Messages that it sent: these are not data taken, and show what it did. */
  readonly sent: number
  /** Mail folders that were synchronized as a whole. */
  readonly folders: number
  readonly files: number
  readonly chats: number
  /** Each call by itself. */
  readonly calls: number
  /** Items that the records count without a name. */
  readonly unnamed: number
  readonly bytes: number
}

/** What an application took of one account, in one mailbox or outside mailboxes. */
export interface HolderTaken extends TakenCounts {
  readonly account: string
  readonly mailbox: string
  readonly first: string
  readonly last: string
  /** Records in each hour, by its beginning (ISO 8601 in UTC). */
  readonly hours: ReadonlyMap<string, number>
}

/** One of the first items, as evidence.csv lists them. Files and subjects precede IDs: a reader understands them. */
export interface ItemTaken {
  readonly at: string
  readonly type: TakenItem['type']
  readonly item: string
  readonly subject: string
  readonly account: string
  /** `oauth.activity.access`. */
  readonly access: string
}

/** Totals of one application. Where `atLeast` is true, there were more different values than could be kept. */
export interface DataTaken extends TakenCounts {
  readonly accounts: number
  readonly mailboxes: number
  readonly first: string
  readonly last: string
  readonly atLeast: boolean
  /** The first accounts, in the order in which their data was used, and how many more there are. */
  readonly holders: Capped<HolderTaken>
  readonly items: Capped<ItemTaken>
}

const counters = {
  message: 'messages',
  folder: 'folders',
  file: 'files',
  chat: 'chats',
  'API call': 'calls',
  other: 'unnamed',
} as const

function counterOf(type: TakenItem['type'], item: string, { oauth }: EcsDocument): keyof Omit<TakenCounts, 'bytes'> {
  if (item === '') return 'unnamed'
  return type === 'message' && oauth?.activity?.access === 'send' ? 'sent' : counters[type]
}

/** `120 messages, 1 sent message and 1 file (5.2 MB) of 1 account, including passwords.xlsx`: the answer to the first question of a lawyer. */
export function takenInWords({
  messages,
  sent,
  folders,
  files,
  chats,
  calls,
  unnamed,
  bytes,
  accounts,
  atLeast,
  items,
}: DataTaken): string {
  const counts = [
    [messages, 'message'],
    [sent, 'sent message'],
    [folders, 'synchronized folder'],
    [files, 'file'],
    [chats, 'chat'],
    [calls, 'API call'],
    [unnamed, 'unnamed item'],
  ] as const
  const what = list(counts.filter(([number]) => number > 0).map(([number, what]) => count(number, what)))
  const of = accounts === 0 ? '' : ` of ${count(accounts, 'account')}`
  return `${atLeast ? 'at least ' : ''}${what}${bytes > 0 ? ` (${size(bytes)})` : ''}${of}${namesOf(items)}`
}

const mostNames = 3
const longestName = 60

/** The subject of a message, or the name of a file. */
function nameOf({ type, item, subject }: Pick<ItemTaken, 'type' | 'item' | 'subject'>): string | undefined {
  if (subject !== '') return subject
  return type === 'file' ? item.split('/').at(-1) : undefined
}

function namesOf({ shown }: DataTaken['items']): string {
  const names = [...new Set(shown.flatMap((item) => nameOf(item) ?? []))]
  const more = names.length > mostNames ? ' and others' : ''
  const quoted = names.slice(0, mostNames).map((name) => `"${cut(name, longestName)}"`)
  return names.length === 0 ? '' : `, including ${more === '' ? list(quoted) : quoted.join(', ') + more}`
}

/** The values that are left to keep, of all applications together. */
interface Room {
  left: number
}

class Counted {
  readonly #counts = { messages: 0, sent: 0, folders: 0, files: 0, chats: 0, calls: 0, unnamed: 0, bytes: 0 }
  readonly #seen = new Set<string>()
  readonly #room: Room
  atLeast = false

  constructor(room: Room) {
    this.#room = room
  }

  get counts(): TakenCounts {
    return this.#counts
  }

  /** Counts the items of a record that are new, with their size. */
  add(document: EcsDocument, items: readonly TakenItem[]): void {
    const fresh = items.filter((item) => this.#isNew(item, document))
    for (const { type, item, number = 1 } of fresh) this.#counts[counterOf(type, item, document)] += number
    const isSized = items.some(({ bytes }) => bytes !== undefined)
    if (isSized) for (const { bytes = 0 } of fresh) this.#counts.bytes += bytes
    else if (fresh.length > 0) this.#counts.bytes += document.oauth?.activity?.bytes ?? 0
  }

  #isNew({ type, item }: TakenItem, document: EcsDocument): boolean {
    if (item === '' || type === 'API call' || type === 'other') return true
    return this.keep(`${type} ${type === 'folder' ? mailboxOf(document) : ''} ${item}`)
  }

  /** Whether a value is new and is kept. */
  keep(value: string): boolean {
    if (this.#seen.has(value)) return false
    if (this.#room.left === 0) {
      this.atLeast = true
      return false
    }
    this.#room.left--
    this.#seen.add(value)
    return true
  }
}

interface Holder extends Pick<HolderTaken, 'account' | 'mailbox' | 'first'> {
  last: string
  readonly hours: Map<string, number>
  readonly counted: Counted
}

/** What is kept of one application. */
class AppTotals {
  readonly #room: Room
  readonly #counted: Counted
  readonly #owners = { accounts: 0, mailboxes: 0 }
  readonly #holders = new Map<string, Holder>()
  #moreHolders = 0
  readonly #items = { named: [] as ItemTaken[], others: [] as ItemTaken[], all: 0 }
  readonly #first: string
  #last = ''

  constructor(room: Room, first: string) {
    this.#room = room
    this.#counted = new Counted(room)
    this.#first = first
  }

  add(document: EcsDocument, items: readonly TakenItem[]): void {
    const at = document['@timestamp'] ?? ''
    const account = accountOf(document.oauth)
    const mailbox = mailboxOf(document)
    this.#last = at
    this.#counted.add(document, items)
    if (account !== '' && this.#counted.keep(`account ${account}`)) this.#owners.accounts++
    if (mailbox !== '' && this.#counted.keep(`mailbox ${mailbox}`)) this.#owners.mailboxes++
    for (const { type, item, subject } of items) {
      if (item === '') continue
      const items = this.#items[nameOf({ type, item, subject }) === undefined ? 'others' : 'named']
      this.#items.all++
      if (items.length < mostItems)
        items.push({ at, type, item, subject, account, access: document.oauth?.activity?.access ?? '' })
    }
    const holder = this.#holder(account, mailbox, at)
    if (holder === undefined) return
    holder.last = at
    holder.counted.add(document, items)
    const hour = `${at.slice(0, 13)}:00:00.000Z`
    if (holder.hours.has(hour) || holder.hours.size < mostHours)
      holder.hours.set(hour, (holder.hours.get(hour) ?? 0) + 1)
  }

  #holder(account: string, mailbox: string, first: string): Holder | undefined {
    const key = `${account}\0${mailbox}`
    const known = this.#holders.get(key)
    if (known !== undefined) return known
    if (this.#holders.size >= mostHolders) {
      this.#moreHolders++
      return undefined
    }
    const holder = { account, mailbox, first, last: first, hours: new Map(), counted: new Counted(this.#room) }
    this.#holders.set(key, holder)
    return holder
  }

  get taken(): DataTaken {
    const holders = [...this.#holders.values()]
    const items = [...this.#items.named, ...this.#items.others].slice(0, mostItems)
    return {
      ...this.#counted.counts,
      ...this.#owners,
      first: this.#first,
      last: this.#last,
      atLeast: [this.#counted, ...holders.map(({ counted }) => counted)].some(({ atLeast }) => atLeast),
      holders: {
        shown: holders.map(({ counted, ...holder }) => ({ ...holder, ...counted.counts })),
        more: this.#moreHolders,
      },
      items: { shown: items, more: this.#items.all - items.length },
    }
  }
}

export class DataTotals {
  readonly #apps = new Map<string, AppTotals>()
  readonly #room: Room = { left: mostValues }

  /** Takes the items of a record of an application. Records come in order of time. */
  add(app: string, document: EcsDocument, items: readonly TakenItem[]): void {
    const totals = this.#apps.get(app) ?? new AppTotals(this.#room, document['@timestamp'] ?? '')
    this.#apps.set(app, totals)
    totals.add(document, items)
  }

  of(app: string): DataTaken | undefined {
    return this.#apps.get(app)?.taken
  }
}
