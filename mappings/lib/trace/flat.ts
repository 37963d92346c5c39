import { isDeepStrictEqual } from 'node:util'
import { isObject, type Json } from '../../kernel/json.ts'
import { memberPath } from './watch.ts'

/** The fields of a document that hold something, by dotted name; a list is one value, copied: steps change lists in place. */
export function flatFields(value: Json | undefined, path = '', out = new Map<string, Json>()): Map<string, Json> {
  if (isObject(value)) for (const member in value) flatFields(value[member], memberPath(path, member), out)
  else if (value !== undefined && value !== null) out.set(path, Array.isArray(value) ? structuredClone(value) : value)
  return out
}

/** Fields of `after` that `before` lacks or holds differently; `undefined` for those that are gone. */
export function changedFields(
  before: ReadonlyMap<string, Json>,
  after: ReadonlyMap<string, Json>,
): Map<string, Json | undefined> {
  const changed = new Map<string, Json | undefined>()
  for (const [field, value] of after) if (!isDeepStrictEqual(before.get(field), value)) changed.set(field, value)
  for (const field of before.keys()) if (!after.has(field)) changed.set(field, undefined)
  return changed
}
