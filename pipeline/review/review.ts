// The review of integrations (ATT&CK M1047): all applications in the entity store, with the main facts for a reviewer.
import { entityKey, type Vendor } from '../../mappings/entities/key.ts'
import { approvalsById, type Environment } from '../../mappings/environment/environment.ts'
import { appStatuses, type Tier, tiers } from '../../mappings/fields/oauth.ts'
import { present } from '../../mappings/kernel/present.ts'
import { firstPartyApp } from '../../mappings/knowledge/apps.ts'
import { lookalikeOf } from '../../mappings/knowledge/names.ts'
import { daysBetween, isoTime } from '../entity-store/age.ts'
import { hasEnded } from '../entity-store/annotate-account.ts'
import { highestOf } from '../entity-store/annotate-app.ts'
import { appStatus, onlyPrincipal } from '../entity-store/app-status.ts'
import { everybody } from '../entity-store/entity-ids.ts'
import { appIdentities, appView } from '../entity-store/identities.ts'
import type { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { Lookup } from '../entity-store/lookup.ts'
import { type Subject, subjectAt } from '../entity-store/subject.ts'
import { isServiceAccount } from './containment/safe-words.ts'
import { isEnded } from './ended.ts'
import { grantsByApp, isDelegation, isStanding, type Removal, type ReviewedGrant, reviewGrants } from './grants.ts'
import { historyOf, type Omitted, type ReviewedAct } from './history.ts'
import { accountNamed, actedFor, countUsers, type Moment, statusOfAccount } from './holders.ts'
import { isLure, reasonsOf, stateOfApproval, type Unjudged, weight } from './reasons.ts'
import { grantsOfRights, openRoles, type ReviewedRight, reviewRights, withEnds } from './rights.ts'
import { type ReviewedSetting, reviewSettings } from './settings.ts'

/**
 * An application that never received access has the status `attempted`. An administrator of Google Workspace can block
 * an application.
 */
export const reviewedStatuses = [...appStatuses, 'attempted', 'blocked'] as const

export interface ReviewedApp {
  readonly vendor: Vendor
  readonly tenant: string
  /** From the environment file and the records. */
  readonly tenantNames: readonly string[]
  readonly id: string
  readonly otherIds: readonly string[]
  readonly names: readonly string[]
  readonly firstParty: boolean
  /**
   * Its registration, its publisher and the verification of the publisher, if an inventory or a record contains them.
   */
  readonly ownerTenant?: string
  /** The time when this tenant registered the application, if the records contain it. */
  readonly registered?: string
  readonly publisher?: string
  readonly verified?: boolean
  readonly tier?: Tier
  /** The highest tier that it ever had, if it is higher than `tier`. */
  readonly formerTier?: Tier
  readonly breadth: 'tenant' | 'user' | 'none'
  readonly users: number
  readonly usersApproximate: boolean
  readonly firstSeen?: string
  readonly lastUsed?: string
  /** The days from the last use of the application to the last record of its vendor. */
  readonly idleDays?: number
  /** The state of the granters: all have left, some are present, or unknown. */
  readonly granters: 'gone' | 'present' | 'unknown'
  /** `attempted`: every attempt to use it failed, so nothing proves that it exists. `blocked`: a client that Google blocks. */
  readonly status: (typeof reviewedStatuses)[number]
  readonly ended?: string
  /** Only its service principal was deleted: this tenant still has its registration, with its secrets. */
  readonly registrationRemains?: true
  /** `exceeded`: the application holds more than the approval allows. */
  readonly approval: 'approved' | 'exceeded' | 'expired' | 'none'
  /** The last day, or instant, of the approval. */
  readonly approvedUntil?: string
  readonly credentials?: number
  /** Keys that were added in the records. */
  readonly credentialIds: readonly string[]
  /** Keys that Entra ID Protection reported as leaked or suspicious. */
  readonly reportedIds: readonly string[]
  /** The last state of its risk in Entra ID Protection. */
  readonly risk?: { readonly at: string; readonly state: string }
  readonly owners: readonly string[]
  /** Accounts whose password an attacker may know: they own it, added a credential, gave it an Exchange role, or consented to a possible phishing application. */
  readonly exposed: readonly string[]
  /** The reasons for a review, the most severe first. */
  readonly reasons: readonly string[]
  readonly grants: readonly ReviewedGrant[]
  readonly unnamedRemovals: readonly Removal[]
  readonly rights: readonly ReviewedRight[]
  /** Settings that it changed, such as inbox rules and forwarding. */
  readonly settings: readonly ReviewedSetting[]
  /** Present if only Exchange records contain its object ID, which may belong to a person; with the account of that person. */
  readonly unproven?: { readonly account?: string }
  /** Accounts that it acted for or holds a grant of. */
  readonly actedFor: readonly string[]
  /** Present for a service account that acted for accounts, if the records contain no grant of the domain-wide delegation that permits this. */
  readonly usedDelegation?: true
  readonly history: readonly ReviewedAct[]
  /** Acts that the history does not contain, because the entity store keeps only some acts of each kind. */
  readonly historyOmitted?: Omitted
  /** The number of networks of its first uses that the history leaves out; absent if it contains all of them. */
  readonly olderNetworks?: number
}

/** The time at which an export is reviewed, in epoch milliseconds: after its last events and inventories, and not later than now. A record can claim any time. */
export function reviewTime(last: readonly (string | number | undefined)[], now: Date): number {
  const times = last.filter((at) => at !== undefined).map((at) => new Date(at).getTime())
  return times.length === 0 ? now.getTime() : Math.min(Math.max(...times) + 1, now.getTime())
}

/** Returns every application, the most urgent first. `now` is epoch milliseconds. */
export function reviewApps(
  store: InMemoryStore,
  environment: Environment,
  now: number,
  tenantNames: ReadonlyMap<string, string | undefined> = new Map(),
): ReviewedApp[] {
  const ownNames = new Map(environment.tenants.map(({ id, name }) => [id.toLowerCase(), name]))
  const moment: Moment = { store: new Lookup(store), environment, now }
  const lastRecords = lastRecordsOf(store, now)
  const grants = grantsByApp(store)
  const seen = new Set<string>()
  const apps: ReviewedApp[] = []
  for (const { id } of store.entities('apps')) {
    const { vendor } = id
    const subject = subjectAt(vendor, id.tenant, now)
    const own = id.ids[0] as string
    const ids = appIdentities(moment.store, subject, { objectId: own })
    const canonical = ids[0] ?? own
    const key = entityKey(vendor, id.tenant, canonical)
    if (seen.has(key)) continue
    seen.add(key)
    const named = [ownNames.get(id.tenant.toLowerCase()), tenantNames.get(id.tenant)]
    const known = new Set(named.filter((name) => name !== undefined))
    apps.push({ ...reviewApp(moment, subject, ids, grants, lastRecords.get(vendor) ?? now), tenantNames: [...known] })
  }
  return apps.sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))
}

/** The time of the last record of each vendor: the log of one vendor may end earlier than the log of the other. */
function lastRecordsOf(store: InMemoryStore, now: number): ReadonlyMap<Vendor, number> {
  const last = new Map<Vendor, number>()
  for (const { id, entity } of store.entities('log_sources')) {
    const at = entity.seen?.find((each) => each <= now)
    if (at !== undefined) last.set(id.vendor, Math.max(at, last.get(id.vendor) ?? at))
  }
  return last
}

function reviewApp(
  moment: Moment,
  subject: Subject,
  ids: readonly string[],
  grantsOf: ReadonlyMap<string, ReadonlySet<string>>,
  lastRecord: number,
): Omit<ReviewedApp, 'tenantNames'> {
  const { store, environment, now } = moment
  const { vendor, tenant } = subject
  const view = appView(store, subject, ids)
  const id = ids[0] as string
  const names = view.members('names', now).reverse()
  const principals = ids.flatMap((each) => [...(grantsOf.get(entityKey(vendor, tenant, each)) ?? [])])
  const used = view.moment('used', now)
  const recorded = appStatus(view, now)
  const deleted = recorded?.value === 'deleted' ? recorded.at : 0
  const rights = withEnds(reviewRights(view.transitions('rights', now)), store, subject, ids)
  const settings = reviewSettings(view.transitions('settings', now))
  const { grants: permissions, unnamedRemovals } = reviewGrants(moment, subject, ids, principals, { used, deleted })
  const grants = [...permissions, ...grantsOfRights(rights)]
  const standing = grants.filter(isStanding)
  const isPresent =
    used !== undefined ||
    standing.length > 0 ||
    view.earliest('present', now) !== undefined ||
    view.members('acts', now).length > 0
  const users = countUsers(moment, subject, view, principals)
  const wordOf = (value: string) =>
    value === 'disabled' && vendor === 'google' && !ids.some(isServiceAccount) ? 'blocked' : value
  const status = wordOf(recorded?.value ?? (isPresent ? 'enabled' : 'attempted')) as ReviewedApp['status']
  const [approval] = ids.flatMap((one) => approvalsById(environment).get(one.toLowerCase()) ?? [])
  const owner = view.last('owner_tenant', now)?.value
  const publisher = view.last('publisher', now)?.value
  const verified = view.last('verified', now)?.value
  const firstSeen = view.earliest('first_seen', now)
  const registered = view.earliest('registered', now)
  const everTier = highestOf(view, now)
  const tier = tierOf(everTier, grants)
  const risk = view.last('risks', now)
  const credentials = Number(view.last('credential_totals', now)?.value)
  const owners = ownersOf(view)
  const reached = actedFor(moment, subject, view, principals).filter((account) => !ids.includes(account))
  // A service account of Google can act for the account of a person only through a delegation.
  const usedDelegation =
    vendor === 'google' &&
    reached.some((account) => !isServiceAccount(account)) &&
    ids.some(isServiceAccount) &&
    !grants.some(isDelegation)
  const app: Unjudged = {
    vendor,
    tenant,
    id,
    otherIds: ids.slice(1),
    names,
    firstParty: firstPartyApp(id, owner)?.vendor === vendor,
    ...(owner !== undefined && { ownerTenant: owner }),
    ...(registered !== undefined && { registered: isoTime(registered) }),
    ...(publisher !== undefined && { publisher }),
    ...(verified !== undefined && { verified: verified === 'true' }),
    ...present({ tier, formerTier: everTier === tier ? undefined : everTier }),
    breadth:
      usedDelegation || standing.some(({ principal }) => principal === everybody)
        ? 'tenant'
        : standing.length > 0
          ? 'user'
          : 'none',
    users: users.count,
    usersApproximate: users.approximate,
    ...(firstSeen !== undefined && { firstSeen: isoTime(firstSeen) }),
    ...(used !== undefined && { lastUsed: isoTime(used), idleDays: daysBetween(used, Math.max(used, lastRecord)) }),
    granters: grantersOf(moment, subject, view.members('granters', now)),
    status,
    ...(recorded !== undefined && recorded.value !== 'enabled' && { ended: isoTime(recorded.at) }),
    ...(deleted > 0 &&
      (registered !== undefined || owner === tenant) &&
      isOnlyPrincipal(view, now) && { registrationRemains: true }),
    approval: approval === undefined ? 'none' : stateOfApproval(approval, standing, now),
    ...(approval !== undefined && { approvedUntil: approval.expires }),
    ...(!Number.isNaN(credentials) && { credentials }),
    credentialIds: view.members('credential_ids', now),
    reportedIds: view.members('reported_ids', now),
    ...(risk !== undefined && { risk: { at: isoTime(risk.at), state: risk.value } }),
    owners,
    grants,
    unnamedRemovals,
    rights,
    settings,
    ...(rights.length > 0 &&
      firstSeen === undefined &&
      names.length === 0 &&
      owner === undefined && { unproven: present({ account: accountNamed(moment, subject, id) }) }),
    actedFor: reached,
    ...(usedDelegation && { usedDelegation }),
    ...historyOf(view, { grants, settings, unnamedRemovals, wordOf }, now),
  }
  const ownNames = [...environment.names, ...environment.tenants.flatMap((each) => each.name ?? [])]
  const [name] = app.names
  const imitated =
    app.firstParty || name === undefined ? undefined : lookalikeOf(name, ownNames, { platform: vendor, foreign: true })
  const granters = isLure(app, imitated, approval) ? view.members('granters', now) : []
  const managers = [
    ...owners,
    ...view.members('credential_actors', now),
    ...openRoles(app).flatMap(({ grantedBy }) => grantedBy ?? []),
  ]
  return {
    ...app,
    exposed: [...new Set([...managers, ...granters])].filter((each) => each.includes('@')),
    reasons: app.firstParty ? [] : reasonsOf(app, imitated),
  }
}

/** Returns the tier of an application: the highest that it ever had, unless all grants with this tier lost it. */
function tierOf(ever: Tier | undefined, grants: readonly ReviewedGrant[]): Tier | undefined {
  const isLost = grants.some(({ formerTier }) => formerTier === ever) && grants.every(({ tier }) => tier !== ever)
  return isLost ? tiers.find((each) => grants.some(({ tier }) => tier === each)) : ever
}

/** Checks whether all deletions since the last other status removed only the service principal. */
function isOnlyPrincipal(view: ReturnType<typeof appView>, now: number): boolean {
  const statuses = view.transitions('status', now)
  const kept = statuses.findIndex(({ value }) => value !== 'deleted')
  const deletions = kept < 0 ? statuses : statuses.slice(0, kept)
  return deletions.length > 0 && deletions.every(({ detail }) => detail === onlyPrincipal)
}

/** Whether a list of applications contains it: a list excludes vendor clients and people with an Exchange role. */
export const isApplication = ({ firstParty, unproven }: ReviewedApp): boolean =>
  !firstParty && unproven?.account === undefined

/** The grants that give access. The grants of a disabled application give no access until somebody enables the application. */
export const openGrants = (app: Pick<ReviewedApp, 'status' | 'grants'>): readonly ReviewedGrant[] =>
  isEnded(app) ? [] : app.grants.filter(isStanding)

function grantersOf(moment: Moment, subject: Subject, granters: readonly string[]): ReviewedApp['granters'] {
  if (granters.length === 0) return 'unknown'
  const here = granters.some((granter) => {
    const status = statusOfAccount(moment, subject, granter)?.status
    return status === undefined || !hasEnded(status)
  })
  return here ? 'present' : 'gone'
}

function ownersOf(view: ReturnType<typeof appView>): string[] {
  const owners = new Map<string, boolean>()
  for (const { detail, value } of view.transitions('owners', Number.POSITIVE_INFINITY))
    if (detail !== undefined && !owners.has(detail)) owners.set(detail, value === 'added')
  return [...owners].filter(([, isOwner]) => isOwner).map(([owner]) => owner)
}
