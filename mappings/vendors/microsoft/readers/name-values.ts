// Lists of `{Name, Value}` and `{Name, OldValue, NewValue}`, as the unified audit log writes open-ended members.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'

const hasNoValue = (value: Json | undefined): value is null | undefined => value === null || value === undefined

/** Sets an own member with any name. A plain assignment would treat `__proto__` as the prototype. */
function setOwn(target: JsonObject, name: string, value: Json): void {
  if (name === '__proto__')
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
  else target[name] = value
}

/**
 * The entries of a list: of an array, of a single entry without an array, and of an array that an ingest pipeline
 * turned into an object (`{"0": …, "1": …}`). Undefined for anything else.
 */
export function entriesOf(value: Json | undefined): readonly Json[] | undefined {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return undefined
  if (typeof value.Name === 'string' || typeof value.ID === 'string') return [value]
  if (value['0'] === undefined) return undefined
  return Object.values(value).filter((entry) => entry !== undefined)
}

/** Returns names → values. Omits names without a value. The last duplicate counts. A text becomes `_raw`. */
export function toNamedValues(list: Json | undefined): JsonObject {
  const named: JsonObject = {}
  if (typeof list === 'string') {
    if (list !== '') named._raw = list
    return named
  }
  const entries = entriesOf(list)
  if (entries === undefined) return isObject(list) ? { ...list } : named
  for (const entry of entries) {
    if (!isObject(entry) || typeof entry.Name !== 'string' || hasNoValue(entry.Value)) continue
    setOwn(named, entry.Name, entry.Value)
  }
  return named
}

/** The value of the last entry of that name in a `{Name, Value}` list. */
export function namedValue(list: Json | undefined, name: string): Json | undefined {
  const entries = entriesOf(list)
  if (entries === undefined) return isObject(list) && Object.hasOwn(list, name) ? list[name] : undefined
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i]
    if (isObject(entry) && entry.Name === name && !hasNoValue(entry.Value)) return entry.Value
  }
  return undefined
}

const inNames = /[ .]/g

function addSide(property: JsonObject, side: 'NewValue' | 'OldValue', value: Json | undefined, made: Set<Json>): void {
  if (hasNoValue(value)) return
  const before = property[side]
  if (hasNoValue(before)) property[side] = value
  // A list from the record stays unchanged. A list that was created here grows.
  else if (Array.isArray(before) && made.has(before)) before.push(value)
  else {
    const list = Array.isArray(before) ? [...before, value] : [before, value]
    made.add(list)
    property[side] = list
  }
}

/** The member names of a changed property in the unified audit log and in Microsoft Graph. */
export const changeNames = {
  audit: { name: 'Name', before: 'OldValue', after: 'NewValue' },
  graph: { name: 'displayName', before: 'oldValue', after: 'newValue' },
} as const

/** Returns the changed properties of a list, or of an object with the property names as keys. Renames the members of Microsoft Graph. */
export function changesIn(list: Json | undefined): readonly Json[] | undefined {
  const { audit, graph } = changeNames
  const entries = entriesOf(list)
  if (entries === undefined) {
    if (!isObject(list)) return undefined
    if (typeof list[graph.name] === 'string') return changesIn([list])
    const named = Object.entries(list)
    return named.length > 0 && named.every(([, sides]) => isObject(sides))
      ? changesIn(named.map(([name, sides]) => ({ ...(sides as JsonObject), Name: name })))
      : undefined
  }
  const isOther = (entry: Json) =>
    isObject(entry) &&
    ((entry[audit.name] === undefined && entry[graph.name] !== undefined) ||
      (entry[audit.after] === undefined && entry[graph.after] !== undefined))
  if (!entries.some(isOther)) return entries
  return entries.map((entry) => {
    if (!isObject(entry) || !isOther(entry)) return entry
    const one: JsonObject = { ...entry }
    for (const side of ['name', 'before', 'after'] as const) {
      const value = entry[audit[side]] ?? entry[graph[side]]
      if (value !== undefined) one[audit[side]] = value
    }
    return one
  })
}

/** Names (blanks and dots as `_`) → `{NewValue, OldValue}`; a side without a value is left out, duplicates become lists. */
export function toChangedValues(list: Json | undefined): JsonObject {
  const changed: JsonObject = {}
  if (typeof list === 'string') {
    if (list !== '') changed._raw = list
    return changed
  }
  const entries = changesIn(list)
  if (entries === undefined) return isObject(list) ? { ...list } : changed
  const made = new Set<Json>()
  for (const entry of entries) {
    if (!isObject(entry) || typeof entry.Name !== 'string') continue
    const name = entry.Name.replace(inNames, '_')
    const before = Object.hasOwn(changed, name) ? changed[name] : undefined
    const property: JsonObject = isObject(before) ? before : {}
    addSide(property, 'NewValue', entry.NewValue, made)
    addSide(property, 'OldValue', entry.OldValue, made)
    setOwn(changed, name, property)
  }
  return changed
}
