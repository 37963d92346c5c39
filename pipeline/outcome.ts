// The types of data between the stages: a raw value, its native records, an event, or the reason of a failure.
import type { EcsDocument } from '../mappings/fields/document.ts'
import type { JsonObject } from '../mappings/kernel/json.ts'

/**
 * Native records: U unified audit log, A Entra directory audit, S Entra sign-in, R detection or risk state of Entra ID
 * Protection, M Microsoft Graph activity, N Azure AD Graph activity, G Google Reports activity, B BigQuery Gmail log
 * (as activity), L Google Cloud log entry, C Google alert, I Microsoft Graph object, D Google Directory API object.
 */
export type NativeKind = 'U' | 'A' | 'S' | 'R' | 'M' | 'N' | 'G' | 'B' | 'L' | 'C' | 'I' | 'D'

/** Reasons why an event did not become a document: a metric label and a dead letter header. Codes are never reused. */
export const deadLetterCodes = {
  not_json: 'the value is not JSON',
  too_deep: 'wrappers or members of the record exceed the nesting limit',
  too_large: 'the value exceeds the size limit',
  too_many_members: 'the record exceeds the limit of members',
  too_many_elements: 'the lists of the record exceed the limit of elements',
  too_many_events: 'the value exceeds the limit of events',
  too_much_work: 'the events of the record repeat more content than the limit allows',
  format_unknown: 'no known format matches the value',
  api_error: 'the API returned an error instead of all records',
  kind_not_mapped: 'there is no mapping for this kind of record',
  not_ours: 'the record belongs to an unsupported category',
  audit_data_empty: 'the export row has no native record (AuditData, RawEventData)',
  audit_data_lossy: 'the export turned nested members into text (System.Object[])',
  time_missing: 'the record has no valid event time',
  mapping_failed: 'internal error in the mapping, please report it',
  annotation_failed:
    'an entity exceeds the size limit of the server or of a proxy, or the entity store had an internal error',
  not_serializable: 'the document cannot be written as JSON',
  storing_failed: 'internal error in the sink, please report it',
  document_rejected: 'Elasticsearch rejected the document',
  failure_store: 'Elasticsearch put the document into its failure store',
  batch_too_large: 'a Kafka record batch exceeds the size limit after decompression (KAFKA_EXPANDED_BYTES)',
  batch_damaged: 'a Kafka record batch cannot be decompressed or read',
  batch_unsupported: 'a Kafka record batch has an unsupported format or compression codec',
} as const
export type DeadLetterCode = keyof typeof deadLetterCodes

/** The origin of a raw value. Kafka sets topic, partition and offset; files set file and record. */
export interface Delivery {
  /** Topic or file name; `-` is standard input. */
  readonly source: string
  readonly partition?: number
  /** Kafka offset, or the position of the record in the file, from 0. Decimal text, because offsets can exceed 2^53. */
  readonly offset: string
  /** Last offset of a Kafka record batch that could not be read; `offset` is its first. */
  readonly lastOffset?: string
  /** Time at which the value reached Kafka, ISO 8601; absent offline. */
  readonly receivedAt?: string
  /** When the file was last written, or standard input was read, ISO 8601; absent for Kafka. */
  readonly writtenAt?: string
}

/** One raw value from a source: a Kafka value, an NDJSON line, a CSV row, or an element of a top-level array. */
export interface RawValue {
  readonly delivery: Delivery
  /** The text of the value, or the value already parsed (CSV rows, elements of an array). */
  readonly text: string | undefined
  readonly value?: unknown
}

/** A native record, and its path in the raw value (`records[3].properties`; empty if it is the whole value). */
export interface Decoded {
  readonly ok: true
  readonly kind: NativeKind
  readonly record: JsonObject
  readonly element: string
  readonly delivery: Delivery
  /** Members of the outermost wrapper that mappings may read when the record lacks them (tenant, category, time). */
  readonly context?: JsonObject
}

/** A failure, with the data to find and replay it. */
export interface Failure {
  readonly ok: false
  readonly code: DeadLetterCode
  readonly detail: string
  /** Path of the element inside the record; empty for the whole record. */
  readonly element: string
  readonly delivery: Delivery
  /** The text of the element or of the whole value, or a decoded record; only the dead letter converts it to text. */
  readonly raw: string | JsonObject
  /** The data that a replay needs in addition to a decoded record. */
  readonly decoded?: Pick<Decoded, 'kind' | 'context'>
  /** The dataset of the document, if there was a document. */
  readonly dataset?: string
}

export interface Event {
  readonly ok: true
  readonly dataset: string
  readonly document: EcsDocument
  /** Deterministic `_id`: the same record always gets the same ID. */
  readonly id: string
  readonly decoded: Decoded
  /** The record for `event.original`. From a record with several events, contains only the event of this document. */
  readonly original: () => JsonObject
}

/** The input of a sink: a document, its destination, and the data for a dead letter. */
export interface Storable extends Pick<Event, 'dataset' | 'document' | 'id'> {
  /** `record` is absent for a document without a record. */
  readonly decoded: Pick<Decoded, 'element' | 'delivery'> & Partial<Pick<Decoded, 'record' | 'kind' | 'context'>>
  readonly original?: () => JsonObject
}

export type Outcome = Event | Failure

/** One line of the dead-letter file or one value of the dead-letter topic. */
export interface DeadLetter extends Delivery {
  readonly '@timestamp': string
  readonly code: DeadLetterCode
  readonly detail: string
  readonly element: string
  readonly dataset?: string
  /** For a decoded record: additional data for a replay. */
  readonly kind?: NativeKind
  readonly context?: JsonObject
  readonly raw: string
  /** Present if `raw` is only a part of the value or record, or if `context` was omitted. */
  readonly incomplete?: true
  /** If several events of the record failed: their number, and the first of them. */
  readonly failed?: { readonly count: number; readonly first: readonly FailedEvent[] }
}

type FailedEvent = Pick<Failure, 'code' | 'detail' | 'element'>
