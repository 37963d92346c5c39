// The severity of permissions for a third-party application: single permissions, Google scopes, combinations.
import { type Tier, tiers } from '../fields/oauth.ts'
import { lookedUp } from '../kernel/looked-up.ts'
import {
  type Combination,
  type GoogleScope,
  googleScopes,
  lazy,
  microsoftPermissions,
  type Permission,
  type PermissionType,
  permissionCombinations,
} from './load.ts'

export type { PermissionType } from './load.ts'

/** A tier and why. `known` is false where the tier is guessed from the name. */
export interface TierVerdict {
  readonly tier: Tier
  readonly reason: string
  readonly name?: string
  readonly known: boolean
  /** True if several resources have the permission, or the grant's does not. The tier is then the highest of all. */
  readonly ambiguous: boolean
}

/** 3 critical, 2 high, 1 medium, 0 low. */
export function tierRank(tier: Tier): number {
  return tiers.length - 1 - tiers.indexOf(tier)
}

export function highestTier(a: Tier | undefined, b: Tier): Tier {
  return a === undefined || tierRank(b) > tierRank(a) ? b : a
}

const key = (...parts: readonly string[]): string => parts.join(' ').toLowerCase()

interface PermissionIndex {
  /** `exact`: by resource, type and ID or name. `loose`: by type and ID or name. */
  readonly exact: ReadonlyMap<string, Permission>
  readonly loose: ReadonlyMap<string, readonly Permission[]>
}

const index = lazy((): PermissionIndex => {
  const exact = new Map<string, Permission>()
  const loose = new Map<string, Permission[]>()
  for (const permission of microsoftPermissions()) {
    const { resourceAppId, type, id, name, tier } = permission
    exact.set(key(resourceAppId, type, id), permission)
    // Exchange lists three names twice. The name has the higher tier of the two entries.
    const byName = key(resourceAppId, type, name)
    const other = exact.get(byName)
    if (other === undefined || tierRank(tier) > tierRank(other.tier)) exact.set(byName, permission)
    for (const part of [id, name]) lookedUp(loose, key(type, part), () => []).push(permission)
  }
  return { exact, loose }
})

const names = lazy(
  () => new Set(microsoftPermissions().flatMap(({ id, name }) => [id.toLowerCase(), name.toLowerCase()])),
)

/** Returns true for the name (or an ID in place of a name) of a permission of any resource and type. */
function isName(name: string): boolean {
  return names().has(name.toLowerCase())
}

/** The highest of the candidates from any resource; undefined without candidates. */
function gravest(candidates: readonly Permission[] | undefined, resourceGiven: boolean): TierVerdict | undefined {
  const [first] = candidates ?? []
  if (candidates === undefined || first === undefined) return undefined
  const worst = candidates.reduce((a, b) => (tierRank(b.tier) > tierRank(a.tier) ? b : a), first)
  const resources = new Set(candidates.map((candidate) => candidate.resourceAppId))
  const { tier, reason, name } = worst
  return { tier, reason, name, known: true, ambiguous: resourceGiven || resources.size > 1 }
}

const strongWord = /write|manage|fullcontrol|send|export/i
const contentWord = /message|mail|(?<!pro)file|transcript|recording/i

function guess(type: PermissionType, name: string | undefined): TierVerdict {
  const strong = strongWord.test(name ?? '') || contentWord.test(name ?? '')
  const tier = type === 'application' ? (strong ? 'high' : 'medium') : strong ? 'medium' : 'low'
  const reason = strong
    ? 'Unknown permission with a name that indicates changes, sending or access to content'
    : 'Unknown permission'
  return { tier, reason, ...(name !== undefined && { name }), known: false, ambiguous: false }
}

/** The names of permissions that lead to control of the directory, sorted. */
export const controlPermissions = lazy(() =>
  [...new Set(microsoftPermissions().flatMap(({ name, control }) => (control === true ? [name] : [])))].sort(),
)

const controlNames = lazy(() => new Set(controlPermissions().map((name) => name.toLowerCase())))

export function controlsDirectory(name: string): boolean {
  return controlNames().has(name.toLowerCase())
}

export interface PermissionQuery {
  readonly resourceAppId?: string
  readonly type: PermissionType
  readonly name?: string
  readonly id?: string
}

/**
 * Returns the tier of a Microsoft permission. Search order: resource, type and ID; resource, type and name; any
 * resource by name, then by ID (the highest tier each); a guess from the name. Names are compared without case.
 */
export function permissionTier({ resourceAppId, type, name, id }: PermissionQuery): TierVerdict {
  const { exact, loose } = index()
  // Attackers invent names by the thousand. The search on all resources skips unknown names.
  if (id === undefined && name !== undefined && !isName(name)) return guess(type, name)
  if (resourceAppId !== undefined)
    for (const part of [id, name]) {
      const entry = part === undefined ? undefined : exact.get(key(resourceAppId, type, part))
      if (entry) return { tier: entry.tier, reason: entry.reason, name: entry.name, known: true, ambiguous: false }
    }
  for (const part of [name, id]) {
    const found = part === undefined ? undefined : gravest(loose.get(key(type, part)), resourceAppId !== undefined)
    if (found) return found
  }
  return guess(type, name)
}

/**
 * Returns the name of a permission that a record contains only as an ID. Without a resource, or if the resource does
 * not have the ID, other resources supply the name if all resources with the ID agree on it.
 */
export function permissionNameById(
  resourceAppId: string | undefined,
  type: PermissionType,
  id: string,
): string | undefined {
  const { exact, loose } = index()
  const entry = resourceAppId === undefined ? undefined : exact.get(key(resourceAppId, type, id))
  if (entry) return entry.name
  const [first, ...others] = loose.get(key(type, id)) ?? []
  return others.every((other) => other.name === first?.name) ? first?.name : undefined
}

/** Trimmed, lower case, without one trailing slash: exports lose the slash of https://mail.google.com/ sometimes. */
function googleKey(scope: string): string {
  const text = scope.trim().toLowerCase()
  return text.endsWith('/') ? text.slice(0, -1) : text
}

const scopesByKey = lazy(() => new Map(googleScopes().map((scope) => [googleKey(scope.scope), scope])))

const googlePrefix = 'https://www.googleapis.com/auth/'
/** No name of a service is shorter than its host, and no scope of Google is longer. */
const shortestScope = 'https://mail.google.com'.length
const longestScope = 256
const graveGooglePrefixes = ['admin.', 'cloud-', 'ediscovery', 'iam'].map((part) => googlePrefix + part)

export function googleScope(scope: string): GoogleScope | undefined {
  return scopesByKey().get(googleKey(scope))
}

/** Returns the known scope whose name is the longest beginning of an unknown one: `…/auth/keep` of `…/auth/keep.labels`. */
function broaderScope(scope: string): GoogleScope | undefined {
  let text = googleKey(scope).slice(0, longestScope)
  for (;;) {
    const end = Math.max(text.lastIndexOf('.'), text.lastIndexOf('/'))
    if (end < shortestScope) return undefined
    text = text.slice(0, end)
    const entry = scopesByKey().get(text)
    if (entry) return entry
  }
}

/**
 * Returns the tier of a scope. Unknown: high with an administration or cloud prefix if not read-only. Otherwise that of
 * the longest known scope with which its name begins, but not critical, and for read access one step lower. Else medium.
 */
export function googleScopeTier(scope: string): TierVerdict {
  const entry = googleScope(scope)
  if (entry) return { tier: entry.tier, reason: entry.reason, name: entry.scope, known: true, ambiguous: false }
  const text = googleKey(scope)
  const readOnly = text.endsWith('readonly')
  const unknown = { name: scope, known: false, ambiguous: false }
  if (graveGooglePrefixes.some((prefix) => text.startsWith(prefix)))
    return { ...unknown, tier: readOnly ? 'medium' : 'high', reason: 'Unknown scope of administration or cloud' }
  // Such a scope opens only the document in which a script runs, or the item at which an add-on is open.
  const isNarrow = text.endsWith('.currentonly') || text.includes('.addons.')
  const broader = isNarrow ? undefined : broaderScope(scope)
  if (broader === undefined) return { ...unknown, tier: 'medium', reason: 'Unknown scope' }
  const isGrave = broader.tier === 'critical' || (broader.tier === 'high' && !readOnly)
  return { ...unknown, tier: isGrave ? 'high' : 'medium', reason: `Unknown scope of ${broader.scope}` }
}

/** Scopes and permissions that the catalog lacks: vendors add new ones. The path of a Graph call begins with its version. */
const permissionForm =
  /^(?:https:\/\/www\.googleapis\.com\/auth\/[a-z][\w.-]*(?:\/[\w.-]+)*|(?:https:\/\/graph\.microsoft\.(?:com|us)\/)?[A-Z][A-Za-z-]+\.(?:Read|ReadWrite|Send|Manage|Create|Delete|Update|Access|Export|Import|Migrate|Initiate|Join|Control)[A-Za-z]*(?:\.[A-Z][A-Za-z]+)*|https:\/\/[a-z\d.-]+\/\.default)$/

/** A resource of Microsoft before the name of its permission. */
const resource = /^https:\/\/(?:graph\.microsoft|outlook\.office|outlook\.office365|manage\.office)\.(?:com|us)\//

/** Returns true if the whole text is a Microsoft permission or a Google scope, which names no person and no file. */
export const isPermission = (text: string): boolean =>
  googleScope(text) !== undefined || isName(text.replace(resource, '')) || permissionForm.test(text)

/** The combinations, with permission names in lower case. */
const combinations = lazy(() => {
  const lower = (names: readonly string[] | undefined) => names?.map((name) => name.toLowerCase())
  return permissionCombinations().map((entry) => ({
    entry,
    allOf: lower(entry.allOf),
    anyOf: lower(entry.anyOf),
    plus: lower(entry.plus),
    exactly: lower(entry.exactly),
  }))
})

/** Returns the combinations that a set of permission names contains, compared without case. */
export function combinationTiers(scopeNames: readonly string[], type: PermissionType): readonly Combination[] {
  const held = new Set(scopeNames.map((name) => name.toLowerCase()))
  const has = (name: string): boolean => held.has(name)
  return combinations()
    .filter(
      ({ entry, allOf, anyOf, plus, exactly }) =>
        (entry.types?.includes(type) ?? true) &&
        (allOf?.every(has) ?? true) &&
        (anyOf?.some(has) ?? true) &&
        (plus?.some(has) ?? true) &&
        (exactly === undefined || (held.size === exactly.length && exactly.every(has))),
    )
    .map(({ entry }) => entry)
}
