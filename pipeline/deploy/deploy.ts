// Deploys rules to Kibana: exception lists first, because rules refer to them, then rule by rule. Each run plans from the
// state of Kibana, so a second run completes one that was interrupted.
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { deployedOf, isChangedByUser } from '../../rules/lib/deploy/comparable.ts'
import { planRule, type RulePlan } from '../../rules/lib/deploy/plan.ts'
import type { OffReason } from '../../rules/lib/rule-state.ts'
import { type Kibana, readPages } from '../clients/kibana.ts'
import { type ExceptionPlan, planExceptions } from './exceptions.ts'
import { Writer, type Written } from './writer.ts'

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
  /** Rules that are up to date and disabled in Kibana, and that a deployment enables. */
  readonly on: readonly { readonly id: string; readonly name: string }[]
  /** Rules of an earlier deployment that are not in the content. They stay: another content folder may contain them. */
  readonly left: readonly LeftRule[]
}

export interface LeftRule {
  readonly id: string
  readonly name: string
  readonly enabled: boolean
  /** A Kibana user changed the rule: only a deployment that overwrites deletes it. */
  readonly changed?: true
}

export interface PlanChoices {
  /** Overwrites changes by Kibana users, and rules with our IDs that no deployment wrote. */
  readonly overwrite?: boolean
  readonly enable?: ReadonlySet<string>
}

export async function planDeploy(kibana: Kibana, pack: Pack, choices: PlanChoices = {}): Promise<DeployPlan> {
  return planOn(await readRules(kibana), kibana, pack, choices)
}

/** Plans a deployment on the rules that Kibana holds. */
export async function planOn(
  held: readonly JsonObject[],
  kibana: Kibana,
  pack: Pack,
  { overwrite = false, enable = new Set() }: PlanChoices = {},
): Promise<DeployPlan> {
  const { references, plans } = await planExceptions(kibana, pack.lists, pack.items, { overwrite })
  const byId = new Map(held.map((rule) => [rule.rule_id, rule]))
  const rules = pack.rules.map((wanted) => {
    const id = String(wanted.rule_id)
    const enabled = wanted.enabled === true || enable.has(id)
    return planRule({ ...wanted, enabled }, byId.get(id), { lists: references, off: pack.off.has(id), overwrite })
  })
  const known = new Set(pack.rules.map(({ rule_id }) => rule_id))
  const wantedOn = new Set(
    rules.filter(({ kind, body }) => kind === 'same' && body.enabled === true).map(({ id }) => id),
  )
  const states = held.map((rule) => ({
    id: String(rule.rule_id),
    name: String(rule.name),
    enabled: rule.enabled === true,
    isOurs: deployedOf(rule) !== undefined,
    changed: !overwrite && isChangedByUser(rule),
  }))
  const off = states.flatMap(({ id, name, enabled }) => {
    const reason = pack.off.get(id)
    return enabled && reason !== undefined ? [{ id, name, reason }] : []
  })
  const on = states.filter(({ id, enabled }) => !enabled && wantedOn.has(id)).map(({ id, name }) => ({ id, name }))
  const left = states
    .filter(({ id, isOurs }) => isOurs && !known.has(id) && !pack.off.has(id))
    .map(({ id, name, enabled, changed }): LeftRule => ({ id, name, enabled, ...(changed && { changed }) }))
  return { exceptions: plans, rules, off, on, left }
}

export function readRules(kibana: Kibana): Promise<JsonObject[]> {
  const path = '/detection_engine/rules/_find?sort_field=created_at&sort_order=asc'
  return readPages(kibana, path, 500, 'rules cannot be read')
}

export interface ApplyOptions {
  /** Deletes our rules that the pack does not contain and that no Kibana user changed. */
  readonly prune?: boolean
  readonly onWritten?: (written: Written) => void
}

/** Writes the changes of a plan. Records the reason of each refusal, and continues with the rest. */
export async function applyPlan(
  kibana: Kibana,
  plan: DeployPlan,
  { prune = false, onWritten }: ApplyOptions = {},
): Promise<Written[]> {
  const writer = new Writer(kibana, onWritten)
  for (const { kind, list, item, method, path, body } of plan.exceptions)
    if (kind !== 'drifted_item') await writer.send(`${kind.replace('_', ' ')} ${item ?? list}`, method, path, body)
  const rulesPath = '/detection_engine/rules'
  for (const { id, name } of plan.off)
    await writer.send(`disable ${name}`, 'PATCH', rulesPath, { rule_id: id, enabled: false })
  for (const { id, name } of plan.on)
    await writer.send(`enable ${name}`, 'PATCH', rulesPath, { rule_id: id, enabled: true })
  const lists = await madeLists(kibana, plan)
  for (const { kind, name, body } of plan.rules) {
    if (kind !== 'create' && kind !== 'update') continue
    const missing = missingList(plan, lists, body)
    if (missing !== undefined)
      writer.note({ what: `${kind} ${name}`, refused: `its exception list ${missing} is missing` })
    else await writer.send(`${kind} ${name}`, kind === 'create' ? 'POST' : 'PUT', rulesPath, withLists(body, lists))
  }
  if (prune)
    for (const { id, name, changed } of plan.left)
      if (!changed) await writer.send(`delete ${name}`, 'DELETE', `${rulesPath}?rule_id=${encodeURIComponent(id)}`)
  return writer.done
}

/** Returns true if a deployment would change nothing, and no rule outside the pack runs in Kibana. */
export function isUpToDate({ exceptions, rules, off, on, left }: DeployPlan): boolean {
  const isAsDeployed =
    exceptions.length === 0 && rules.every(({ kind, conflicts }) => kind === 'same' && conflicts.length === 0)
  return isAsDeployed && off.length === 0 && on.length === 0 && !left.some(({ enabled }) => enabled)
}

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

/** Returns an exception list that the rule refers to and that this run failed to create. */
function missingList(
  { exceptions }: DeployPlan,
  made: ReadonlyMap<string, string>,
  { exceptions_list: references }: JsonObject,
): string | undefined {
  const absent = exceptions
    .filter(({ kind, list }) => kind === 'create_list' && !made.has(list))
    .map(({ list }) => list)
  const named = Array.isArray(references) ? references.filter(isObject).map(({ list_id: id }) => id) : []
  return absent.find((list) => named.includes(list))
}

function withLists(body: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  if (!Array.isArray(body.exceptions_list)) return body
  const lists = body.exceptions_list.map((entry) => {
    const id = isObject(entry) ? ids.get(String(entry.list_id)) : undefined
    return id === undefined || !isObject(entry) ? entry : { ...entry, id }
  })
  return { ...body, exceptions_list: lists }
}
