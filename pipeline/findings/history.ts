// What a pass asks of the past. A hunt answers from the entity store, the service from Elasticsearch: the same questions, so that
// both find the same.
import type { Vendor } from '../../mappings/entities/key.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EntityEvent } from '../entity-store/entity-event.ts'
import type { Lookup } from '../entity-store/lookup.ts'
import type { EntityId } from '../entity-store/store.ts'
import type { EventReference } from './finding.ts'
import type { FindingSettings, Span } from './settings.ts'

/** Ids of one account, of which something is asked. */
export interface AccountOf {
  readonly vendor: Vendor
  readonly tenant: string
  readonly ids: readonly string[]
}

/** An account in a span of time in which it had ended. */
export interface EndedAccount extends AccountOf {
  readonly while: Span
}

export interface LogSourceId {
  readonly vendor: Vendor
  readonly tenant: string
  readonly dataset: string
}

/** Documents with an act on an application from one source of a tenant: the hours that had any, oldest first. */
export interface LogSource extends LogSourceId {
  /** The provider of the records (`event.provider`). */
  readonly provider: string
  /** Begin of each hour, epoch milliseconds. */
  readonly hours: readonly number[]
  /** The arrival of the first of them, epoch milliseconds; absent if unknown. */
  readonly since?: number
}

/** How many documents of a dataset had a field: on a day, in the days before, and on the same day of the week before. */
export interface FieldCount extends LogSourceId {
  readonly field: string
  readonly documents: number
  readonly having: number
  readonly documentsBefore: number
  readonly havingBefore: number
  readonly documentsLastWeek: number
  readonly havingLastWeek: number
}

export type Measure = 'items' | 'bytes'

/** The data of one account that an application read on one day. Several datasets may contain the same use: their numbers are never added. */
export interface Volume extends LogSourceId {
  readonly app: string
  /** Empty where the records name none. */
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

/** The inputs of every search for findings. */
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
  /** The grants that are held under ids of accounts. */
  grantsOf(accounts: readonly AccountOf[]): Promise<readonly EntityId[]>
  /** Applications with a changed number of credentials within a period. */
  credentialChanges(span: Span): Promise<readonly EntityId[]>
  /** Uses by applications for accounts after their end, without a mark of it; two logs may contain the same one. */
  unmarkedUses(accounts: readonly EndedAccount[]): Promise<readonly EntityEvent[]>
  /** Consents and grants that happened within a span, with the others of their clicks, by click; two logs may contain the same one. */
  clicks(span: Span): Promise<readonly (readonly EntityEvent[])[]>
  /** Whether a dataset of a tenant has recorded any of these actions up to a time. */
  hasRecorded(logSource: LogSourceId, actions: readonly string[], until: number): Promise<boolean>
  logSources(span: Span): Promise<readonly LogSource[]>
  /** Of the fields that rules read, on the day that begins at a time. */
  fieldCounts(day: number): Promise<readonly FieldCount[]>
  /** Of every application and account on the day that begins at a time, from so many items or bytes on. */
  volumes(day: number, least: Readonly<Record<Measure, number>>): Promise<readonly Volume[]>
  /** Of an application before a day; undefined when it took nothing. */
  usualVolume(volume: Volume, day: number): Promise<UsualVolume | undefined>
  /** The first documents behind a volume. */
  eventsOf(volume: Volume, day: number): Promise<readonly EventReference[]>
  /** The documents with these `_id`s that are still there. */
  references(ids: readonly string[]): Promise<readonly EventReference[]>
}
