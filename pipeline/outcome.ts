// The shape of what travels through the stages: a raw value, the native records in it, an event, or the reason it failed.
import type { EcsDocument } from '../mappings/fields/document.ts'
import type { JsonObject } from '../mappings/kernel/json.ts'

/**
 * Native records (what is left when every wrapper is taken off): U unified audit log, A Entra directory audit, S Entra
 * sign-in, R verdict of Entra ID Protection, M Microsoft Graph activity, N Azure AD Graph activity, G Google Reports activity, B Gmail log of BigQuery (converted to an activity), L
 * Google Cloud log entry, C Google alert, I object of a Microsoft Graph directory, D object of Google's Directory API.
 */
export type NativeKind = 'U' | 'A' | 'S' | 'R' | 'M' | 'N' | 'G' | 'B' | 'L' | 'C' | 'I' | 'D'

/** Why an event did not become a document: a metric label and a header of the dead letter. Codes are never reused. */
export const deadLetterCodes = {
  not_json: 'the value is not JSON',
  too_deep: 'wrappers or members of the record exceed the nesting limit',
  too_large: 'the value exceeds the size limit',
  too_many_members: 'the record exceeds the limit of members',
  too_many_elements: 'the lists of the record exceed the limit of elements',
  too_many_events: 'the value exceeds the limit of events',
  too_much_work: 'the events of the record repeat more content than the limit allows',
  format_unknown: 'no known format matches the value',
  kind_not_mapped: 'there is no mapping for this kind of record',
  not_ours: 'the record belongs to an unsupported category',
  audit_data_empty: 'the export row has no AuditData',
  audit_data_lossy: 'the export turned nested members into text (System.Object[])',
  time_missing: 'the record has no valid event time',
  mapping_failed: 'internal error in the mapping, please report it',
  annotation_failed: 'internal error in the entity store, please report it',
  not_serializable: 'the document cannot be written as JSON',
  storing_failed: 'internal error in the sink, please report it',
  document_rejected: 'Elasticsearch rejected the document',
  failure_store: 'Elasticsearch put the document into its failure store',
  batch_too_large: 'a Kafka record batch exceeds the size limit after decompression (KAFKA_EXPANDED_BYTES)',
  batch_damaged: 'a Kafka record batch cannot be decompressed or read',
  batch_unsupported: 'a Kafka record batch has an unsupported format or compression codec',
} as const
export type DeadLetterCode = keyof typeof deadLetterCodes

/** Where a raw value came from. Kafka fills topic, partition and offset; files fill file and record. */
export interface Delivery {
  /** Topic or file name; `-` is standard input. */
  readonly source: string
  readonly partition?: number
  /** Kafka offset, or the position of the record in the file, from 0. Decimal text: offsets pass 2^53. */
  readonly offset: string
  /** Last offset of a Kafka record batch that could not be read; `offset` is its first. */
  readonly lastOffset?: string
  /** When it reached Kafka, ISO 8601; absent offline. */
  readonly receivedAt?: string
  /** When the file was last written, or standard input was read, ISO 8601; absent for Kafka. */
  readonly writtenAt?: string
}

/** One raw value as a source hands it over: a Kafka value, an NDJSON line, a CSV row, an element of a top-level array. */
export interface RawValue {
  readonly delivery: Delivery
  /** The text of the value, or the value already parsed (CSV rows, elements of an array). */
  readonly text: string | undefined
  readonly value?: unknown
}

/** A native record and where in its raw value it was found (`records[3].properties`; empty when it is the whole value). */
export interface Decoded {
  readonly ok: true
  readonly kind: NativeKind
  readonly record: JsonObject
  readonly element: string
  readonly delivery: Delivery
  /** Members of the outermost wrapper that mappings may read when the record lacks them (tenant, category, time). */
  readonly context?: JsonObject
}

/** What failed, and enough to find and replay it. */
export interface Failure {
  readonly ok: false
  readonly code: DeadLetterCode
  readonly detail: string
  readonly element: string
  readonly delivery: Delivery
  /** The text of the element or of the whole value; a decoded record as it is: its dead letter holds it as text, once. */
  readonly raw: string | JsonObject
  /** What a replay needs in addition to a decoded record. */
  readonly decoded?: Pick<Decoded, 'kind' | 'context'>
  /** The dataset of the document, where there was one. */
  readonly dataset?: string
}

export interface Event {
  readonly ok: true
  readonly dataset: string
  readonly document: EcsDocument
  /** Deterministic `_id`: the same record always gets the same. */
  readonly id: string
  readonly decoded: Decoded
  /** The record to keep in `event.original`: of a record with several events, only the one of this document. */
  readonly original: () => JsonObject
}

/** What a sink takes: a document, where it goes, and what a dead letter would quote. */
export interface Storable extends Pick<Event, 'dataset' | 'document' | 'id'> {
  /** The record is absent for a document without one. */
  readonly decoded: Pick<Decoded, 'element' | 'delivery'> & Partial<Pick<Decoded, 'record' | 'kind' | 'context'>>
  readonly original?: () => JsonObject
}

export type Outcome = Event | Failure

/** One line of the dead-letter file or one value of the dead-letter topic. */
export interface DeadLetter {
  readonly '@timestamp': string
  readonly code: DeadLetterCode
  readonly detail: string
  readonly source: string
  readonly partition?: number
  readonly offset: string
  readonly lastOffset?: string
  /** When the record reached Kafka, or when its file was last written. */
  readonly receivedAt?: string
  readonly writtenAt?: string
  readonly element: string
  readonly dataset?: string
  /** Of a decoded record: what a replay needs in addition to it. */
  readonly kind?: NativeKind
  readonly context?: JsonObject
  readonly raw: string
  /** `raw` is not the whole value or record. */
  readonly incomplete?: true
  /** Where several events of the record failed: how many, and the first of them. */
  readonly failed?: { readonly count: number; readonly first: readonly FailedEvent[] }
}

/** One of several failed events in a dead letter. */
type FailedEvent = Pick<Failure, 'code' | 'detail' | 'element'>
