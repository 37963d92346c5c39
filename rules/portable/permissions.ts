// Tiers of permissions as values and patterns. The record of a consent contains all scopes as one text, so a query can find a scope only by a
// part of its name; a list of all 562 names above the lowest tier would be too long for a query.
import type { Tier } from '../../mappings/fields/oauth.ts'
import { googleScopes, microsoftPermissions, type PermissionType } from '../../mappings/knowledge/load.ts'
import { highestTier, tierRank } from '../../mappings/knowledge/permissions.ts'

/** A longer list would make the query of a rule slow and hard to read. */
const mostParts = 80
/** The penalty for matching a lower-tier permission: for the best parts, then for permissions still missing. */
const weightsOfLower = [0.8, 0.2]

/** Returns the names of permissions, each with its highest tier on any API. */
function namesOf(type: PermissionType): Map<string, Tier> {
  const found = new Map<string, Tier>()
  for (const permission of microsoftPermissions())
    if (permission.type === type) found.set(permission.name, highestTier(found.get(permission.name), permission.tier))
  return found
}

/** The permissions of at least a tier, and the permissions of lower tiers. */
function split(type: PermissionType, least: Tier): { readonly wanted: string[]; readonly lower: string[] } {
  const all = [...namesOf(type)].sort(([a], [b]) => (a < b ? -1 : 1))
  const isWanted = (tier: Tier) => tierRank(tier) >= tierRank(least)
  return {
    wanted: all.flatMap(([name, tier]) => (isWanted(tier) ? [name] : [])),
    lower: all.flatMap(([name, tier]) => (isWanted(tier) ? [] : [name])),
  }
}

/** Texts in every consent: sign-in scopes and member names. No part of a permission name may match these texts. */
const inEveryConsent =
  'openid profile email User.Read Id ClientId PrincipalId ResourceId ConsentType AllPrincipals Scope CreatedDateTime LastModifiedDateTime'

/** Returns all sequences of consecutive words in a name, with and without dots at their ends. */
function sequences(name: string): string[] {
  const words = name.split(/(?=\.)|(?<=\.)/)
  return words.flatMap((_, from) => words.slice(from).map((_, more) => words.slice(from, from + more + 1).join('')))
}

const derived = new Map<string, readonly string[]>()

/**
 * Returns parts of names such that almost every permission of at least this tier contains one of the parts. Each step
 * adds the part with the most additional permissions of the tier, minus the weighted permissions of lower tiers.
 */
export function partsOf(type: PermissionType, least: Exclude<Tier, 'low'>): readonly string[] {
  const known = derived.get(`${type} ${least}`)
  if (known !== undefined) return known
  const { wanted, lower } = split(type, least)
  const isUsable = (part: string) => part.length > 3 && !part.startsWith('.') && !inEveryConsent.includes(part)
  const candidates = [...new Set(wanted.flatMap(sequences))].filter(isUsable).sort()
  const missing = new Set(wanted)
  const loud = new Set<string>()
  const parts: string[] = []
  const found = candidates.map((part) => {
    const having = (names: readonly string[]) => names.filter((name) => name.includes(part))
    return { part, finds: having(wanted), wrongly: having(lower) }
  })
  for (const weight of weightsOfLower)
    while (parts.length < mostParts) {
      const scored = found.map(({ part, finds, wrongly }) => {
        const more = wrongly.filter((name) => !loud.has(name)).length
        return { part, finds, wrongly, gain: finds.filter((name) => missing.has(name)).length - weight * more }
      })
      const best = scored.reduce((a, b) => (isBetter(b, a) ? b : a))
      if (best.gain <= 0) break
      parts.push(best.part)
      for (const name of best.finds) missing.delete(name)
      for (const name of best.wrongly) loud.add(name)
    }
  const shortest = parts.filter((part) => !parts.some((other) => other !== part && part.includes(other))).sort()
  derived.set(`${type} ${least}`, shortest)
  return shortest
}

interface Candidate {
  readonly part: string
  readonly gain: number
}

function isBetter(one: Candidate, other: Candidate): boolean {
  return one.gain > other.gain || (one.gain === other.gain && one.part.length < other.part.length)
}

export function permissionNames(type: PermissionType, least: Tier): string[] {
  return split(type, least).wanted
}

export interface Coverage {
  /** Permissions of at least the tier, and how many of them the parts find. */
  readonly permissions: number
  readonly found: number
  /** Permissions of a lower tier that the parts find as well. */
  readonly lower: number
}

export function coverageOf(type: PermissionType, least: Exclude<Tier, 'low'>): Coverage {
  const parts = partsOf(type, least)
  const { wanted, lower } = split(type, least)
  const count = (names: readonly string[]) => names.filter((name) => parts.some((part) => name.includes(part))).length
  return { permissions: wanted.length, found: count(wanted), lower: count(lower) }
}

/** Returns Google's scopes of at least this tier. Scopes that end with a slash are also listed without the slash. */
export function googleScopeValues(least: Tier): string[] {
  return (
    googleScopes()
      .filter(({ tier }) => tierRank(tier) >= tierRank(least))
      .flatMap(({ scope }) => (scope.endsWith('/') ? [scope, scope.slice(0, -1)] : [scope]))
      // The only scope that Google writes with capitals; comparisons in a query are case-sensitive.
      .flatMap((scope) =>
        scope.endsWith('/oauthlogin') ? [scope, scope.replace('oauthlogin', 'OAuthLogin')] : [scope],
      )
      .sort()
  )
}
