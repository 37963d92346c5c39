// Brings the pack into Kibana: exception lists first, because rules refer to them, then rule by rule. Every step is found
// out anew from what Kibana holds, so a run that was cut off is simply run again.
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { deployedOf } from '../../rules/lib/deploy/comparable.ts'
import { planRule, type RulePlan } from '../../rules/lib/deploy/plan.ts'
import type { OffReason } from '../../rules/lib/emit.ts'
import type { Kibana } from '../clients/kibana.ts'
import { type ExceptionPlan, planExceptions } from './exceptions.ts'

/** The pack in Kibana's forms. */
export interface Pack {
  readonly rules: readonly JsonObject[]
  readonly lists: readonly JsonObject[]
  readonly items: readonly JsonObject[]
  /** Rules that must not run, by rule id. */
  readonly off: ReadonlyMap<string, OffReason>
}

export interface DeployPlan {
  readonly exceptions: readonly ExceptionPlan[]
  readonly rules: readonly RulePlan[]
  /** Rules that run in Kibana and must not: a deployment disables them. */
  readonly off: readonly { readonly id: string; readonly name: string; readonly reason: OffReason }[]
  /** Experimental rules that the environment names and that do not run in Kibana: a deployment enables them. */
  readonly on: readonly { readonly id: string; readonly name: string }[]
  /** Rules that an earlier deployment wrote and that nothing here knows: another content folder may hold them, so they stay. */
  readonly left: readonly { readonly id: string; readonly name: string; readonly enabled: boolean }[]
}

/** Reads Kibana and says what a deployment would change. */
export async function planDeploy(kibana: Kibana, pack: Pack): Promise<DeployPlan> {
  const { references, plans } = await planExceptions(kibana, pack.lists, pack.items)
  const held = await readRules(kibana)
  const byId = new Map(held.map((rule) => [rule.rule_id, rule]))
  const rules = pack.rules.map((wanted) =>
    planRule(wanted, byId.get(wanted.rule_id), { lists: references, off: pack.off.has(String(wanted.rule_id)) }),
  )
  const known = new Set(pack.rules.map(({ rule_id }) => rule_id))
  const wantedOn = new Set(pack.rules.flatMap(({ rule_id, enabled }) => (enabled === true ? [rule_id] : [])))
  const states = held.map((rule) => ({
    id: String(rule.rule_id),
    name: String(rule.name),
    enabled: rule.enabled === true,
    isOurs: deployedOf(rule) !== undefined,
  }))
  const off = states.flatMap(({ id, name, enabled }) => {
    const reason = pack.off.get(id)
    return enabled && reason !== undefined ? [{ id, name, reason }] : []
  })
  const on = states.filter(({ id, enabled }) => !enabled && wantedOn.has(id)).map(({ id, name }) => ({ id, name }))
  const left = states
    .filter(({ id, isOurs }) => isOurs && !known.has(id) && !pack.off.has(id))
    .map(({ id, name, enabled }) => ({ id, name, enabled }))
  return { exceptions: plans, rules, off, on, left }
}

const pageSize = 500

async function readRules(kibana: Kibana): Promise<JsonObject[]> {
  const rules: JsonObject[] = []
  for (let page = 1; ; page++) {
    const answer = await kibana.send(
      'GET',
      `/detection_engine/rules/_find?page=${page}&per_page=${pageSize}&sort_field=created_at&sort_order=asc`,
    )
    if (!answer.ok) throw new Error(`rules cannot be read: ${answer.reason}`)
    const data = isObject(answer.body) && Array.isArray(answer.body.data) ? answer.body.data.filter(isObject) : []
    rules.push(...data)
    if (data.length < pageSize) return rules
  }
}

export interface Written {
  readonly what: string
  readonly refused?: string
}

export interface ApplyOptions {
  /** Also write over what somebody changed, and over rules of our ids that nobody deployed. */
  readonly overwrite: boolean
  /** Called after each write. */
  readonly onWritten?: (written: Written) => void
}

const exceptionVerbs: Readonly<Record<ExceptionPlan['kind'], string>> = {
  create_list: 'create list',
  create_item: 'create item',
  update_item: 'update item',
  drifted_item: 'update item',
  delete_item: 'delete item',
}

/** Carries a plan out. What Kibana refuses is noted with its reason, and the rest goes on. */
export async function applyPlan(
  kibana: Kibana,
  plan: DeployPlan,
  { overwrite, onWritten }: ApplyOptions,
): Promise<Written[]> {
  const done: Written[] = []
  const note = (written: Written) => {
    done.push(written)
    onWritten?.(written)
  }
  for (const { kind, list, item, method, path, body } of plan.exceptions) {
    if (kind === 'drifted_item' && !overwrite) continue
    const answer = await kibana.send(method, path, body)
    const what = `${exceptionVerbs[kind]} ${item ?? list}`
    note(answer.ok ? { what } : { what, refused: `${answer.status} ${answer.reason}` })
  }
  const switched = [
    ...plan.off.map(({ id, name }) => ({ id, enabled: false, what: `disable ${name}` })),
    ...plan.on.map(({ id, name }) => ({ id, enabled: true, what: `enable ${name}` })),
  ]
  for (const { id, enabled, what } of switched) {
    const answer = await kibana.send('PATCH', '/detection_engine/rules', { rule_id: id, enabled })
    note(answer.ok ? { what } : { what, refused: `${answer.status} ${answer.reason}` })
  }
  const lists = await madeLists(kibana, plan)
  for (const rule of plan.rules.filter(({ kind }) => isWritten(kind, overwrite))) {
    const method = rule.kind === 'create' ? 'POST' : 'PUT'
    const answer = await kibana.send(method, '/detection_engine/rules', withLists(rule.body, lists))
    const what = `${rule.kind === 'create' ? 'create' : 'update'} ${rule.name}`
    note(answer.ok ? { what } : { what, refused: `${answer.status} ${answer.reason}` })
  }
  return done
}

/** Whether a deployment has nothing to do, and no rule runs in Kibana that is not in the pack. */
export function isUpToDate({ exceptions, rules, off, on, left }: DeployPlan): boolean {
  const isAsDeployed = exceptions.length === 0 && rules.every(({ kind }) => kind === 'same')
  return isAsDeployed && off.length === 0 && on.length === 0 && !left.some(({ enabled }) => enabled)
}

/** Whether a rule of a plan is written. */
export function isWritten(kind: RulePlan['kind'], overwrite: boolean): boolean {
  switch (kind) {
    case 'create':
    case 'update':
      return true
    case 'drifted':
    case 'unknown':
      return overwrite
    case 'same':
    case 'other_type':
      return false
    default:
      return kind satisfies never
  }
}

/** Lists made by this run have got their ids from Kibana. */
async function madeLists(kibana: Kibana, { exceptions }: DeployPlan): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const { kind, list } of exceptions) {
    if (kind !== 'create_list') continue
    const query = `list_id=${encodeURIComponent(list)}&namespace_type=single`
    const answer = await kibana.send('GET', `/exception_lists?${query}`)
    if (answer.ok && isObject(answer.body)) ids.set(list, String(answer.body.id))
  }
  return ids
}

function withLists(body: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  if (!Array.isArray(body.exceptions_list)) return body
  const lists = body.exceptions_list.map((entry) => {
    const id = isObject(entry) ? ids.get(String(entry.list_id)) : undefined
    return id === undefined || !isObject(entry) ? entry : { ...entry, id }
  })
  return { ...body, exceptions_list: lists }
}
