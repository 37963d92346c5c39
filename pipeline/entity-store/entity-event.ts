import type { EcsDocument } from '../../mappings/fields/document.ts'

export interface RecordOrigin {
  readonly source: string
  readonly offset: string
  /** Path of the record inside the value at the offset; absent for the whole value. */
  readonly element?: string
}

/** What the entity store needs of an event: its document and where it is stored. */
export interface EntityEvent {
  readonly dataset: string
  readonly document: EcsDocument
  readonly id: string
  /** The place of its record in a file; absent for records of Kafka. */
  readonly origin?: RecordOrigin
}
