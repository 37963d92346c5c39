import { isDeepStrictEqual } from 'node:util'
import { isObject, type Json } from '../../kernel/json.ts'
import { memberPath } from './watch.ts'

/** Returns the non-empty fields by dotted name. A list is one value, and is copied: steps change lists in place. */
export function flatFields(value: Json | undefined, path = '', out = new Map<string, Json>()): Map<string, Json> {
  if (isObject(value)) for (const member in value) flatFields(value[member], memberPath(path, member), out)
  else if (value !== undefined && value !== null) out.set(path, Array.isArray(value) ? structuredClone(value) : value)
  return out
}

/** Returns the fields of `after` that are new or different from `before`. Removed fields have the value `undefined`. */
export function changedFields(
  before: ReadonlyMap<string, Json>,
  after: ReadonlyMap<string, Json>,
): Map<string, Json | undefined> {
  const changed = new Map<string, Json | undefined>()
  for (const [field, value] of after) if (!isDeepStrictEqual(before.get(field), value)) changed.set(field, value)
  for (const field of before.keys()) if (!after.has(field)) changed.set(field, undefined)
  return changed
}
