// A rule in a comparable form: without members that Kibana adds, members that users control, and notes of the pack.
import { isObject, type Json, type JsonObject } from '../../../mappings/kernel/json.ts'
import { hashOf, withoutEmpty } from '../behavior.ts'

/** Members that belong to the users of Kibana, or that do not describe the rule. */
const theirs: ReadonlySet<string> = new Set(['enabled', 'actions', 'exceptions_list', 'meta', 'version', 'rule_id'])

/** Returns the members that the pack writes, from a rule of the pack or of Kibana. */
export function comparable(rule: JsonObject, members: readonly string[]): JsonObject {
  const own = Object.fromEntries(
    members.filter((name) => !theirs.has(name)).map((name) => [name, normal(name, rule[name])]),
  )
  return withoutEmpty(own) as JsonObject
}

/** Kibana marks each required field that ECS defines; this function removes the mark. */
function normal(name: string, value: Json | undefined): Json | undefined {
  if (name !== 'required_fields' || !Array.isArray(value)) return value
  return value.map((field) => {
    if (!isObject(field)) return field
    const { ecs: _, ...rest } = field
    return rest
  })
}

/** The note in `meta` of a deployed rule. */
export interface Deployed {
  /** Version of the pack's rule. */
  readonly version: number
  readonly behavior: string
  /** A hash of each member that the deployment wrote. A Kibana user has changed each member with a different hash. */
  readonly members: Readonly<Record<string, string>>
}

/** Returns the note in a rule of Kibana; undefined if the pack did not write the rule. */
export function deployedOf(rule: JsonObject): Deployed | undefined {
  const note = isObject(rule.meta) ? rule.meta.consentry : undefined
  if (!isObject(note)) return undefined
  const { version, behavior, members } = note
  if (typeof version !== 'number' || typeof behavior !== 'string' || !isObject(members)) return undefined
  return { version, behavior, members: members as Record<string, string> }
}

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
