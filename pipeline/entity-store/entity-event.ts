import type { EcsDocument } from '../../mappings/fields/document.ts'

export interface RecordOrigin {
  readonly source: string
  readonly offset: string
  /** Path of the record inside the value at the offset; absent for the whole value. */
  readonly element?: string
}

/** The parts of an event that the entity store needs: its document and the place where it is stored. */
export interface EntityEvent {
  readonly dataset: string
  readonly document: EcsDocument
  readonly id: string
  /** The place of its record in a file; absent for records of Kafka. */
  readonly origin?: RecordOrigin
}
