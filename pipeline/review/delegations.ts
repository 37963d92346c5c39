// Domain-wide delegations of Google Workspace, reconstructed from events: no API lists them.
import { present } from '../../mappings/kernel/present.ts'
import { startOfHour } from '../entity-store/age.ts'
import { isServiceAccount } from './containment/safe-words.ts'
import { isStanding, type ReviewedGrant } from './grants.ts'
import type { ReviewedApp } from './review.ts'

export interface Delegation
  extends Pick<ReviewedApp, 'tenant' | 'id' | 'otherIds' | 'tier' | 'actedFor'>,
    Pick<ReviewedGrant, 'granted' | 'grantedBy' | 'revoked'> {
  readonly name?: string
  /** `used`: the records show its use, but neither its grant nor its removal. */
  readonly state: 'active' | 'revoked' | 'used'
  /** Its scopes in the records; if it is revoked, the scopes that it had. */
  readonly scopes: readonly string[]
  /** The start of the hour of its last use. */
  readonly lastUsed?: string
}

/** Returns the delegations of these applications: active ones first, and the newest grants first. */
export function delegationsOf(apps: readonly ReviewedApp[]): Delegation[] {
  const rank = { active: 0, used: 1, revoked: 2 } as const
  return apps
    .flatMap((app) => delegationOf(app) ?? [])
    .sort(
      (a, b) =>
        rank[a.state] - rank[b.state] ||
        (b.granted ?? '').localeCompare(a.granted ?? '') ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    )
}

function delegationOf(app: ReviewedApp): Delegation | undefined {
  const { vendor, tenant, id, otherIds, names, grants, actedFor, lastUsed } = app
  if (vendor !== 'google') return undefined
  const grant = grants.find(({ kinds }) => kinds.includes('domain_delegation'))
  // A service account can act for an account only by a delegation.
  if (grant === undefined && (actedFor.length === 0 || ![id, ...otherIds].some(isServiceAccount))) return undefined
  const tier = grant?.tier ?? app.tier
  const name = names[0]
  return {
    tenant,
    id,
    otherIds,
    ...(name !== undefined && { name }),
    state: stateOf(grant),
    ...(tier !== undefined && { tier }),
    scopes: grant?.scopes ?? [],
    ...present({ granted: grant?.granted, grantedBy: grant?.grantedBy, revoked: grant?.revoked }),
    ...(lastUsed !== undefined && { lastUsed: startOfHour(lastUsed) }),
    actedFor,
  }
}

function stateOf(grant: ReviewedGrant | undefined): Delegation['state'] {
  if (grant === undefined) return 'used'
  return isStanding(grant) ? 'active' : grant.revoked === undefined ? 'used' : 'revoked'
}
