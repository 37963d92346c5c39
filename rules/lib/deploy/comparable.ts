// A rule as two parties can compare it: without what Kibana adds, what its users decide, and what the pack notes for itself.
import { isObject, type Json, type JsonObject } from '../../../mappings/kernel/json.ts'
import { hashOf, withoutEmpty } from '../behavior.ts'

/** Members that belong to the users of Kibana, or that say nothing of what the rule is. */
const theirs: ReadonlySet<string> = new Set(['enabled', 'actions', 'exceptions_list', 'meta', 'version', 'rule_id'])

/** The members that the pack writes, as they stand in a rule of the pack or of Kibana. */
export function comparable(rule: JsonObject, members: readonly string[]): JsonObject {
  const own = Object.fromEntries(
    members.filter((name) => !theirs.has(name)).map((name) => [name, normal(name, rule[name])]),
  )
  return withoutEmpty(own) as JsonObject
}

/** Kibana says of each required field whether ECS knows it. */
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
  /** Hash of everything that was written: another one now is a change by somebody else. */
  readonly written: string
  /** The members that were written. */
  readonly members: readonly string[]
}

/** The note in a rule that Kibana holds; undefined when the pack has not written it. */
export function deployedOf(rule: JsonObject): Deployed | undefined {
  const note = isObject(rule.meta) ? rule.meta.consentry : undefined
  if (!isObject(note)) return undefined
  const { version, behavior, written, members } = note
  const names = Array.isArray(members) ? members.filter((name) => typeof name === 'string') : []
  return typeof version === 'number' && typeof behavior === 'string' && typeof written === 'string'
    ? { version, behavior, written, members: names }
    : undefined
}

/** The note for a rule of the pack. */
export function noteOf(rule: JsonObject, behavior: string): { consentry: Deployed } & JsonObject {
  const members = Object.keys(rule)
    .filter((name) => !theirs.has(name))
    .sort()
  const version = typeof rule.version === 'number' ? rule.version : 1
  const note = { version, behavior, written: hashOf(comparable(rule, members)), members }
  return { consentry: note as Deployed & JsonObject }
}
