// The counts of a hunt (the service queries Elasticsearch): hours of log sources, fields of days, volumes of days.
import { entityKey, type Vendor } from '../../mappings/entities/key.ts'
import { dayMs, hourMs } from '../../mappings/kernel/durations.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import type { EntityEvent } from '../entity-store/entity-event.ts'
import type { Subject } from '../entity-store/subject.ts'
import { compilePresence } from './field-presence.ts'
import { type EventReference, mostEvents, referenceTo } from './finding.ts'
import type { FieldCount, LogSource, Measure, UsualVolume, UsualWeeks, Volume } from './history.ts'
import { leastPastMs, pastMs, peaksMs, type Span, weekMs } from './settings.ts'

/** Items ordered by time. Most items arrive in order; late items are inserted at their position. */
export class Timeline<T> {
  readonly #times: number[] = []
  readonly #things: T[] = []

  add(at: number, thing: T): void {
    const place = this.#after(at)
    this.#times.splice(place, 0, at)
    this.#things.splice(place, 0, thing)
  }

  has(at: number): boolean {
    return this.#times[this.#after(at) - 1] === at
  }

  within({ from, until }: Span): T[] {
    return this.#things.slice(this.#after(from), this.#after(until))
  }

  forget(until: number): T[] {
    const end = this.#after(until)
    this.#times.splice(0, end)
    return this.#things.splice(0, end)
  }

  #after(at: number): number {
    const last = this.#times.at(-1)
    if (last === undefined || last <= at) return this.#times.length
    let low = 0
    let high = this.#times.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#times[middle] as number) <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The dataset of calls to Google Cloud: these calls are not data of an account. */
export const cloudCalls = 'gcp.audit'

const dayOf = (time: number): number => Math.floor(time / dayMs) * dayMs

type LogSourceKey = Omit<LogSource, 'hours' | 'since'>

/** Hours in which each log source had documents with an act on an application. */
export class LogSourceTally {
  readonly #logSources = new Map<string, LogSourceKey & { readonly hours: Timeline<number>; since?: number }>()

  see({ vendor, tenant, dataset, at, document }: Subject): void {
    const provider = document.event.provider ?? ''
    const { created } = document.event
    const logSource = { vendor, tenant, dataset, provider }
    this.add(logSource, Math.floor(at / hourMs) * hourMs, created === undefined ? undefined : Date.parse(created))
  }

  /** Adds the start of an hour and the arrival of a record in it, in epoch milliseconds. Repetition has no effect. */
  add({ vendor, tenant, dataset, provider }: LogSourceKey, hour: number, arrived?: number): void {
    const key = entityKey(vendor, tenant, dataset, provider)
    const logSource = lookedUp(this.#logSources, key, () => ({
      vendor,
      tenant,
      dataset,
      provider,
      hours: new Timeline<number>(),
    }))
    if (!logSource.hours.has(hour)) logSource.hours.add(hour, hour)
    if (arrived !== undefined) logSource.since = Math.min(arrived, logSource.since ?? arrived)
  }

  within(span: Span): LogSource[] {
    return [...this.#logSources.values()].map((logSource) => ({ ...logSource, hours: logSource.hours.within(span) }))
  }

  forget(until: number): void {
    for (const { hours } of this.#logSources.values()) hours.forget(until)
  }
}

interface FieldDay {
  documents: number
  /** In the order of the dataset's fields. */
  readonly having: number[]
}

/** Compiled once for all runs with the same rules: the content proof makes thousands of runs. */
const presence = new WeakMap<readonly string[], ReturnType<typeof compilePresence>>()

/** How many documents of each day had each field that rules read. */
export class FieldTally {
  readonly #fields: ReadonlyMap<
    string,
    { readonly names: readonly string[]; readonly presentIn: ReturnType<typeof compilePresence> }
  >
  readonly #logSources = new Map<
    string,
    { readonly vendor: Vendor; readonly tenant: string; readonly dataset: string; readonly days: Map<number, FieldDay> }
  >()

  constructor(fields: ReadonlyMap<string, readonly string[]>) {
    this.#fields = new Map(
      [...fields].map(([dataset, names]) => [
        dataset,
        { names, presentIn: lookedUp(presence, names, () => compilePresence(names)) },
      ]),
    )
  }

  see({ vendor, tenant, dataset, at, document }: Subject): void {
    const fields = this.#fields.get(dataset)
    if (fields === undefined) return
    const key = entityKey(vendor, tenant, dataset)
    const logSource = lookedUp(this.#logSources, key, () => ({ vendor, tenant, dataset, days: new Map() }))
    const day = dayOf(at)
    const counts = lookedUp(logSource.days, day, () => ({ documents: 0, having: fields.names.map(() => 0) }))
    counts.documents++
    for (const i of fields.presentIn(document)) counts.having[i] = (counts.having[i] ?? 0) + 1
  }

  on(day: number): FieldCount[] {
    return [...this.#logSources.values()].flatMap(({ vendor, tenant, dataset, days }) => {
      const today = days.get(day)
      if (today === undefined) return []
      const lastWeek = days.get(day - weekMs)
      const before = [...days].filter(([each]) => each < day && each >= day - pastMs).map(([, counts]) => counts)
      const sum = (of: (counts: FieldDay) => number) => before.reduce((total, counts) => total + of(counts), 0)
      return (this.#fields.get(dataset)?.names ?? []).map((field, i) => ({
        vendor,
        tenant,
        dataset,
        field,
        documents: today.documents,
        having: today.having[i] ?? 0,
        documentsBefore: sum(({ documents }) => documents),
        havingBefore: sum(({ having }) => having[i] ?? 0),
        havingLastWeek: lastWeek?.having[i] ?? 0,
      }))
    })
  }
}

interface Taken extends Volume {
  messages: number
  readonly amounts: { items: number; bytes: number }
  /** By kind of data. */
  readonly events: Map<string, EventReference[]>
}

/** The data that an application took from all accounts in one day. */
interface DayTotal extends Record<Measure, number> {
  accounts: number
}

/** Usual volume: mean of the last weeks, peak of the last months except the last two weeks (a recent intruder). */
export function usualOf(
  days: readonly (DayTotal & { readonly day: number })[],
  until: number,
): UsualVolume | undefined {
  const total = { items: 0, bytes: 0, accounts: 0 }
  const peak = { items: 0, bytes: 0 }
  let recent = 0
  for (const { day, items, bytes, accounts } of days) {
    if (day >= until || day < until - peaksMs) continue
    if (day < until - leastPastMs) {
      peak.items = Math.max(peak.items, items / accounts)
      peak.bytes = Math.max(peak.bytes, bytes / accounts)
    }
    if (day < until - pastMs) continue
    recent++
    total.items += items
    total.bytes += bytes
    total.accounts += accounts
  }
  if (recent === 0) return undefined
  return { days: recent, mean: { items: total.items / total.accounts, bytes: total.bytes / total.accounts }, peak }
}

/** The whole weeks (counted from 1970) in recent months, excluding the last two weeks. */
export function weeksBefore(day: number): Span {
  return {
    from: Math.ceil((day - peaksMs) / weekMs) * weekMs,
    until: Math.floor((day - leastPastMs) / weekMs) * weekMs,
  }
}

export function usualWeeksOf(items: readonly number[]): UsualWeeks {
  return { weeks: items.length, most: Math.max(0, ...items) }
}

/** Returns the first events of each kind of data, in equal numbers. */
export function firstOfEach(kinds: readonly (readonly EventReference[])[]): EventReference[] {
  const each = Math.ceil(mostEvents / kinds.length)
  return kinds.flatMap((events) => events.slice(0, each)).sort((a, b) => (isBefore(a, b) ? -1 : 1))
}

/** Compares events by time, because a volume lists its first events. */
function isBefore(a: EventReference, b: EventReference): boolean {
  const [first, second] = [a['@timestamp'], b['@timestamp']]
  return first < second || (first === second && (a.id ?? '') < (b.id ?? ''))
}

function addFirst(list: EventReference[], event: EntityEvent): void {
  const last = list[mostEvents - 1]
  // Most events come in their order, after those that are listed.
  if (last !== undefined && (event.document['@timestamp'] ?? '') > last['@timestamp']) return
  const added = referenceTo(event)
  let place = list.length
  while (place > 0 && isBefore(added, list[place - 1] as EventReference)) place--
  if (place >= mostEvents) return
  list.splice(place, 0, added)
  if (list.length > mostEvents) list.pop()
}

/** Counts the data that each application read from each account on each day. */
export class VolumeTally {
  readonly #days = new Map<number, Map<string, Taken>>()
  readonly #totals = new Map<string, Map<number, DayTotal>>()
  /** The items of each week. */
  readonly #weeks = new Map<string, Map<number, number>>()

  see(event: EntityEvent, { vendor, tenant, dataset, at, document }: Subject): void {
    const app = document.service?.id
    if (app === undefined) return
    const account = document.oauth?.account?.name ?? ''
    const key = entityKey(vendor, tenant, dataset, app, account)
    const day = dayOf(at)
    const taken = lookedUp(this.#days, day, () => new Map<string, Taken>())
    const totals = lookedUp(this.#totals, entityKey(vendor, tenant, dataset, app), () => new Map<number, DayTotal>())
    const total = lookedUp(totals, day, () => ({ items: 0, bytes: 0, accounts: 0 }))
    const volume = lookedUp(taken, key, () => {
      total.accounts++
      return { vendor, tenant, dataset, app, account, amounts: { items: 0, bytes: 0 }, messages: 0, events: new Map() }
    })
    const { items, bytes, kind = '' } = document.oauth?.activity ?? {}
    // A record without an item count represents one item.
    for (const amounts of [volume.amounts, total]) {
      amounts.items += items ?? 1
      amounts.bytes += bytes ?? 0
    }
    if (kind === 'mail') volume.messages += items ?? 1
    const weeks = lookedUp(this.#weeks, key, () => new Map<number, number>())
    const week = Math.floor(at / weekMs) * weekMs
    weeks.set(week, (weeks.get(week) ?? 0) + (items ?? 1))
    addFirst(
      lookedUp(volume.events, kind, () => []),
      event,
    )
  }

  on(day: number, least: Readonly<Record<Measure, number>>): Volume[] {
    return [...(this.#days.get(day)?.values() ?? [])].filter(
      ({ amounts }) => amounts.items >= least.items || amounts.bytes >= least.bytes,
    )
  }

  usual({ vendor, tenant, dataset, app }: Volume, day: number): UsualVolume | undefined {
    const days = this.#totals.get(entityKey(vendor, tenant, dataset, app)) ?? new Map<number, DayTotal>()
    return usualOf(
      [...days].map(([each, total]) => ({ day: each, ...total })),
      day,
    )
  }

  usualWeeks({ vendor, tenant, dataset, app, account }: Volume, day: number): UsualWeeks {
    const { from, until } = weeksBefore(day)
    const weeks = this.#weeks.get(entityKey(vendor, tenant, dataset, app, account)) ?? []
    return usualWeeksOf([...weeks].filter(([week]) => week >= from && week < until).map(([, items]) => items))
  }

  messagesIn(volume: Volume, day: number): number {
    return this.#taken(volume, day)?.messages ?? 0
  }

  eventsOf(volume: Volume, day: number): readonly EventReference[] {
    return firstOfEach([...(this.#taken(volume, day)?.events.values() ?? [])])
  }

  #taken({ vendor, tenant, dataset, app, account }: Volume, day: number): Taken | undefined {
    return this.#days.get(day)?.get(entityKey(vendor, tenant, dataset, app, account))
  }

  /** Forgets the volumes of days before a given day. Keeps the totals of earlier days and weeks for comparison. */
  forget(before: number): void {
    for (const day of this.#days.keys()) if (day < before) this.#days.delete(day)
    for (const periods of [...this.#totals.values(), ...this.#weeks.values()])
      for (const period of periods.keys()) if (period < before - peaksMs) periods.delete(period)
  }
}
