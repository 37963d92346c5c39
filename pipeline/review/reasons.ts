// Judges the facts about an application: the reasons for a review, the state of its approval, and its place in the list.
import { type Approval, endOfApproval } from '../../mappings/environment/environment.ts'
import type { Tier } from '../../mappings/fields/oauth.ts'
import { knownAbusedApp, knownAbusedName } from '../../mappings/knowledge/apps.ts'
import { nameFlags } from '../../mappings/knowledge/names.ts'
import { tierRank } from '../../mappings/knowledge/permissions.ts'
import { usedAfterEnd } from './ended.ts'
import { isStanding, type ReviewedGrant } from './grants.ts'
import type { ReviewedApp } from './review.ts'
import { openRoles, openRolesInWords } from './rights.ts'

const staleDays = 90

/** The facts about an application, before they are judged. */
export type Unjudged = Omit<ReviewedApp, 'reasons' | 'exposed' | 'tenantNames'>

/** Returns the reasons to review an application, the most severe first. */
export function reasonsOf(app: Unjudged, imitated: string | undefined): string[] {
  const { id, names, tier, breadth, granters, idleDays, status, approval } = app
  const name = names[0]
  const reasons: string[] = [usedAfterEnd(app)?.reason ?? []].flat()
  const abused = knownAbusedApp(id) ?? (name === undefined ? undefined : knownAbusedName(name))
  if (abused !== undefined) reasons.push(`known from attacks as ${abused.name}`)
  if (imitated !== undefined) reasons.push(`name imitates ${imitated}`)
  const grave = isGrave(tier)
  if (breadth !== 'none') {
    if (granters === 'gone') reasons.push('all accounts that granted access are disabled or deleted')
    if (status !== 'enabled') reasons.push(`${status}, but still has grants`)
    const orphan = app.grants.find(
      (grant) => isStanding(grant) && grant.accountStatus !== undefined && grant.accountStatus !== 'active',
    )
    if (orphan !== undefined) reasons.push(`has a grant of ${orphan.principal}, which is ${orphan.accountStatus}`)
    if (openRoles(app).length > 0) reasons.push(openRolesInWords(app))
    if (grave && breadth === 'tenant') reasons.push(`${tier} permissions for the whole tenant`)
    else if (grave) reasons.push(`${tier} permissions`)
    if (grave && app.verified === false && app.ownerTenant !== app.tenant) reasons.push('unverified publisher')
    if (grave && idleDays === undefined) reasons.push('no recorded use')
    else if (grave && idleDays !== undefined && idleDays >= staleDays) reasons.push(`unused for ${idleDays} days`)
  }
  if (approval === 'expired') reasons.push('approval expired')
  if (approval === 'exceeded') reasons.push('permissions exceed the approval')
  return reasons
}

/** Returns the weight by which the list is sorted: reasons, then tier, then reach. */
export function weight({ reasons, tier, breadth, users, approval, firstParty }: ReviewedApp): number {
  if (firstParty) return -1
  const rank = tier === undefined ? 0 : tierRank(tier)
  const reach = (breadth === 'tenant' ? 1 : 0) + Math.min(users, 1000) / 1000
  return (approval === 'approved' ? 0 : reasons.length * 10) + rank * 3 + reach
}

const isGrave = (tier: Tier | undefined): boolean => tier === 'critical' || tier === 'high'

/**
 * Checks whether an application may be a lure: the page after the consent may also steal the session and the password.
 * The removal of a permission does not undo a theft, so the highest tier that the application ever had counts.
 */
export function isLure(
  { approval: state, firstParty, formerTier, names, tier, vendor, verified }: Unjudged,
  imitated: string | undefined,
  approval: Approval | undefined,
): boolean {
  const highest = formerTier ?? tier
  const isApproved =
    state === 'approved' &&
    approval !== undefined &&
    (highest === undefined || tierRank(highest) <= tierRank(approval.tier))
  if (firstParty || isApproved) return false
  if (isGrave(highest) || imitated !== undefined) return true
  return verified !== true && names.some((name) => nameFlags(name, { platform: vendor }).includes('lure'))
}

export function stateOfApproval(
  approval: Approval,
  standing: readonly ReviewedGrant[],
  now: number,
): Exclude<ReviewedApp['approval'], 'none'> {
  if (endOfApproval(approval) < now) return 'expired'
  const most = tierRank(approval.tier)
  return standing.some(({ tier }) => tier !== undefined && tierRank(tier) > most) ? 'exceeded' : 'approved'
}
