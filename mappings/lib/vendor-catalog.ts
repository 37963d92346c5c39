// The possible fields below the vendor root for a dataset, and the fields of a document that the catalog lacks.
import type { FieldTable } from '../fields/field.ts'
import { isObject, type Json } from '../kernel/json.ts'
import { getPath, splitPath } from '../kernel/path.ts'
import type { Mapping } from './mapping.ts'

/** True when the catalog has the field, or holds it inside an object field (flattened, nested, object). */
export function isCataloged(fields: FieldTable, name: string): boolean {
  if (fields[name] !== undefined) return true
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const above = fields[name.slice(0, dot)]
    if (above !== undefined) return above.type === 'flattened' || above.type === 'object' || above.type === 'nested'
  }
  return false
}

function collect(fields: FieldTable, name: string, value: Json | undefined, unknown: Set<string>): void {
  if (value === undefined || value === null) return
  if (isCataloged(fields, name)) return
  if (Array.isArray(value)) {
    for (const member of value) collect(fields, name, member, unknown)
    return
  }
  if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) collect(fields, `${name}.${key}`, member, unknown)
    return
  }
  unknown.add(name)
}

/** Returns the document's vendor fields that the catalog lacks, sorted. They cannot be searched as fields. */
export function unmappedFields(mapping: Mapping, document: object): string[] {
  const unknown = new Set<string>()
  const { root, fields } = mapping.vendor
  collect(fields, root, getPath(document, splitPath(root)), unknown)
  return [...unknown].sort()
}
