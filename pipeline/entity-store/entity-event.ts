import type { EcsDocument } from '../../mappings/fields/document.ts'

/** What the entity store needs of an event: its document and where it is stored. */
export interface EntityEvent {
  readonly dataset: string
  readonly document: EcsDocument
  readonly id: string
  /** Where its record stood in a file, from 0; absent for records of Kafka. */
  readonly origin?: { readonly source: string; readonly offset: string }
}
