import type { Json, JsonObject } from '../kernel/json.ts'

/** True for null, empty text, and lists and objects without members. */
function isEmpty(value: Json | undefined): boolean {
  if (value === null || value === undefined || value === '') return true
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) return value.length === 0
  for (const _ in value) return false
  return true
}

function needsCleaning(value: Json | undefined): boolean {
  if (isEmpty(value)) return true
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(needsCleaning)
  for (const key in value) if (needsCleaning(value[key])) return true
  return false
}

function copyWithoutEmpty(value: Json | undefined): Json | undefined {
  if (isEmpty(value)) return undefined
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const list: Json[] = []
    for (const member of value) {
      const kept = copyWithoutEmpty(member)
      if (kept !== undefined) list.push(kept)
    }
    return list.length === 0 ? undefined : list
  }
  const object: JsonObject = {}
  for (const key in value) {
    const kept = copyWithoutEmpty(value[key])
    if (kept !== undefined) object[key] = kept
  }
  return isEmpty(object) ? undefined : object
}

/**
 * The value without nulls, empty texts, empty lists and empty objects, at any depth; undefined when nothing is left.
 * Returns the value itself when there is nothing to remove, so that most vendor members are passed on without a copy.
 */
export function withoutEmpty(value: Json | undefined): Json | undefined {
  return needsCleaning(value) ? copyWithoutEmpty(value) : value
}

/** Removes empty members of `object` itself, in place, at any depth (values are replaced, not changed). */
export function removeEmpty(object: JsonObject): void {
  for (const key in object) {
    const kept = withoutEmpty(object[key])
    if (kept === undefined) delete object[key]
    else if (kept !== object[key]) object[key] = kept
  }
}
