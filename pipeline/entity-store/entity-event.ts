import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { RecordOrigin } from '../../rules/lib/evaluate/evaluator.ts'

/** What the entity store needs of an event: its document and where it is stored. */
export interface EntityEvent {
  readonly dataset: string
  readonly document: EcsDocument
  readonly id: string
  /** The place of its record in a file; absent for records of Kafka. */
  readonly origin?: RecordOrigin
}
