// The members that several documents share: an alert on many documents contains only facts that are true for each
// document.
import { isDeepStrictEqual } from 'node:util'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'

/** The members that are equal in all values, at every depth. */
export function sharedMembers<T extends object>(values: readonly [T, ...T[]]): T {
  const [first, ...others] = values
  return others.reduce<T>((shared, other) => intersect(shared as JsonObject, other as JsonObject) as T, first)
}

function intersect(one: JsonObject, other: JsonObject): JsonObject {
  const shared: JsonObject = {}
  for (const [name, value] of Object.entries(one)) {
    const beside = Object.hasOwn(other, name) ? other[name] : undefined
    if (value === undefined || beside === undefined) continue
    if (isObject(value) && isObject(beside)) {
      const inner = intersect(value, beside)
      if (Object.keys(inner).length > 0) shared[name] = inner
    } else if (isDeepStrictEqual(value, beside)) shared[name] = value
  }
  return shared
}
