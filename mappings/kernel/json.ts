/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [member: string]: Json | undefined
}

/** True for an object that is neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSorted(value: Json | undefined): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isSorted)
  let last = ''
  for (const key in value) {
    if (key < last || !isSorted(value[key])) return false
    last = key
  }
  return true
}

/** The value with the members of every object sorted by name; arrays keep their order. What is sorted already is not copied. */
export function sortKeys(value: Json): Json {
  if (isSorted(value)) return value
  if (Array.isArray(value)) return value.map(sortKeys)
  const object = value as JsonObject
  const sorted: JsonObject = {}
  for (const key of Object.keys(object).sort()) {
    const member = object[key]
    if (member !== undefined) sorted[key] = sortKeys(member)
  }
  return sorted
}

/** Canonical JSON: members sorted, no white space, numbers as received. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(sortKeys(value))
}

/** Sorted, indented by two blanks, ending in a newline: the form of every generated JSON file. */
export function prettyJson(value: Json): string {
  return `${JSON.stringify(sortKeys(value), null, 2)}\n`
}
