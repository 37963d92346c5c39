// A vendor's mapping file: the table for the engine, the step names, and the tables that steps read.
import type { Mapping } from '../lib/mapping.ts'
import type { ActivityTable } from './google-workspace/activity-table.ts'
import type { StepName } from './steps.ts'

export interface VendorMapping extends Mapping {
  readonly derive: readonly StepName[]
  readonly activity?: ActivityTable
}

/** Declares the mapping of one dataset. Returns its argument; the types do the checking. */
export function mapping(table: VendorMapping): VendorMapping {
  return table
}
