// The grants of an application. Each holder occurs once, even if the log and the inventory contain several of its IDs.
import { entityKey } from '../../mappings/entities/key.ts'
import type { Transition } from '../../mappings/entities/transitions.ts'
import type { grants as grantType } from '../../mappings/entities/types.ts'
import type { Tier } from '../../mappings/fields/oauth.ts'
import { hourMs } from '../../mappings/kernel/durations.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { present } from '../../mappings/kernel/present.ts'
import { isoTime } from '../entity-store/age.ts'
import { hasEnded } from '../entity-store/annotate-account.ts'
import { everybody, unnamed } from '../entity-store/entity-ids.ts'
import { heldBy } from '../entity-store/held.ts'
import type { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { isGiven, revocation } from '../entity-store/standing.ts'
import type { Subject } from '../entity-store/subject.ts'
import { View } from '../entity-store/view.ts'
import { changesIn, type GrantChange } from './grant-changes.ts'
import { type Omitted, omittedIn } from './history.ts'
import { byAccount, type Moment, statusOfAccount } from './holders.ts'
import type { ReviewedApp } from './review.ts'

/** One grant of an application: its account, its granting account, its start, and whether it still exists. */
export interface ReviewedGrant {
  /** An account, or `*` for the whole tenant. */
  readonly principal: string
  readonly kinds: readonly string[]
  readonly scopes: readonly string[]
  readonly tier?: Tier
  /** The highest tier before permissions were removed, if it is higher than `tier`. */
  readonly formerTier?: Tier
  readonly granted?: string
  readonly grantedBy?: string
  /** The first use, if it precedes `granted`: the grant was renewed, or is older than the records. */
  readonly usedSince?: string
  /** The revocation before `granted`. */
  readonly revokedBefore?: Removal
  /** The time of the last inventory that contained the grant. */
  readonly listed?: string
  readonly lastUsed?: string
  /** The issue time of the newest token that it used data with, if the log has it. */
  readonly lastIssued?: string
  readonly revoked?: string
  readonly revokedBy?: string
  /** Present if the record of the revocation names no account, and no other grant with the same permissions remains. */
  readonly inferred?: true
  /** The status of the account, if the entity store knows it. */
  readonly accountStatus?: string
  /** The time when the account was disabled or deleted, unless it is active again. */
  readonly accountEnded?: string
  /** Each recorded grant and revocation, earliest first; absent for a right in Exchange. */
  readonly changes?: readonly GrantChange[]
  /** The changes that the entity store no longer contains. It always contains the first grant. */
  readonly omitted?: Omitted
}

/** A removed grant. */
export interface Removal {
  readonly at: string
  readonly by?: string
}

/** Whether a grant exists: it was granted, as far as known, and not revoked since then. */
export function isStanding({ granted, listed, revoked }: ReviewedGrant): boolean {
  return revoked === undefined && (granted !== undefined || listed !== undefined)
}

/** Whether it is a domain-wide delegation of Google Workspace. */
export const isDelegation = ({ kinds }: ReviewedGrant): boolean => kinds.includes('domain_delegation')

/** Whether an application of Microsoft acted without a user, and the records contain no grant that permits this. */
export function usedWithoutUser({ vendor, grants }: Pick<ReviewedApp, 'vendor' | 'grants'>): boolean {
  return (
    vendor === 'microsoft' &&
    grants.some(
      ({ principal, granted, listed, revoked, lastUsed }) =>
        principal === everybody && lastUsed !== undefined && (granted ?? listed ?? revoked) === undefined,
    )
  )
}

/** The principals of the grants of each application, by the key of one of its ids. */
export function grantsByApp(store: InMemoryStore): Map<string, Set<string>> {
  const principals = new Map<string, Set<string>>()
  for (const { id } of store.entities('grants')) {
    const [app = '', principal = ''] = id.ids
    if (principal === unnamed) continue
    lookedUp(principals, entityKey(id.vendor, id.tenant, app), () => new Set()).add(principal)
  }
  return principals
}

/**
 * The grants that these principals hold, one for each account. `used` is the last use of the application by anybody:
 * each use may depend on a grant for the whole tenant. The grants of a deleted application end with it. Removals without an account are attributed to the grants with the same permissions once the removals are as many as these grants; until then, they remain unknown.
 */
export function reviewGrants(
  moment: Moment,
  subject: Subject,
  ids: readonly string[],
  principals: readonly string[],
  { used: appUsed, deleted }: { readonly used: number | undefined; readonly deleted: number },
): { readonly grants: ReviewedGrant[]; readonly unnamedRemovals: Removal[] } {
  const holders = [...byAccount(moment, subject, new Set(principals))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([principal, names]) => ({ principal, view: viewOf(moment, subject, ids, names) }))
  const granted = holders.flatMap(({ view }) => view.transitions('granted', moment.now))
  const clicks = new Set(granted.flatMap(({ bundle }) => bundle ?? []))
  const removed = new Map<string, Transition>()
  let unknown: Transition[] = []
  const removals = viewOf(moment, subject, ids, new Set([unnamed])).transitions('revoked', moment.now)
  for (const removal of removals.toReversed()) {
    const { at, bundle, detail } = removal
    if (bundle !== undefined && clicks.has(bundle)) continue
    const fits = holders.filter(
      ({ principal, view }) =>
        principal !== everybody &&
        isGiven(view, at) &&
        heldBy(view, at).scopes.join(' ') === detail &&
        revocation(view, { at }, removed.get(principal)?.at ?? 0) === undefined,
    )
    unknown.push(removal)
    const alike = unknown.filter((each) => each.detail === detail)
    // Both Entra ID logs may contain a removal: their records belong to the same click.
    if (fits.length === 0 || new Set(alike.map((each) => each.bundle ?? each)).size < fits.length) continue
    for (const { principal } of fits) removed.set(principal, removal)
    for (const each of alike) if (each.bundle !== undefined) clicks.add(each.bundle)
    unknown = unknown.filter((each) => each.detail !== detail)
  }
  const unnamedRemovals = unknown.map(removalOf)
  const grants = holders.map((holder) =>
    reviewGrant(moment, subject, {
      ...holder,
      inferred: removed.get(holder.principal),
      deleted,
      used: holder.principal === everybody ? appUsed : undefined,
    }),
  )
  return { grants, unnamedRemovals }
}

const removalOf = ({ at, by }: Transition): Removal => ({ at: isoTime(at), ...(by !== undefined && { by }) })

function viewOf(
  { store }: Moment,
  { vendor, tenant }: Subject,
  ids: readonly string[],
  names: ReadonlySet<string>,
): View<typeof grantType> {
  return new View(
    ids.flatMap((app) =>
      [...names].flatMap((name) => {
        const entity = store.get('grants', entityKey(vendor, tenant, app, name))
        return entity === undefined ? [] : [{ entity }]
      }),
    ),
  )
}

interface Holder {
  readonly principal: string
  readonly view: View<typeof grantType>
  /** When the grant was removed, according to a record without an account. */
  readonly inferred: Transition | undefined
  /** When the application was deleted; 0 for never. */
  readonly deleted: number
  readonly used: number | undefined
}

/** Returns the first grant since the last revocation before the newest grant. Later ones only renew or extend it. */
function beginOf(
  view: View<typeof grantType>,
  now: number,
  inferred: Transition | undefined,
): (Pick<Transition, 'at' | 'by'> & { readonly before?: Transition; readonly isReplaced: boolean }) | undefined {
  const grants = view.transitions('granted', now)
  const [newest] = grants
  if (newest === undefined) return undefined
  const removals = [...(inferred === undefined ? [] : [inferred]), ...view.transitions('revoked', now)]
  const before = removals.filter(({ at }) => at < newest.at).sort((a, b) => b.at - a.at)[0]
  const ended = before?.at
  // A replacement of a grant is one click.
  const isReplaced = before?.bundle !== undefined && grants.some(({ bundle }) => bundle === before.bundle)
  const kept = grants.findLast(({ at }) => ended === undefined || at > ended) ?? newest
  const first = ended === undefined ? view.earliest('first_seen', now) : undefined
  // An inventory may contain the grant before the log does.
  return { ...(first !== undefined && first < kept.at ? { at: first } : kept), ...(before && { before }), isReplaced }
}

function reviewGrant(
  moment: Moment,
  subject: Subject,
  { principal, view, inferred, deleted, used: usedByAnybody }: Holder,
): ReviewedGrant {
  const { now } = moment
  const granted = beginOf(view, now, inferred)
  const first = view.earliest('first_seen', now)
  const listed = view.moment('listed', now)
  const used = usedByAnybody ?? view.moment('used', now)
  const issued = view.moment('issued', now)
  const firstUsed = view.earliest('first_used', now)
  // A use up to an hour earlier proves no older grant: records of a consent and of the first use arrive in any order.
  const isOlder =
    firstUsed !== undefined && granted !== undefined && granted.before === undefined && firstUsed < granted.at - hourMs
  const revoked = revocation(view, { ...subject, at: now }, Math.max(inferred?.at ?? 0, deleted))
  const removals = [...(inferred === undefined ? [] : [inferred]), ...view.transitions('revoked', now)]
  const { scopes, tier, formerTier } = heldBy(view, now, inferred)
  const status = principal === everybody ? undefined : statusOfAccount(moment, subject, principal)
  // If only inventories contain a grant, some of them contain its start.
  const since = granted?.at ?? (listed !== undefined && first !== undefined && first < listed ? first : undefined)
  const omitted = omittedIn(view, ['granted', 'revoked'], now)
  return {
    principal,
    kinds: view.members('kinds', now),
    scopes,
    ...present({ tier, formerTier }),
    ...(since !== undefined && { granted: isoTime(since) }),
    ...(granted?.by !== undefined && { grantedBy: granted.by }),
    ...(granted?.before !== undefined && !granted.isReplaced && { revokedBefore: removalOf(granted.before) }),
    ...(isOlder && { usedSince: isoTime(firstUsed) }),
    ...(listed !== undefined && { listed: isoTime(listed) }),
    ...(used !== undefined && { lastUsed: isoTime(used) }),
    ...(issued !== undefined && { lastIssued: isoTime(issued) }),
    ...(revoked !== undefined && {
      revoked: isoTime(revoked),
      ...present({ revokedBy: removals.find(({ at }) => at === revoked)?.by }),
      ...(revoked === inferred?.at && { inferred: true }),
    }),
    ...(status !== undefined && { accountStatus: status.status }),
    ...(status !== undefined && hasEnded(status.status) && { accountEnded: isoTime(status.since) }),
    changes: changesIn(view, { now, inferred, since }),
    ...(omitted.count > 0 && { omitted }),
  }
}
