import type { DeriveStep } from '../lib/step.ts'
import type { ActivityTable } from './google-workspace/activity-table.ts'

/** A step that reads the tables of its mapping: made once, when the mapping is compiled. */
export interface MappingStep {
  readonly madeFor: (tables: { readonly dataset: string; readonly activity?: ActivityTable }) => DeriveStep
}
