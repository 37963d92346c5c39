/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [member: string]: Json | undefined
}

/** True for an object that is neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A copy with the members of every object sorted by name; arrays keep their order. */
export function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (!isObject(value)) return value
  const sorted: JsonObject = {}
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
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
