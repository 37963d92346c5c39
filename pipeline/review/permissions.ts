// The permissions that an application holds, for lists.
import { googleScopeTier, permissionTier, tierRank } from '../../mappings/knowledge/permissions.ts'
import { isStanding } from './grants.ts'
import type { ReviewedApp } from './review.ts'

/** The permissions of the active grants: the highest tier first, then by name. */
export function heldPermissions({ vendor, grants }: Pick<ReviewedApp, 'vendor' | 'grants'>): string[] {
  const ranks = new Map<string, number>()
  for (const { kinds, scopes } of grants.filter(isStanding)) {
    const type = kinds.includes('application') ? 'application' : 'delegated'
    for (const name of scopes) {
      const { tier } = vendor === 'google' ? googleScopeTier(name) : permissionTier({ type, name })
      ranks.set(name, Math.max(tierRank(tier), ranks.get(name) ?? 0))
    }
  }
  return [...ranks].sort(([a, rank], [b, other]) => other - rank || (a < b ? -1 : 1)).map(([name]) => name)
}
