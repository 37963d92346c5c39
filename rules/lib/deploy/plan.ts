// What a deployment would do to one rule: read, compare, merge. Nothing here talks to Kibana.
import { isDeepStrictEqual } from 'node:util'
import { isObject, type Json, type JsonObject } from '../../../mappings/kernel/json.ts'
import { hashOf } from '../behavior.ts'
import { comparable, deployedOf } from './comparable.ts'

/**
 * `create`: Kibana has no such rule. `update`: it has an older one of ours. `same`: nothing to do. `drifted`: somebody
 * changed what we wrote. `unknown`: a rule of this id that no deployment wrote. `other_type`: Kibana cannot change the type of a rule.
 */
export type PlanKind = 'create' | 'update' | 'same' | 'drifted' | 'unknown' | 'other_type'

export interface RulePlan {
  readonly kind: PlanKind
  readonly id: string
  readonly name: string
  /** Versions of the pack's rule: deployed and to be deployed. */
  readonly from?: number
  readonly to: number
  /** Members that differ between the pack and Kibana. */
  readonly differing: readonly string[]
  /** Members that somebody changed since the last deployment; only where that can be told. */
  readonly changedByOthers: boolean
  /** The whole rule to be written. */
  readonly body: JsonObject
}

export interface PlanOptions {
  /** Exception lists of ours by `list_id`: the reference with the id that Kibana knows. */
  readonly lists: ReadonlyMap<string, JsonObject>
  /** The rule must not run. */
  readonly off: boolean
}

/** Compares a rule of the pack with what Kibana holds under its `rule_id`. */
export function planRule(wanted: JsonObject, current: JsonObject | undefined, options: PlanOptions): RulePlan {
  const members = Object.keys(wanted)
  const facts = {
    id: String(wanted.rule_id),
    name: String(wanted.name),
    to: Number(wanted.version),
    body: merge(wanted, current, options),
  }
  if (current === undefined) return { ...facts, kind: 'create', differing: [], changedByOthers: false }
  const differing = differences(wanted, current, members, facts.body)
  const note = deployedOf(current)
  const from = note === undefined ? {} : { from: note.version }
  if (current.type !== wanted.type)
    return { ...facts, ...from, kind: 'other_type', differing: ['type'], changedByOthers: false }
  if (note === undefined) return { ...facts, kind: 'unknown', differing, changedByOthers: false }
  const changedByOthers = hashOf(comparable(current, note.members)) !== note.written
  const upToDate = differing.length === 0 && note.version === facts.to
  const kind = upToDate ? 'same' : changedByOthers ? 'drifted' : 'update'
  return { ...facts, ...from, kind, differing, changedByOthers }
}

function differences(wanted: JsonObject, current: JsonObject, members: readonly string[], body: JsonObject): string[] {
  const ours = comparable(wanted, members)
  const theirs = comparable(current, members)
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)])
  const found = [...names].filter((name) => !isDeepStrictEqual(ours[name], theirs[name]))
  const lists = isDeepStrictEqual(listIds(body.exceptions_list), listIds(current.exceptions_list))
  return [...found, ...(lists ? [] : ['exceptions_list'])].sort()
}

/** The pack's rule with what belongs to the users of Kibana: whether it runs, what it sets off, and their exceptions. */
function merge(wanted: JsonObject, current: JsonObject | undefined, { lists, off }: PlanOptions): JsonObject {
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

function listIds(value: Json | undefined): string[] {
  return asList(value).map(listId).sort()
}
