// A rule in a comparable form: without members that Kibana adds, members that users control, and notes of the pack.
import { isDeepStrictEqual } from 'node:util'
import { words } from '../../../mappings/fields/field.ts'
import { isObject, type Json, type JsonObject } from '../../../mappings/kernel/json.ts'
import { hashOf, withoutEmpty } from '../behavior.ts'

/**
 * Members that belong to the users of Kibana, that do not describe the rule, or that Kibana sets: `ResponseFields` and the
 * attributes of `resolve` in `rule_schemas.schema.yaml` (https://github.com/elastic/kibana, security_solution).
 */
const notCompared: ReadonlySet<string> = new Set(
  words(`
    actions alias_purpose alias_target_id created_at created_by enabled exceptions_list execution_summary id immutable
    meta outcome revision rule_id rule_source updated_at updated_by version
  `),
)

/** Returns the named members that describe the rule, from a rule of the pack or of Kibana. */
export function comparable(rule: JsonObject, members: readonly string[]): JsonObject {
  const own = Object.fromEntries(
    members.filter((name) => !notCompared.has(name)).map((name) => [name, normal(name, rule[name])]),
  )
  return withoutEmpty(own) as JsonObject
}

/** Kibana fills in empty texts, and marks each required field that ECS defines; this function removes both. */
function normal(name: string, value: Json | undefined): Json | undefined {
  if (value === '') return undefined
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

/** Checks whether a Kibana user changed a rule since its last deployment. */
export function isChangedByUser(rule: JsonObject): boolean {
  const note = deployedOf(rule)
  return note !== undefined && !isDeepStrictEqual({ ...memberHashes(rule) }, { ...note.members })
}

/** Returns true if the deployment wrote most of its rules with alert suppression. */
export function isSuppressed(held: readonly JsonObject[]): boolean {
  const ours = held.flatMap((rule) => deployedOf(rule) ?? [])
  return ours.filter(({ members }) => members.alert_suppression !== undefined).length * 2 > ours.length
}

export function noteOf(rule: JsonObject, behavior: string): { consentry: Deployed } & JsonObject {
  const version = typeof rule.version === 'number' ? rule.version : 1
  const note = { version, behavior, members: memberHashes(rule) }
  return { consentry: note as Deployed & JsonObject }
}

/** A hash of each member that is present, sorted by name. */
export function memberHashes(rule: JsonObject): Readonly<Record<string, string>> {
  const own = comparable(rule, Object.keys(rule).sort())
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, hashOf({ [name]: value })]))
}
