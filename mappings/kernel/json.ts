export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [member: string]: Json | undefined
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Checks whether a value is a list with an object, such as the records or errors of a page. */
export const listsObject = (value: unknown): value is Json[] => Array.isArray(value) && value.some(isObject)

/** The text of a value of any type. `String` throws an error for an object with a member `toString`. */
export const jsonText = (value: Json | undefined): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value)

/** Parses text; returns undefined if it is not JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function sortList(list: Json[]): Json[] {
  let sorted: Json[] | undefined
  for (let i = 0; i < list.length; i++) {
    const element = list[i] as Json
    if (typeof element !== 'object' || element === null) continue
    const kept = sortKeys(element)
    if (kept === element) continue
    sorted ??= list.slice()
    sorted[i] = kept
  }
  return sorted ?? list
}

/** The value with the members of every object sorted by name; arrays keep their order. Sorted values are not copied. */
function sortKeys(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return sortList(value)
  let inOrder = true
  let last = ''
  let changed: Map<string, Json> | undefined
  for (const name in value) {
    inOrder &&= name >= last
    last = name
    const member = value[name]
    if (typeof member !== 'object' || member === null) continue
    const kept = sortKeys(member)
    if (kept === member) continue
    changed ??= new Map()
    changed.set(name, kept)
  }
  if (inOrder && changed === undefined) return value
  const sorted: JsonObject = {}
  for (const name of Object.keys(value).sort()) {
    const member = changed?.get(name) ?? value[name]
    if (member !== undefined) sorted[name] = member
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
