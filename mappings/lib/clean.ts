import type { Json, JsonObject } from '../kernel/json.ts'

/** Returns true if the value is not empty and contains nothing empty at any depth. */
function isClean(value: Json | undefined): boolean {
  if (typeof value === 'string') return value !== ''
  if (typeof value !== 'object') return value !== undefined
  if (value === null) return false
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!isClean(value[i])) return false
    return value.length > 0
  }
  let hasMembers = false
  for (const key in value) {
    const member = value[key]
    // Code omits a member by setting it to `undefined`.
    if (member === undefined) continue
    if (!isClean(member)) return false
    hasMembers = true
  }
  return hasMembers
}

function copyWithoutEmpty(value: Json | undefined): Json | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const list: Json[] = []
    for (const member of value) {
      const kept = copyWithoutEmpty(member)
      if (kept !== undefined) list.push(kept)
    }
    return list.length === 0 ? undefined : list
  }
  const object: JsonObject = {}
  let hasMembers = false
  for (const key in value) {
    const kept = copyWithoutEmpty(value[key])
    if (kept === undefined) continue
    object[key] = kept
    hasMembers = true
  }
  return hasMembers ? object : undefined
}

/**
 * The value without nulls, empty texts, empty lists and empty objects, at any depth; undefined when nothing is left.
 * Returns the value itself when there is nothing to remove, so that most vendor members are passed on without a copy.
 */
export function withoutEmpty(value: Json | undefined): Json | undefined {
  return isClean(value) ? value : copyWithoutEmpty(value)
}

/** Removes empty values from an object's members, in place. A completely empty member becomes `undefined`. */
export function cleanMembers(object: JsonObject): void {
  for (const name in object) {
    const value = object[name]
    if (typeof value === 'object' || value === '') object[name] = withoutEmpty(value) as Json
  }
}
