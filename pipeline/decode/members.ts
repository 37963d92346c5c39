// Helpers for table rows and shipped documents: rename members, and parse JSON inside string members.
import { isObject, type Json, type JsonObject, parsedJson } from '../../mappings/kernel/json.ts'

/** Parses the value of a string column. Returns the string if it contains no JSON object or array. */
export function parseColumn(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value) || !/[}\]]\s*$/.test(value)) return value
  return (parsedJson(value) as Json | undefined) ?? value
}

export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** Returns a copy with renamed and converted members. `undefined` drops one. Of two with one name, the first wins. */
export function renamed(
  row: JsonObject,
  nameOf: (name: string) => string | undefined,
  convert: (value: Json, name: string) => Json | undefined = (value) => value,
): JsonObject {
  const out: JsonObject = {}
  for (const [name, value] of Object.entries(row)) {
    const target = nameOf(name)
    if (target === undefined || target === '__proto__' || value === undefined) continue
    const converted = convert(value, name)
    if (converted !== undefined && out[target] === undefined) out[target] = converted
  }
  return out
}

export function pick(value: JsonObject, names: readonly string[]): JsonObject {
  const out: JsonObject = {}
  for (const name of names) {
    const member = value[name]
    if (member !== undefined && member !== null) out[name] = member
  }
  return out
}

const tenantInPath = /^\/tenants\/([0-9a-f-]{36})(?:\/|$)/i

/** The Entra tenant in an Azure resource id (`/tenants/<guid>/…`, in any case). */
function tenantOfResource(resourceId: Json | undefined): string | undefined {
  if (typeof resourceId !== 'string') return undefined
  return tenantInPath.exec(resourceId)?.[1]?.toLowerCase()
}

const tenantId = /^[0-9a-f-]{36}$/i

/**
 * Returns the tenant of a record from its tenant member and its resource ID. The tenant member may be a domain, but the
 * resource ID contains the tenant ID. If both forms were kept, one tenant would count as two, and each act would raise
 * two alerts.
 */
export function tenantOf(named: Json | undefined, resourceId: Json | undefined): Json | undefined {
  if (typeof named === 'string' && tenantId.test(named)) return named
  return tenantOfResource(resourceId) ?? (named === '' ? undefined : named)
}

/** The member at a dotted path, nested or with dots in its name. */
export function at(document: JsonObject, path: string): Json | undefined {
  const direct = document[path]
  if (direct !== undefined) return direct
  const dot = path.indexOf('.')
  if (dot === -1) return undefined
  const inner = document[path.slice(0, dot)]
  return isObject(inner) ? at(inner, path.slice(dot + 1)) : undefined
}

export function textAt(document: JsonObject, path: string): string | undefined {
  const value = at(document, path)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function compact(members: { readonly [name: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== null),
  ) as JsonObject
}

/** The members with a value; undefined if there are none. */
export function compactOrNone(members: Parameters<typeof compact>[0]): JsonObject | undefined {
  const object = compact(members)
  return Object.keys(object).length > 0 ? object : undefined
}

const grouped = /^[1-9]\d{0,2}(?:([\s.,'’])\d{3})(?:\1\d{3})*$/

/** The text of a cell with a whole number, without the marks between groups of three digits: `7.340.032` as `7340032`. */
export const ungrouped = (text: string): string => (grouped.test(text.trim()) ? text.replace(/\D/g, '') : text)

/** A cell of a CSV row; undefined if it is empty. */
export function filled(row: JsonObject, name: string): string | undefined {
  const value = row[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
