// Domain-wide delegations of Google Workspace, reconstructed from events: no API lists them.
import { present } from '../../mappings/kernel/present.ts'
import { weighGrant } from '../enrich/grant-tiers.ts'
import { startOfHour } from '../entity-store/age.ts'
import { changesOf } from './grant-changes.ts'
import { isDelegation, type ReviewedGrant } from './grants.ts'
import type { ReviewedApp } from './review.ts'

export interface Delegation
  extends Pick<ReviewedApp, 'tenant' | 'id' | 'otherIds' | 'tier' | 'actedFor'>,
    Pick<ReviewedGrant, 'granted' | 'grantedBy' | 'revoked'> {
  readonly name?: string
  /** `used`: the records show its use, but neither its grant nor its removal. */
  readonly state: 'active' | 'revoked' | 'used'
  /** Its scopes in the records; if it is revoked, the scopes that it had. */
  readonly scopes: readonly string[]
  /** A delegation covers every account, so most scopes have a higher tier than in the grant of a single account. */
  readonly tierReason: readonly string[]
  /** The start of the hour of its last use. */
  readonly lastUsed?: string
}

/**
 * Returns the delegations of these applications: one for each recorded grant, and one for the removal of a grant that no
 * record contains. Clients with an active delegation come first, then clients with newer grants. The delegations of a
 * client are adjacent, newest first.
 */
export function delegationsOf(apps: readonly ReviewedApp[]): Delegation[] {
  const rank = { active: 0, used: 1, revoked: 2 } as const
  return apps
    .map(delegationsOfClient)
    .filter((all): all is [Delegation, ...Delegation[]] => all.length > 0)
    .sort(
      ([a], [b]) =>
        rank[a.state] - rank[b.state] ||
        (b.granted ?? '').localeCompare(a.granted ?? '') ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    )
    .flat()
}

function delegationsOfClient(app: ReviewedApp): Delegation[] {
  const { tenant, id, otherIds, names, grants, actedFor, lastUsed } = app
  const grant = grants.find(isDelegation)
  if (grant === undefined && app.usedDelegation !== true) return []
  const client = {
    tenant,
    id,
    otherIds,
    ...present({ name: names[0], lastUsed: lastUsed === undefined ? undefined : startOfHour(lastUsed) }),
    actedFor,
  }
  const periods = grant === undefined ? [] : periodsOf(grant)
  const tier = grant?.tier ?? app.tier
  const all: Period[] =
    periods.length > 0 ? periods : [{ state: 'used', ...present({ tier }), scopes: grant?.scopes ?? [] }]
  return all.map((period) => ({ ...client, ...period, tierReason: reasonsOf(period.scopes) }))
}

const reasonsOf = (scopes: readonly string[]): readonly string[] =>
  weighGrant(
    scopes.map((name) => ({ name })),
    [],
    'google_delegation',
  ).reasons

type Period = Pick<Delegation, 'state' | 'scopes' | 'tier' | 'granted' | 'grantedBy' | 'revoked'>

/** Returns the recorded grants, newest first. Each grant lasts until the next removal. */
function periodsOf(grant: ReviewedGrant): Period[] {
  const changes = changesOf(grant)
  const last = changes.findLastIndex(({ what }) => what === 'granted')
  return changes
    .flatMap(({ at, what, by, scopes, tier }, i): Period[] => {
      const revoked = changes.slice(i).find((each) => each.what === 'revoked')?.at ?? grant.revoked
      const isOlder = what === 'revoked' && changes.slice(0, i).every((each) => each.what !== 'granted')
      if (what !== 'granted') return isOlder ? [{ state: 'revoked', scopes, revoked: at }] : []
      // Only the permissions of the newest grant include later recorded changes.
      const held = i === last && grant.scopes.length > 0 ? grant : { scopes, tier }
      return [
        {
          state: revoked === undefined ? 'active' : 'revoked',
          scopes: held.scopes,
          ...present({ tier: held.tier, granted: at, grantedBy: by, revoked }),
        },
      ]
    })
    .reverse()
}
