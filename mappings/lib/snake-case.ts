// Member names in the style of Elastic's integrations, for records that they keep completely.
import { isObject, type Json, type JsonObject } from '../kernel/json.ts'

const names = new Map<string, string>()
const nameLimit = 4096
const deepest = 64

/** `userPrincipalName` → `user_principal_name`: `_` between a lower-case letter and capitals, then all lower case. */
export function snakeCase(name: string): string {
  const kept = names.get(name)
  if (kept !== undefined) return kept
  const snake = name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase()
  if (names.size < nameLimit && name.length < 100) names.set(name, snake)
  return snake
}

/** A copy with every member renamed, at any depth. */
export function toSnakeCase(value: Json, depth = 0): Json {
  if (depth > deepest) return null
  if (Array.isArray(value)) return value.map((member) => toSnakeCase(member, depth + 1))
  if (!isObject(value)) return value
  const renamed: JsonObject = {}
  for (const name of Object.keys(value)) {
    const snake = snakeCase(name)
    if (snake !== '__proto__') renamed[snake] = toSnakeCase(value[name] as Json, depth + 1)
  }
  return renamed
}

export function snakeMembers(object: JsonObject): JsonObject {
  return toSnakeCase(object) as JsonObject
}
