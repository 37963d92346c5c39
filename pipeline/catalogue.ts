// The fields of all mappings together, as rules and dashboards are checked against them and templates are made of them.
import { commonFields } from '../mappings/fields/document.ts'
import type { Field, FieldTable } from '../mappings/fields/field.ts'
import type { Mapping } from '../mappings/lib/mapping.ts'
import type { DatasetFields } from '../mappings/lib/templates.ts'

/** Looks fields up by their dotted names. */
export interface Catalogue {
  get(name: string): Field | undefined
  names(): Iterable<string>
}

/** Common fields and every vendor's own. */
export function fieldCatalogue(mappings: readonly Mapping[]): Catalogue {
  const tables: readonly FieldTable[] = [commonFields, ...mappings.map((mapping) => mapping.vendor.fields)]
  const fields = new Map(tables.flatMap((table) => Object.entries(table)))
  return { get: (name) => fields.get(name), names: () => fields.keys() }
}

/** What the index template of each dataset is made of. */
export function templateFields(mappings: readonly Mapping[]): DatasetFields[] {
  return mappings.map(({ dataset, vendor }) => ({
    dataset,
    fields: vendor.fields,
    openRoots: [...new Set([vendor.root, ...vendor.open])],
  }))
}
