// The totals of the data that each application with alerts took, counted while the hunt reads the records.

import { type EcsDocument, eventTime, type OauthGroup } from '../../../mappings/fields/document.ts'
import { hourMs } from '../../../mappings/kernel/durations.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { accessInWords } from '../../../rules/lib/reason.ts'
import { networksOf } from '../../entity-store/network.ts'
import { newMs } from '../../entity-store/novelty.ts'
import { keptIn } from '../report/kept.ts'
import type { Capped } from '../report/limits.ts'
import {
  type DataTaken,
  type FirstUse,
  type HolderTaken,
  type ItemKind,
  type ItemTaken,
  itemKinds,
  type LimitedCounts,
  type NetworkTaken,
  nameOf,
  type PartTaken,
} from './data-taken.ts'
import { accountOf, mailboxOf, type TakenItem } from './taken-items.ts'
import { UseTimes } from './uses.ts'

/** The maximum number of distinct values for all applications together; each value counts up to four times. */
const mostValues = 1_000_000

/** After this time, a network of an account no longer counts as new. */
const newHours = newMs / hourMs

/** The maximum number of accounts or networks, and of items of one application in a report. */
const mostParts = 50
const mostItems = 30

const counters = {
  message: 'messages',
  folder: 'folders',
  file: 'files',
  chat: 'chats',
  'calendar item': 'entries',
  'API call': 'calls',
  other: 'unnamed',
} as const

function counterOf(type: TakenItem['type'], item: string, { oauth }: EcsDocument): ItemKind {
  if (item === '') return 'unnamed'
  return type === 'message' && oauth?.activity?.access === 'send' ? 'sent' : counters[type]
}

/** The number of values that can still be kept, for all applications together. */
interface Room {
  left: number
  readonly isPartial: boolean
}

/** An item, and the value that identifies it in further records; without this value, each record counts. */
interface Keyed extends TakenItem {
  readonly key?: string
}

function keyed(item: TakenItem, document: EcsDocument): Keyed {
  if (item.item === '' || item.type === 'API call' || item.type === 'other') return item
  return { ...item, key: `${item.type} ${item.type === 'folder' ? mailboxOf(document) : ''} ${item.item}` }
}

class Counted {
  readonly #counts = {
    ...(Object.fromEntries(itemKinds.map(([kind]) => [kind, 0])) as Record<ItemKind, number>),
    bytes: 0,
  }
  readonly #seen = new Set<string>()
  readonly #room: Room
  #atLeast = false

  constructor(room: Room) {
    this.#room = room
    this.#atLeast = room.isPartial
  }

  get taken(): LimitedCounts {
    return { ...this.#counts, atLeast: this.#atLeast }
  }

  /** Counts the items that appear for the first time, with their size, and returns these items. */
  add(document: EcsDocument, items: readonly Keyed[]): readonly Keyed[] {
    if (document.oauth?.activity?.throttled === true) this.#atLeast = true
    const fresh = items.filter(({ key }) => key === undefined || this.keep(key))
    for (const { type, item, number = 1 } of fresh) this.#counts[counterOf(type, item, document)] += number
    const isSized = items.some(({ bytes }) => bytes !== undefined)
    if (isSized) for (const { bytes = 0 } of fresh) this.#counts.bytes += bytes
    else if (fresh.length > 0) this.#counts.bytes += document.oauth?.activity?.bytes ?? 0
    return fresh
  }

  /** Whether a value is new and is kept. */
  keep(value: string): boolean {
    if (this.#seen.has(value)) return false
    if (this.#room.left === 0) {
      this.#atLeast = true
      return false
    }
    this.#room.left--
    this.#seen.add(value)
    return true
  }
}

interface Part<F> {
  readonly facts: F
  readonly first: string
  last: string
  readonly counted: Counted
}

class Parts<F extends object> {
  readonly #parts = new Map<string, Part<F>>()
  readonly #room: Room
  #more = 0

  constructor(room: Room) {
    this.#room = room
  }

  /** Counts a record in the part of a key; undefined if there are too many parts. */
  add(key: string, facts: () => F, document: EcsDocument, items: readonly Keyed[]): F | undefined {
    const at = eventTime(document)
    const begin = () => ({ facts: facts(), first: at, last: at, counted: new Counted(this.#room) })
    const part = keptIn(this.#parts, key, mostParts, begin)
    if (part === undefined) {
      this.#more++
      return undefined
    }
    part.last = at
    part.counted.add(document, items)
    return part.facts
  }

  get taken(): Capped<F & PartTaken> {
    const shown = [...this.#parts.values()].map(({ facts, first, last, counted }) => ({
      ...facts,
      first,
      last,
      ...counted.taken,
    }))
    return { shown, more: this.#more }
  }
}

/** The first network of an application is new, but no change. A client on its users' devices has their networks. */
function isNewIn({ activity, app, account }: OauthGroup, isFirst: boolean): NetworkTaken['isNew'] {
  if (activity?.network_age_hours !== undefined) return true
  const isOfUser = app?.kind === 'native' || activity?.network_new === undefined
  if (isOfUser && (account?.network_new === true || (account?.network_age_hours ?? newHours) < newHours)) return true
  return activity?.network_new === true && (isFirst ? 'first' : true)
}

function networkNameOf({ source }: EcsDocument): string {
  return source?.as?.organization?.name ?? networksOf(source)[0] ?? ''
}

export const firstUseIn = (document: EcsDocument): FirstUse => ({
  network: networkNameOf(document),
  first: eventTime(document),
  isNew: isNewIn(document.oauth ?? {}, true),
  newLater: new Set(),
})

/** The network of a record if it is new to its application, and is not its first one. */
export function newNetworkIn(document: EcsDocument, { network: first }: FirstUse): string | undefined {
  const network = networkNameOf(document)
  return network !== first && isNewIn(document.oauth ?? {}, false) === true ? network : undefined
}

class AppTotals {
  readonly #counted: Counted
  readonly #fromNew: Counted
  readonly #afterEnd: Parts<object>
  readonly #owners = { accounts: 0, mailboxes: 0 }
  readonly #holders: Parts<Pick<HolderTaken, 'account' | 'mailbox'> & { readonly uses: UseTimes }>
  readonly #kinds = new Map<string, UseTimes>()
  readonly #networks: Parts<{ readonly network: string; isNew: NetworkTaken['isNew'] }>
  /** The first items, without duplicates: items from new networks before items from other networks, and items with a name first. */
  readonly #items: readonly Map<string, ItemTaken>[] = [new Map(), new Map(), new Map(), new Map()]
  #allItems = 0
  #unkeyed = 0
  readonly #firstUse: FirstUse
  readonly #first: string
  #last = ''

  constructor(room: Room, first: string, firstUse: FirstUse) {
    this.#counted = new Counted(room)
    this.#fromNew = new Counted(room)
    this.#afterEnd = new Parts(room)
    this.#holders = new Parts(room)
    this.#networks = new Parts(room)
    this.#first = first
    this.#firstUse = firstUse
  }

  add(document: EcsDocument, taken: readonly TakenItem[], isLate: boolean): TakenFrom {
    const at = eventTime(document)
    const items = taken.map((item) => keyed(item, document))
    const account = accountOf(document.oauth)
    const mailbox = mailboxOf(document)
    this.#last = at
    const fresh = this.#counted.add(document, items)
    this.#allItems += fresh.filter(({ item }) => item !== '').length
    if (account !== '' && this.#counted.keep(`account ${account}`)) this.#owners.accounts++
    if (mailbox !== '' && this.#counted.keep(`mailbox ${mailbox}`)) this.#owners.mailboxes++
    const uses = this.#holders.add(
      `${account}\0${mailbox}`,
      () => ({ account, mailbox, uses: new UseTimes() }),
      document,
      items,
    )?.uses
    uses?.count(at)
    const kind = document.oauth?.activity?.kind ?? 'other'
    lookedUp(this.#kinds, kind, () => new UseTimes()).count(at)
    if (isLate) this.#afterEnd.add('', () => ({}), document, items)
    const network = networkNameOf(document)
    const known = { network, isNew: false as NetworkTaken['isNew'] }
    const from = this.#networks.add(network, () => known, document, items) ?? known
    const isFirst = network === this.#firstUse.network
    // The network stays new in the totals: the entity store drops the age of a network after a week. Filters may leave out
    // the first use.
    if (from.isNew !== true)
      from.isNew =
        isNewIn(document.oauth ?? {}, isFirst) ||
        from.isNew ||
        (isFirst ? this.#firstUse.isNew : this.#firstUse.newLater.has(network))
    const listed = from.isNew === true ? this.#fromNew.add(document, items) : fresh
    this.#list(document, account, listed, from.isNew === true)
    return from
  }

  #list(document: EcsDocument, account: string, all: readonly Keyed[], isNew: boolean): void {
    for (const { key = String(this.#unkeyed++), type, item, subject } of all) {
      if (item === '') continue
      if (isNew) for (const known of this.#items) known.delete(key)
      const items = this.#items[(isNew ? 0 : 2) + (nameOf({ type, item, subject }) === undefined ? 1 : 0)]
      if (items !== undefined && items.size < mostItems)
        items.set(key, {
          at: eventTime(document),
          type,
          item,
          subject,
          account,
          access: accessInWords(document),
        })
    }
  }

  get taken(): DataTaken {
    const items = this.#items.flatMap((some) => [...some.values()]).slice(0, mostItems)
    const [afterEnd] = this.#afterEnd.taken.shown
    return {
      ...this.#counted.taken,
      ...(afterEnd !== undefined && { afterEnd }),
      ...this.#owners,
      first: this.#first,
      last: this.#last,
      holders: this.#holders.taken,
      networks: this.#networks.taken,
      fromNew: this.#fromNew.taken,
      firstUse: this.#firstUse,
      kinds: this.#kinds,
      items: { shown: items, more: this.#allItems - items.length },
    }
  }
}

type TakenFrom = Pick<NetworkTaken, 'network' | 'isNew'>

export class DataTotals {
  readonly #apps = new Map<string, AppTotals>()
  readonly #room: Room
  readonly #firstUses: ReadonlyMap<string, FirstUse>

  /** `firstUses` contains the first use of each application in all records; without it, the first record of an application counts as its first use. */
  constructor({ isPartial = false }: Partial<Pick<Room, 'isPartial'>> = {}, firstUses = new Map<string, FirstUse>()) {
    this.#room = { left: mostValues, isPartial }
    this.#firstUses = firstUses
  }

  /** Adds the items of a record of an application, and returns their network. Add records in order of time. `isLate`: after access ended. */
  add(app: string, document: EcsDocument, items: readonly TakenItem[], isLate = false): TakenFrom {
    const make = () => new AppTotals(this.#room, eventTime(document), this.#firstUses.get(app) ?? firstUseIn(document))
    return lookedUp(this.#apps, app, make).add(document, items, isLate)
  }

  of(app: string): DataTaken | undefined {
    return this.#apps.get(app)?.taken
  }
}
