// The permissions that a grant still has. A grant collects all permissions that it ever had; removals are kept apart,
// because records arrive in any order.
import type { Transition } from '../../mappings/entities/transitions.ts'
import type { grants } from '../../mappings/entities/types.ts'
import { type Tier, tiers } from '../../mappings/fields/oauth.ts'
import { highestOf } from './annotate-app.ts'
import type { View } from './view.ts'

/** Values of a permission change that is no grant; the value of a grant is its tier. */
export const removedSome = 'removed'
export const revokedAll = 'revoked'
/** The value of a grant without a tier. */
export const noTier = 'none'

const longestList = 8192

/** The permissions of a change as its detail; undefined if unknown or too long: the change is then about all. */
export function listOf(scopes: readonly string[] = []): string | undefined {
  const text = [...new Set(scopes.map((scope) => scope.slice(0, 512)))].sort().join(' ')
  return text === '' || text.length > longestList ? undefined : text
}

const isGrant = ({ value }: Transition): boolean => value !== removedSome && value !== revokedAll

const names = ({ detail }: Transition, scope: string): boolean =>
  detail === undefined || detail.split(' ').includes(scope)

const isOfClick = (one: Transition, other: Transition): boolean =>
  one.bundle !== undefined && one.bundle === other.bundle

export interface Held {
  readonly scopes: string[]
  readonly tier?: Tier
  /** The highest tier that the grant ever had, if it is higher than the tier that it still has. */
  readonly formerTier?: Tier
}

/**
 * Returns the permissions that a grant has at a time. A complete revocation counts only if a grant follows: the list of a
 * revoked grant shows what was revoked. Both acts of a replacement are one click, in any order. `inferred`: a
 * revocation whose record names no account.
 */
export function heldBy(view: View<typeof grants>, time: number, inferred?: Transition): Held {
  const ever = view.members('scopes', time).sort()
  const tier = highestOf(view, time)
  // A delegated permission and an application permission can have one name, and a record may remove only one of them.
  const changes = view.members('kinds', time).length > 1 ? [] : view.transitions('scope_changes', time)
  const given = changes.filter(isGrant)
  const taken = changes.filter((change) => !isGrant(change))
  if (inferred !== undefined) taken.push({ ...inferred, value: revokedAll })
  const follows = (grant: Transition, removal: Transition) => grant.at >= removal.at || isOfClick(grant, removal)
  const removals = taken.filter(
    (removal) => removal.value === removedSome || given.some((grant) => follows(grant, removal)),
  )
  // An inventory after a removal proves a grant that no record contains.
  const listed = view.transitions('listed_scopes', time)
  const isBack = (scope: string, removal: Transition) =>
    given.some((grant) => follows(grant, removal) && names(grant, scope)) ||
    listed.some((each) => each.at > removal.at && names(each, scope))
  const scopes = ever.filter((scope) => removals.every((removal) => !names(removal, scope) || isBack(scope, removal)))
  const all: Held = { scopes, ...(tier !== undefined && { tier }) }
  if (tier === undefined || scopes.length === ever.length) return all
  const newest = scopes.map((scope) => [...given, ...listed].find((each) => names(each, scope)))
  // Only an older version recorded a permission: its tier is unknown.
  if (newest.includes(undefined)) return all
  const held = tiers.find((each) => newest.some((grant) => grant?.value === each))
  if (held === tier) return all
  return { scopes, ...(held !== undefined && { tier: held }), formerTier: tier }
}
