// A catalog of fields by name. Rules, dashboards and templates are checked against it.
import type { Field, FieldTable } from './field.ts'

export interface FieldCatalog {
  get(name: string): Field | undefined
  names(): Iterable<string>
  /** The fields in the index mapping of a dataset; absent if datasets are not distinguished. */
  readonly ofDataset?: (dataset: string) => FieldCatalog
}

/** Returns a catalog of several tables of fields. A later table takes precedence. */
export function catalogOf(...tables: readonly FieldTable[]): FieldCatalog {
  const fields = new Map<string, Field>(tables.flatMap((table) => Object.entries(table)))
  return { get: (name) => fields.get(name), names: () => fields.keys() }
}
