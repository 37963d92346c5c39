// Tiers of permissions as values and patterns. The record of a consent contains all scopes as one text, so a query can find a scope only by a
// part of its name; a list of all 562 names above the lowest tier would be too long for a query.
import type { Tier } from '../../mappings/fields/oauth.ts'
import { googleScopes, microsoftPermissions, type PermissionType } from '../../mappings/knowledge/load.ts'
import { highestTier, tierRank } from '../../mappings/knowledge/permissions.ts'

/** A longer list would make the query of a rule slow and hard to read. */
const mostParts = 80
/** The weight of a matched permission of a lower tier: first for the best parts, then for the permissions that they still miss. */
const weightsOfLower = [0.8, 0.2]

/** The names of permissions with their highest tier on any interface. */
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

/** Texts that every consent contains: the scopes of a sign-in, and the names of the members. No part may match them. */
const inEveryConsent =
  'openid profile email User.Read Id ClientId PrincipalId ResourceId ConsentType AllPrincipals Scope CreatedDateTime LastModifiedDateTime'

/** Sequences of the words of a name, with or without the last dot. */
function sequences(name: string): string[] {
  const words = name.split(/(?=\.)|(?<=\.)/)
  return words.flatMap((_, from) => words.slice(from).map((_, more) => words.slice(from, from + more + 1).join('')))
}

const derived = new Map<string, readonly string[]>()

/**
 * Parts of names. Almost every permission of at least this tier contains one of them. The next part is always the one that
 * adds the most permissions of the tier, minus the weighted permissions of lower tiers.
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

/** The names of all known permissions of at least this tier. */
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

/** How well the parts represent a tier. */
export function coverageOf(type: PermissionType, least: Exclude<Tier, 'low'>): Coverage {
  const parts = partsOf(type, least)
  const { wanted, lower } = split(type, least)
  const count = (names: readonly string[]) => names.filter((name) => parts.some((part) => name.includes(part))).length
  return { permissions: wanted.length, found: count(wanted), lower: count(lower) }
}

/** Google's scopes of at least this tier, in both spellings of those that end with a slash. */
export function googleScopeValues(least: Tier): string[] {
  return (
    googleScopes()
      .filter(({ tier }) => tierRank(tier) >= tierRank(least))
      .flatMap(({ scope }) => (scope.endsWith('/') ? [scope, scope.slice(0, -1)] : [scope]))
      // The one scope that Google writes with capitals; a query compares them.
      .flatMap((scope) =>
        scope.endsWith('/oauthlogin') ? [scope, scope.replace('oauthlogin', 'OAuthLogin')] : [scope],
      )
      .sort()
  )
}
