// A rule as two parties can compare it: without what Kibana adds, what its users decide, and what the pack notes for itself.
import { isObject, type Json, type JsonObject } from '../../../mappings/kernel/json.ts'
import { hashOf, withoutEmpty } from '../behavior.ts'

/** Members that belong to the users of Kibana, or that say nothing of what the rule is. */
const theirs: ReadonlySet<string> = new Set(['enabled', 'actions', 'exceptions_list', 'meta', 'version', 'rule_id'])

/** The members that the pack writes, as they occur in a rule of the pack or of Kibana. */
export function comparable(rule: JsonObject, members: readonly string[]): JsonObject {
  const own = Object.fromEntries(
    members.filter((name) => !theirs.has(name)).map((name) => [name, normal(name, rule[name])]),
  )
  return withoutEmpty(own) as JsonObject
}

/** Kibana marks each required field that ECS defines. */
function normal(name: string, value: Json | undefined): Json | undefined {
  if (name !== 'required_fields' || !Array.isArray(value)) return value
  return value.map((field) => {
    if (!isObject(field)) return field
    const { ecs: _, ...rest } = field
    return rest
  })
}

/** What `meta` of a deployed rule notes. */
export interface Deployed {
  /** Version of the pack's rule. */
  readonly version: number
  readonly behavior: string
  /** A hash of each member that was written: a member with another hash was changed by a Kibana user. */
  readonly members: Readonly<Record<string, string>>
}

/** The note in a rule that Kibana holds; undefined when the pack has not written it. */
export function deployedOf(rule: JsonObject): Deployed | undefined {
  const note = isObject(rule.meta) ? rule.meta.consentry : undefined
  if (!isObject(note)) return undefined
  const { version, behavior, members } = note
  if (typeof version !== 'number' || typeof behavior !== 'string' || !isObject(members)) return undefined
  return { version, behavior, members: members as Record<string, string> }
}

/** The note for a rule of the pack. */
export function noteOf(rule: JsonObject, behavior: string): { consentry: Deployed } & JsonObject {
  const version = typeof rule.version === 'number' ? rule.version : 1
  const note = { version, behavior, members: memberHashes(rule, Object.keys(rule)) }
  return { consentry: note as Deployed & JsonObject }
}

/** A hash of each member that is present, sorted by name. */
export function memberHashes(rule: JsonObject, members: readonly string[]): Record<string, string> {
  const own = comparable(rule, [...members].sort())
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, hashOf({ [name]: value })]))
}
