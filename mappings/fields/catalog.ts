// Fields looked up by name: what rules, dashboards and templates are checked against.
import type { Field, FieldTable } from './field.ts'

export interface FieldCatalog {
  get(name: string): Field | undefined
  names(): Iterable<string>
  /** The fields in the index mapping of a dataset; absent if datasets are not distinguished. */
  readonly ofDataset?: (dataset: string) => FieldCatalog
}

/** A catalog over tables of fields; a later table wins. */
export function catalogOf(...tables: readonly FieldTable[]): FieldCatalog {
  const fields = new Map<string, Field>(tables.flatMap((table) => Object.entries(table)))
  return { get: (name) => fields.get(name), names: () => fields.keys() }
}
