// The plan of a deployment for one rule: a merge of three states (last deployed, in Kibana, ours), member by member.
// This module does not communicate with Kibana.
import { isDeepStrictEqual } from 'node:util'
import { isObject, type Json, type JsonObject } from '../../../mappings/kernel/json.ts'
import { deployedOf, memberHashes } from './comparable.ts'

/**
 * `create`: Kibana has no such rule. `update`: the deployment writes members of ours. `same`: nothing to write.
 * `unknown`: no deployment wrote the rule with this ID. `other_type`: Kibana cannot change the type of a rule.
 */
export type PlanKind = 'create' | 'update' | 'same' | 'unknown' | 'other_type'

export interface RulePlan {
  readonly kind: PlanKind
  readonly id: string
  readonly name: string
  /** Versions of the pack's rule: `from` is deployed, `to` is to be deployed. */
  readonly from?: number
  readonly to: number
  readonly differing: readonly string[]
  /** Members that only a Kibana user changed since the last deployment. The deployment keeps them. */
  readonly kept: readonly string[]
  /** Members that both a Kibana user and the pack changed. A deployment keeps them unless it overwrites. */
  readonly conflicts: readonly string[]
  /** The whole rule to be written. */
  readonly body: JsonObject
  /** The rule in Kibana. */
  readonly current?: JsonObject
}

/** Whether a person must decide: Kibana's rule has another source, or a change that the pack does not overwrite. */
export const needsDecision = ({ kind, conflicts }: RulePlan): boolean => isForeign(kind) || conflicts.length > 0

export const isForeign = (kind: PlanKind): boolean => kind === 'unknown' || kind === 'other_type'

export interface PlanOptions {
  /** Our exception lists by `list_id`: each reference with the ID from Kibana. */
  readonly lists: ReadonlyMap<string, JsonObject>
  /** The rule must not run. */
  readonly off: boolean
  /** Overwrites changes by Kibana users, and a rule with this ID that no deployment wrote. */
  readonly overwrite: boolean
}

/** Compares a rule of the pack with the rule in Kibana that has its `rule_id`. */
export function planRule(wanted: JsonObject, current: JsonObject | undefined, options: PlanOptions): RulePlan {
  const facts = {
    id: String(wanted.rule_id),
    name: String(wanted.name),
    to: Number(wanted.version),
    differing: [],
    kept: [],
    conflicts: [],
    body: withTheirs(wanted, current, options),
  }
  if (current === undefined) return { ...facts, kind: 'create' }
  const note = deployedOf(current)
  const from = { current, ...(note !== undefined && { from: note.version }) }
  if (current.type !== wanted.type) return { ...facts, ...from, kind: 'other_type', differing: ['type'] }
  const merged = mergeMembers(wanted, current, options.overwrite ? undefined : (note?.members ?? {}))
  const lists = isDeepStrictEqual(listIds(facts.body.exceptions_list), listIds(current.exceptions_list))
  const differing = [...merged.ours, ...(lists ? [] : ['exceptions_list'])].sort()
  if (note === undefined && !options.overwrite)
    return { ...facts, kind: 'unknown', differing: [...differing, ...merged.conflicts].sort() }
  const upToDate = differing.length === 0 && note?.version === facts.to
  return {
    ...facts,
    ...from,
    kind: upToDate ? 'same' : 'update',
    differing,
    kept: merged.kept,
    conflicts: merged.conflicts,
    body: keepMembers(facts.body, current, merged, note?.members ?? {}),
  }
}

interface MergedMembers {
  readonly ours: readonly string[]
  readonly kept: readonly string[]
  readonly conflicts: readonly string[]
}

/** Members that say one thing together: a rule with members of both sides would contradict itself. */
const together: readonly (readonly string[])[] = [
  ['risk_score', 'severity'],
  ['language', 'query', 'required_fields'],
  ['data_view_id', 'index'],
  ['from', 'interval'],
  ['timeline_id', 'timeline_title'],
]

/** Decides which side wins for each different member. Without hashes of the last deployment, our side always wins. */
function mergeMembers(
  wanted: JsonObject,
  current: JsonObject,
  base: Readonly<Record<string, string>> | undefined,
): MergedMembers {
  const ours = memberHashes(wanted)
  const theirs = memberHashes(current)
  // Includes members that only Kibana has: PUT deletes each member that the body lacks
  // (https://www.elastic.co/docs/api/doc/kibana/operation/operation-updaterule).
  const names = [...new Set([ours, theirs, base ?? {}].flatMap(Object.keys))].sort()
  const decided = { ours: [] as string[], kept: [] as string[], conflicts: [] as string[] }
  for (const name of names) {
    if (ours[name] === theirs[name]) continue
    if (base === undefined || theirs[name] === base[name]) decided.ours.push(name)
    else if (ours[name] === base[name]) decided.kept.push(name)
    else decided.conflicts.push(name)
  }
  return together.reduce(undivided, decided)
}

/** Where a Kibana user and the pack changed members of one group, all of its differing members are a conflict. */
function undivided({ ours, kept, conflicts }: MergedMembers, group: readonly string[]): MergedMembers {
  const isIn = (name: string) => group.includes(name)
  if (!ours.some(isIn) || ![...kept, ...conflicts].some(isIn)) return { ours, kept, conflicts }
  const isApart = (name: string) => !isIn(name)
  const divided = [...ours, ...kept].filter(isIn)
  return {
    ours: ours.filter(isApart),
    kept: kept.filter(isApart),
    conflicts: [...conflicts, ...divided].sort(),
  }
}

/** Returns the body with the members to keep from Kibana. For a conflict, the note keeps the last deployment's hash. */
function keepMembers(
  body: JsonObject,
  current: JsonObject,
  { kept, conflicts }: MergedMembers,
  base: Readonly<Record<string, string>>,
): JsonObject {
  const meta = isObject(body.meta) ? body.meta : {}
  const note = isObject(meta.consentry) ? meta.consentry : {}
  const members = replaceMembers(isObject(note.members) ? note.members : {}, base, conflicts)
  return {
    ...replaceMembers(body, current, [...kept, ...conflicts]),
    meta: { ...meta, consentry: { ...note, members } },
  }
}

/** Returns `into` with the named members of `from`; members that `from` lacks are removed. */
function replaceMembers(into: JsonObject, from: JsonObject, names: readonly string[]): JsonObject {
  const rest = Object.entries(into).filter(([name]) => !names.includes(name))
  const replaced = names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]] as const]))
  return Object.fromEntries([...rest, ...replaced])
}

/** Returns the pack's rule with the settings of Kibana users: whether the rule runs, its actions, their exceptions. */
function withTheirs(wanted: JsonObject, current: JsonObject | undefined, { lists, off }: PlanOptions): JsonObject {
  const referenced = asList(wanted.exceptions_list).map((entry) => lists.get(listId(entry)) ?? entry)
  const kept = asList(current?.exceptions_list).filter((entry) => !lists.has(listId(entry)))
  const meta = { ...(isObject(current?.meta) ? current.meta : {}), ...(isObject(wanted.meta) ? wanted.meta : {}) }
  return {
    ...wanted,
    meta,
    enabled: !off && (wanted.enabled === true || current?.enabled === true),
    actions: current?.actions ?? wanted.actions ?? [],
    exceptions_list: [...kept, ...referenced],
  }
}

function asList(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function listId(entry: JsonObject): string {
  return String(entry.list_id)
}

/** Returns the lists with their IDs in Kibana: a list that was deleted and created again has a new ID. */
function listIds(value: Json | undefined): string[] {
  return asList(value)
    .map((entry) => `${listId(entry)} ${entry.id}`)
    .sort()
}
