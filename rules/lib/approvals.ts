// Approved applications: what an approval quiets, for whom, how far and until when. The same for Kibana, as exception
// lists, and for a hunt.
import {
  type Approval,
  type ApprovedUse,
  type Environment,
  endOfApproval,
} from '../../mappings/environment/environment.ts'
import type { Json, JsonObject } from '../../mappings/kernel/json.ts'
import { fieldValues, splitPath } from '../../mappings/kernel/path.ts'
import { ruleFields } from './portable.ts'
import { requiredActions } from './required-actions.ts'
import type { Rule } from './rule.ts'

/** Acts that an approval may quiet, by the kind of use that it has to name. Anything else takes an application over, or widens it. */
const quietable: Readonly<Record<ApprovedUse, readonly string[]>> = {
  entry: ['app_install', 'app_register', 'consent_request', 'sp_add'],
  consent: ['consent', 'consent_block', 'delegated_grant', 'user_assign'],
  use: ['app_sign_in', 'app_use'],
}

/** Facts that make an act one of a take-over, whoever was approved: an account that ended, a new network, what opens an application. */
const takeOver =
  /^(?:oauth\.(?:account\.status|app\.orphaned|credential|owner|policy|redirect|role)|source\.(?:as|geo))(?:[._]|$)/

/** Tiers from the lowest: an approval goes up to one of them. */
const tiers = ['low', 'medium', 'high', 'critical'] as const

/**
 * The kind of use that a rule may be quieted for; undefined when it does not say `skipsApprovedApps`, or looks at an act
 * that no approval covers.
 */
export function approvalKind(rule: Rule): ApprovedUse | undefined {
  if (!rule.skipsApprovedApps || ruleFields(rule).some((field) => takeOver.test(field))) return undefined
  const actions = requiredActions(rule)
  if (actions === undefined) return undefined
  const kinds: readonly ApprovedUse[] = ['entry', 'use', 'consent']
  const found = kinds.find((kind) => actions.every((action) => quietable[kind].includes(action)))
  const all = [...quietable.entry, ...quietable.consent]
  return found ?? (actions.every((action) => all.includes(action)) ? 'consent' : undefined)
}

/** The approvals that cover a kind of use. */
export function approvalsOf(kind: ApprovedUse, environment: Environment): readonly Approval[] {
  return environment.approvedApps.filter(({ uses }) => uses.includes(kind))
}

const appPath = splitPath('oauth.app.id')
const tierPath = splitPath('oauth.grant.tier')
const ownerPath = splitPath('oauth.app.owner_tenant')

/** Whether an approval covers a document: the application, no higher tier, the owner where the document knows it, not expired by then. */
export function isCovered(document: object, approval: Approval): boolean {
  const { id, tier, ownerTenant } = approval
  if (!fieldValues(document, appPath).includes(id)) return false
  const within = coveredTiers(tier)
  const found = fieldValues(document, tierPath)
  if (found.length === 0 || !found.some((value) => within.includes(String(value)))) return false
  const owners = fieldValues(document, ownerPath)
  if (ownerTenant !== undefined && owners.length > 0 && !owners.includes(ownerTenant)) return false
  const [time] = fieldValues(document, ['@timestamp'])
  return typeof time !== 'string' || Date.parse(time) <= endOfApproval(approval)
}

function coveredTiers(tier: Approval['tier']): string[] {
  return tiers.slice(0, tiers.indexOf(tier) + 1)
}

const listNames: Readonly<Record<ApprovedUse, string>> = {
  entry: 'Consentry: applications approved to enter',
  consent: 'Consentry: applications approved to be consented to',
  use: 'Consentry: applications approved to be used',
}

function listIdOf(kind: ApprovedUse): string {
  return `consentry-approved-${kind}`
}

/** How an emitted rule refers to the list of its kind. Kibana finds the list by `list_id` and puts its own id in. */
export function exceptionReference(kind: ApprovedUse): JsonObject {
  const id = listIdOf(kind)
  return { id, list_id: id, type: 'detection', namespace_type: 'single' }
}

/** The exception list of a kind of use. */
export function exceptionList(kind: ApprovedUse): JsonObject {
  return {
    description: 'Made from the approved applications of environment.yaml. Items of your own stay.',
    list_id: listIdOf(kind),
    meta: { managed_by: 'consentry' },
    name: listNames[kind],
    namespace_type: 'single',
    tags: ['Consentry'],
    type: 'detection',
  }
}

type Entry = { field: string; operator: 'included' | 'excluded' } & (
  | { type: 'match'; value: string }
  | { type: 'match_any'; value: string[] }
  | { type: 'exists' }
)

/**
 * The items of a list. An approval that names the owner gives two: one for documents that say the owner, one for those that
 * do not say any.
 */
export function exceptionItems(kind: ApprovedUse, environment: Environment): JsonObject[] {
  return approvalsOf(kind, environment).flatMap((approval) => {
    const { id, tier, ownerTenant } = approval
    const entries: Entry[] = [
      { field: 'oauth.app.id', operator: 'included', type: 'match_any', value: [id] },
      { field: 'oauth.grant.tier', operator: 'included', type: 'match_any', value: coveredTiers(tier) },
    ]
    const owner = 'oauth.app.owner_tenant'
    if (ownerTenant === undefined) return [item(kind, approval, entries, '')]
    return [
      item(kind, approval, [...entries, { field: owner, operator: 'included', type: 'match', value: ownerTenant }], ''),
      item(kind, approval, [...entries, { field: owner, operator: 'excluded', type: 'exists' }], '-owner-unknown'),
    ]
  })
}

function item(kind: ApprovedUse, approval: Approval, entries: readonly Entry[], suffix: string): JsonObject {
  const { id, name, reason, owner } = approval
  return {
    description: `${reason} (approved by ${owner})`,
    entries: entries as unknown as Json,
    expire_time: new Date(endOfApproval(approval)).toISOString(),
    item_id: `${listIdOf(kind)}-${id}${suffix}`,
    list_id: listIdOf(kind),
    meta: { managed_by: 'consentry' },
    name: name ?? id,
    namespace_type: 'single',
    tags: ['Consentry'],
    type: 'simple',
  }
}
