// Approved applications: the acts, applications, tiers and times of an approval, as exception lists for Kibana and as filters for
// a hunt.
import {
  type Approval,
  type ApprovedUse,
  type Environment,
  endOfApproval,
} from '../../mappings/environment/environment.ts'
import type { Json, JsonObject } from '../../mappings/kernel/json.ts'
import { never } from '../../mappings/kernel/never.ts'
import { fieldValues } from '../../mappings/kernel/path.ts'
import { type ExceptionEntry, entriesTest } from './exception-entry.ts'
import { ruleFields } from './portable.ts'
import { requiredActions } from './required-actions.ts'
import type { Rule } from './rule.ts'

/** Acts that an approval may quiet, by the kind of use that it has to name. Anything else takes an application over, or widens it. */
const quietable: Readonly<Record<ApprovedUse, readonly string[]>> = {
  entry: ['app_install', 'app_register', 'consent_request', 'sp_add'],
  consent: ['consent', 'consent_block', 'delegated_grant', 'user_assign'],
  use: ['app_sign_in', 'app_use'],
}

/**
 * Facts of a takeover, which no approval covers: an ended account or grant, a new network, a change that opens an
 * application.
 */
const takeOver =
  /^(?:oauth\.(?:account\.(?:linked_status|password|reset|sessions|signed_in|status)|activity\.network_(?:new|age_hours)|app\.orphaned|credential|grant\.revoked|owner|policy|redirect|role)|source\.(?:as|geo))(?:[._]|$)/

/** Tiers from the lowest: an approval goes up to one of them. */
const tiers = ['low', 'medium', 'high', 'critical'] as const

/** The kind of use that a rule may be quieted for; undefined when it does not say `skipsApprovedApps`, or may not. */
export function approvalKind(rule: Rule): ApprovedUse | undefined {
  if (!rule.skipsApprovedApps || takeOverField(rule) !== undefined) return undefined
  return kindOfActs(requiredActions(rule))
}

/** Why no approval may quiet a rule; undefined when one may. */
export function refusedApproval(rule: Rule): string | undefined {
  const field = takeOverField(rule)
  if (field !== undefined) return `a rule on ${field} detects the takeover of an application`
  const acts = requiredActions(rule)
  if (acts === undefined) return 'the query does not name its acts'
  if (kindOfActs(acts) !== undefined) return undefined
  const known = Object.values(quietable).flat()
  const act = acts.find((each) => !known.includes(each))
  return act === undefined ? 'approvals cover use, or entry and consent' : `no approval covers "${act}"`
}

function takeOverField(rule: Rule): string | undefined {
  return ruleFields(rule).find((field) => takeOver.test(field))
}

/** A rule on entry and consent is quieted by who may be consented to. */
function kindOfActs(acts: readonly string[] | undefined): ApprovedUse | undefined {
  const within = (known: readonly string[]) => acts?.every((act) => known.includes(act)) === true
  const kinds: readonly ApprovedUse[] = ['entry', 'use', 'consent']
  const found = kinds.find((kind) => within(quietable[kind]))
  return found ?? (within([...quietable.entry, ...quietable.consent]) ? 'consent' : undefined)
}

/** The approvals that cover a kind of use. */
export function approvalsOf(kind: ApprovedUse, environment: Environment): readonly Approval[] {
  return environment.approvedApps.filter(({ uses }) => uses.includes(kind))
}

/**
 * Which documents an approval covers for a kind of use: the application, no higher tier, the owner where the document knows
 * it, not expired by then.
 */
export function coverageOf(kind: ApprovedUse, approval: Approval): (document: object) => boolean {
  const tests = variantsOf(kind, approval).map(({ entries }) => entriesTest(entries))
  const end = endOfApproval(approval)
  return (document) => {
    if (!tests.some((holds) => holds(document))) return false
    const [time] = fieldValues(document, ['@timestamp'])
    return typeof time !== 'string' || Date.parse(time) <= end
  }
}

const grantTier = 'oauth.grant.tier'
const heldTier = 'oauth.app.tier_held'
const ownerTenantField = 'oauth.app.owner_tenant'

/** A way in which a document may say what an approval asks for; exception lists know no "or" but that of their items. */
interface Variant {
  /** Ends the id of the item. */
  readonly suffix: string
  /** Distinguishes the items of one approval in Kibana; empty where a document contains all facts. */
  readonly remark: string
  readonly entries: readonly ExceptionEntry[]
}

/** Without this field in the document. */
const without = (field: string): ExceptionEntry => ({ field, operator: 'excluded', type: 'exists' })

function variantsOf(kind: ApprovedUse, { id, tier, ownerTenant }: Approval): Variant[] {
  const app: ExceptionEntry = { field: 'oauth.app.id', operator: 'included', type: 'match_any', value: [id] }
  return tierVariants(kind, tier).flatMap((variant): Variant[] => {
    const entries = [app, ...variant.entries]
    if (ownerTenant === undefined) return [{ ...variant, entries }]
    return [
      {
        ...variant,
        entries: [...entries, { field: ownerTenantField, operator: 'included', type: 'match', value: ownerTenant }],
      },
      {
        suffix: `${variant.suffix}-owner-unknown`,
        remark: [variant.remark, 'owner unknown'].filter((text) => text !== '').join(', '),
        entries: [...entries, without(ownerTenantField)],
      },
    ]
  })
}

/**
 * A record of use rarely contains permissions: then the permissions of the application in the entity store decide, and without
 * them, the approval does not cover the use. An installation may have no permissions: then the approval covers it. An approval
 * up to the highest tier covers everything.
 */
function tierVariants(kind: ApprovedUse, tier: Approval['tier']): Variant[] {
  if (tier === tiers.at(-1)) return [{ suffix: '', remark: '', entries: [] }]
  const value = tiers.slice(0, tiers.indexOf(tier) + 1)
  const within = (field: string): ExceptionEntry => ({ field, operator: 'included', type: 'match_any', value })
  const said = { suffix: '', remark: '', entries: [within(grantTier)] }
  const held = { suffix: '-tier-held', remark: 'by the tier it holds', entries: [without(grantTier), within(heldTier)] }
  const none = { suffix: '-no-tier', remark: 'without a tier', entries: [without(grantTier), without(heldTier)] }
  switch (kind) {
    case 'consent':
      return [said]
    case 'use':
      return [said, held]
    case 'entry':
      return [said, held, none]
    default:
      return never(kind)
  }
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
    description: 'Generated from the approved applications of environment.yaml. Your own items are kept.',
    list_id: listIdOf(kind),
    meta: { managed_by: 'consentry' },
    name: listNames[kind],
    namespace_type: 'single',
    tags: ['Consentry'],
    type: 'detection',
  }
}

/**
 * The items of a list: one for each way in which a document may say tier and owner, because few records say both.
 */
export function exceptionItems(kind: ApprovedUse, environment: Environment): JsonObject[] {
  return approvalsOf(kind, environment).flatMap((approval) =>
    variantsOf(kind, approval).map((variant) => item(kind, approval, variant)),
  )
}

function item(kind: ApprovedUse, approval: Approval, { suffix, remark, entries }: Variant): JsonObject {
  const { id, name = id, reason, owner } = approval
  return {
    description: `${reason} (approved by ${owner})`,
    entries: entries as unknown as Json,
    expire_time: new Date(endOfApproval(approval)).toISOString(),
    item_id: `${listIdOf(kind)}-${id}${suffix}`,
    list_id: listIdOf(kind),
    name: remark === '' ? name : `${name} (${remark})`,
    namespace_type: 'single',
    tags: ['Consentry'],
    type: 'simple',
  }
}
