// The queries of a pass about the past. A hunt answers them from the entity store, the service from Elasticsearch. Both
// use the same queries, so both find the same.
import type { Vendor } from '../../mappings/entities/key.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EntityEvent } from '../entity-store/entity-event.ts'
import type { Lookup } from '../entity-store/lookup.ts'
import type { EntityId } from '../entity-store/store.ts'
import type { EventReference } from './finding.ts'
import type { FindingSettings, Span } from './settings.ts'

/** The IDs of one account, for a query. */
export type AccountOf = Omit<EntityId, 'key'>

/** An account, and a period in which it had ended. */
export interface EndedAccount extends AccountOf {
  readonly while: Span
}

export interface LogSourceId {
  readonly vendor: Vendor
  readonly tenant: string
  readonly dataset: string
}

/** A source of a tenant, with the hours in which it had documents about an act on an application, oldest first. */
export interface LogSource extends LogSourceId {
  readonly provider: string
  /** Start of each hour, in epoch milliseconds. */
  readonly hours: readonly number[]
  /** The arrival time of the first document, in epoch milliseconds; absent if unknown. */
  readonly since?: number
}

/** The number of documents of a dataset with a field: on a day, in the days before, and on the day a week before. */
export interface FieldCount extends LogSourceId {
  readonly field: string
  readonly documents: number
  readonly having: number
  readonly documentsBefore: number
  readonly havingBefore: number
  readonly havingLastWeek: number
}

export type Measure = 'items' | 'bytes'

/** The data of one account that an application read on one day. Several datasets may contain the same use: their numbers are never added. */
export interface Volume extends LogSourceId {
  readonly app: string
  /** Empty if the records contain no account. */
  readonly account: string
  readonly amounts: Readonly<Record<Measure, number>>
}

/** The usual daily volume of an application for one account, over the days with any. */
export interface UsualVolume {
  readonly days: number
  readonly mean: Readonly<Record<Measure, number>>
  /** The busiest day of the last months, except for the last two weeks. */
  readonly peak: Readonly<Record<Measure, number>>
}

/** The weeks in which an application used data of one account, in recent months, excluding the last two weeks. */
export interface UsualWeeks {
  readonly weeks: number
  /** The items of the busiest week. */
  readonly most: number
}

export interface PassOptions {
  readonly history: History
  readonly settings: FindingSettings
  readonly environment: Environment
}

export interface History {
  /** Reads the entity store. `read` may run several times; the last run counts. */
  read<T>(read: (lookup: Lookup) => T): Promise<T>
  /** Accounts that were disabled, suspended, archived or deleted within a span. */
  ends(span: Span): Promise<readonly EntityId[]>
  grantsOf(accounts: readonly AccountOf[]): Promise<readonly EntityId[]>
  /** Applications with a changed number of credentials within a period. */
  credentialChanges(span: Span): Promise<readonly EntityId[]>
  /** Unmarked uses by applications for accounts after their end. Two logs may contain the same use. */
  unmarkedUses(accounts: readonly EndedAccount[]): Promise<readonly EntityEvent[]>
  /** Consents and grants in a span, by click, with the click's other records. Two logs may contain the same record. */
  clicks(span: Span): Promise<readonly (readonly EntityEvent[])[]>
  /** Whether a dataset of a tenant has recorded any of these actions up to a time. */
  hasRecorded(logSource: LogSourceId, actions: readonly string[], until: number): Promise<boolean>
  logSources(span: Span): Promise<readonly LogSource[]>
  /** Counts for the fields that rules read, on the day that begins at a time. */
  fieldCounts(day: number): Promise<readonly FieldCount[]>
  /** Volumes of all applications and accounts on the day that begins at `day`, with at least `least` items or bytes. */
  volumes(day: number, least: Readonly<Record<Measure, number>>): Promise<readonly Volume[]>
  /** The usual volume of an application before a day; undefined if it read nothing. */
  usualVolume(volume: Volume, day: number): Promise<UsualVolume | undefined>
  /** The earlier weeks of the same application and account. */
  usualWeeks(volume: Volume, day: number): Promise<UsualWeeks>
  /** The messages in a volume. */
  messagesIn(volume: Volume, day: number): Promise<number>
  /** The first documents of each kind of data in a volume. */
  eventsOf(volume: Volume, day: number): Promise<readonly EventReference[]>
  /** References to the documents with these `_id`s that still exist. */
  references(ids: readonly string[]): Promise<readonly EventReference[]>
}
