// Reads the changes that Kibana users made since the last deployment: members of our rules, their own exception items
// in the lists of our rules, and rules that they enabled or disabled.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { deployedOf, memberHashes } from '../../rules/lib/deploy/comparable.ts'
import { isChangedByOthers } from '../../rules/lib/deploy/item-note.ts'
import type { Kibana } from '../clients/kibana.ts'
import { readRules } from './deploy.ts'
import { readItems } from './exceptions.ts'

interface PulledRule {
  readonly rule_id: string
  readonly name: string
  readonly enabled: boolean
  /** Version of the pack's rule that was deployed. */
  readonly version: number
  /** The members that a user changed or added, with the values that Kibana has; null for a member that a user removed. */
  readonly changed: Readonly<Record<string, Json>>
  readonly actions: readonly Json[]
}

export interface Pulled {
  readonly rules: readonly PulledRule[]
  /** Exception items that Kibana users created or changed, in Kibana's export format. */
  readonly exceptions: readonly JsonObject[]
}

export async function pull(kibana: Kibana): Promise<Pulled> {
  const ours = (await readRules(kibana)).filter((rule) => deployedOf(rule) !== undefined)
  const lists = new Set(ours.flatMap(listsOf))
  const exceptions: JsonObject[] = []
  for (const list of [...lists].sort()) exceptions.push(...(await readItems(kibana, list)).filter(isChangedByOthers))
  return { rules: ours.map(pulledRule), exceptions }
}

function pulledRule(rule: JsonObject): PulledRule {
  const { version = 0, members = {} } = deployedOf(rule) ?? {}
  const hashes = memberHashes(rule)
  const names = [...new Set([members, hashes].flatMap(Object.keys))].sort()
  const changed = names.filter((name) => hashes[name] !== members[name])
  return {
    rule_id: String(rule.rule_id),
    name: String(rule.name),
    enabled: rule.enabled === true,
    version,
    changed: Object.fromEntries(changed.map((name) => [name, rule[name] ?? null])),
    actions: Array.isArray(rule.actions) ? rule.actions : [],
  }
}

function listsOf({ exceptions_list: lists }: JsonObject): string[] {
  const references = Array.isArray(lists) ? lists.filter(isObject) : []
  return references
    .filter(({ namespace_type: namespace }) => namespace === 'single')
    .map(({ list_id: id }) => String(id))
}
