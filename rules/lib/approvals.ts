// Approved applications: the acts, applications, tiers and expiry times that an approval covers, as exception lists for
// Kibana and as filters for a hunt.
import {
  type Approval,
  type ApprovedUse,
  type Environment,
  endOfApproval,
} from '../../mappings/environment/environment.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { never } from '../../mappings/kernel/never.ts'
import { fieldValues } from '../../mappings/kernel/path.ts'
import { type ExceptionEntry, entriesTest, generatedList, listItem, listReference } from './exception-entry.ts'
import { ruleFields } from './portable.ts'
import { requiredActions } from './required-actions.ts'
import type { Rule } from './rule.ts'

/** Acts that an approval of this kind of use may silence. Others take over an application or widen its access. */
const quietable: Readonly<Record<ApprovedUse, readonly string[]>> = {
  entry: ['app_install', 'app_register', 'consent_request', 'sp_add'],
  consent: ['consent', 'consent_block', 'delegated_grant', 'user_assign'],
  use: ['app_sign_in', 'app_use'],
}

/**
 * Facts that show a takeover, which no approval covers: an account or grant that has ended, a new network, or a change
 * that opens up an application.
 */
const takeOver =
  /^(?:oauth\.(?:account\.(?:linked_status|password|reset|sessions|signed_in|status)|activity\.network_(?:new|age_hours)|app\.orphaned|credential|grant\.revoked|owner|policy|redirect|role)|source\.(?:as|geo))(?:[._]|$)/

/** Tiers from the lowest to the highest: an approval covers all tiers up to one of them. */
const tiers = ['low', 'medium', 'high', 'critical'] as const

/** Returns the kind of use whose approvals silence a rule; undefined if `skipsApprovedApps` is unset or not allowed. */
export function approvalKind(rule: Rule): ApprovedUse | undefined {
  if (!rule.skipsApprovedApps || takeOverField(rule) !== undefined) return undefined
  return kindOfActs(requiredActions(rule))
}

/** Returns the reason why no approval may silence a rule; undefined if approvals may silence it. */
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

/** Returns the kind of use of all acts. An approval of `consent` also covers a rule on entry and consent. */
function kindOfActs(acts: readonly string[] | undefined): ApprovedUse | undefined {
  const within = (known: readonly string[]) => acts?.every((act) => known.includes(act)) === true
  const kinds: readonly ApprovedUse[] = ['entry', 'use', 'consent']
  const found = kinds.find((kind) => within(quietable[kind]))
  return found ?? (within([...quietable.entry, ...quietable.consent]) ? 'consent' : undefined)
}

export function approvalsOf(kind: ApprovedUse, environment: Environment): readonly Approval[] {
  return environment.approvedApps.filter(({ uses }) => uses.includes(kind))
}

/**
 * Returns a test of whether an approval covers a document for a kind of use: the application matches, the tier is not
 * higher, the owner matches if the document contains it, and the approval had not expired at the time of the document.
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

/** One way to meet an approval. Exception lists support "or" only between items, so each variant becomes an item. */
interface Variant {
  /** The suffix of the item ID. */
  readonly suffix: string
  /** Distinguishes the items of one approval in Kibana; empty if the document contains all facts. */
  readonly remark: string
  readonly entries: readonly ExceptionEntry[]
}

/** Returns an entry that requires the field to be absent. */
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
 * Returns the variants for the tier of an approval. A record of use rarely contains permissions. If they are missing,
 * the application's permissions in the entity store decide; without these, the approval does not cover the use. The
 * approval covers an installation without permissions. An approval up to the highest tier covers everything.
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

export const exceptionReference = (kind: ApprovedUse): JsonObject => listReference(listIdOf(kind))

export const exceptionList = (kind: ApprovedUse): JsonObject =>
  generatedList(listIdOf(kind), listNames[kind], 'the approved applications')

/** Returns the items of a list: one for each combination of tier and owner facts, because few records contain both. */
export function exceptionItems(kind: ApprovedUse, environment: Environment): JsonObject[] {
  return approvalsOf(kind, environment).flatMap((approval) =>
    variantsOf(kind, approval).map((variant) => item(kind, approval, variant)),
  )
}

function item(kind: ApprovedUse, approval: Approval, { suffix, remark, entries }: Variant): JsonObject {
  const { id, name = id, reason, owner } = approval
  return listItem(listIdOf(kind), entries, {
    description: `${reason} (approved by ${owner})`,
    expire_time: new Date(endOfApproval(approval)).toISOString(),
    item_id: `${listIdOf(kind)}-${id}${suffix}`,
    name: remark === '' ? name : `${name} (${remark})`,
  })
}
