// A hash of everything that makes a rule alert. Texts may change; a change of this hash requires a higher version.
import { createHash } from 'node:crypto'
import { words } from '../../mappings/fields/field.ts'
import { canonicalJson, isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'

/** The members of Kibana's form that determine the documents on which a rule alerts, and the severity of the alerts. */
const decisive = words(`
  filters from history_window_start index interval language new_terms_fields query risk_score severity
  severity_mapping threshold timestamp_override to type
`)

/** A hash of the decisive members of a rule in Kibana's form. */
export function behaviorOf(rule: JsonObject): string {
  return hashOf(Object.fromEntries(decisive.map((name) => [name, rule[name]])))
}

/** A hash of JSON that does not change when Kibana fills in an empty list. */
export function hashOf(value: JsonObject): string {
  return createHash('sha256')
    .update(canonicalJson(withoutEmpty(value)))
    .digest('hex')
    .slice(0, 16)
}

/** Returns the value without members that are absent, null or empty lists: Kibana may or may not write such members. */
export function withoutEmpty(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (!isObject(value)) return value
  const kept = Object.entries(value).flatMap(([name, member]) => {
    if (member === undefined || member === null || (Array.isArray(member) && member.length === 0)) return []
    return [[name, withoutEmpty(member)] as const]
  })
  return Object.fromEntries(kept)
}
