// Rates the scopes of a grant: the tier of each scope, the tier of their combinations, and short reasons.
import { type Tier, tiers } from '../../mappings/fields/oauth.ts'
import {
  combinationTiers,
  controlsDirectory,
  googleScope,
  googleScopeTier,
  highestTier,
  type PermissionType,
  permissionTier,
  type TierVerdict,
  tierRank,
} from '../../mappings/knowledge/permissions.ts'
import { isPermissionId, type Scope } from './scope-names.ts'

/** The kind of the scopes of a grant. `either`: the record does not contain the kind. */
export type ScopeKind = PermissionType | 'either' | 'google' | 'google_delegation'

export interface GrantTiers {
  readonly tier?: Tier
  readonly tierAdded?: Tier
  readonly reasons: readonly string[]
  readonly unknown: readonly string[]
  readonly controlsDirectory: boolean
}

const mostReasons = 10
const longestReason = 160
/**
 * A record may contain thousands of scopes. All are rated, because the most severe ones decide, but only this many are
 * reported.
 */
const mostUnknown = 100

/** `https://graph.microsoft.com/Mail.Read` is `Mail.Read`; `https://mail.google.com/` never comes here. */
function bareName(name: string): string {
  return name.startsWith('https://') ? name.slice(name.lastIndexOf('/') + 1) : name
}

function verdictByType({ name: text, resourceAppId }: Scope, type: PermissionType): TierVerdict {
  const name = bareName(text)
  const resource = resourceAppId === undefined ? {} : { resourceAppId }
  return permissionTier({ ...resource, type, ...(isPermissionId(name) ? { id: name } : { name }) })
}

/** Rates a Microsoft permission. An ID shows its own type, because a registration requests both types in one list. */
function microsoftVerdict(scope: Scope, type: PermissionType): TierVerdict {
  const verdict = verdictByType(scope, type)
  if (verdict.known || !isPermissionId(scope.name)) return verdict
  const other = verdictByType(scope, type === 'application' ? 'delegated' : 'application')
  return other.known ? other : verdict
}

/** Rates a scope as both types. Prefers a known rating to a guess, then the more severe rating. */
function eitherVerdict(scope: Scope): TierVerdict {
  const application = microsoftVerdict(scope, 'application')
  const delegated = microsoftVerdict(scope, 'delegated')
  if (application.known !== delegated.known) return application.known ? application : delegated
  return tierRank(application.tier) >= tierRank(delegated.tier) ? application : delegated
}

/** Rates a scope one tier higher for access to content or administration: the delegation acts as any user. */
function delegationVerdict(name: string): TierVerdict {
  const verdict = googleScopeTier(name)
  if (googleScope(name)?.product === 'identity' && verdict.tier === 'low') return verdict
  const tier = tiers[Math.max(0, tiers.indexOf(verdict.tier) - 1)] ?? verdict.tier
  return tier === verdict.tier ? verdict : { ...verdict, tier, reason: `${verdict.reason}, for any user of the domain` }
}

function verdictOf(scope: Scope, kind: ScopeKind): TierVerdict {
  switch (kind) {
    case 'google':
      return googleScopeTier(scope.name)
    case 'google_delegation':
      return delegationVerdict(scope.name)
    case 'either':
      return eitherVerdict(scope)
    case 'application':
    case 'delegated':
      return microsoftVerdict(scope, kind)
  }
}

/** `bare` is the name that combinations know. */
interface Weighed {
  readonly scope: Scope
  readonly bare: string
  readonly verdict: TierVerdict
}

function weigh(scopes: readonly Scope[], kind: ScopeKind): Weighed[] {
  return scopes.map((scope) => {
    const verdict = verdictOf(scope, kind)
    return { scope, bare: verdict.name ?? bareName(scope.name), verdict }
  })
}

function combine(weighed: readonly Weighed[], kind: ScopeKind): ReturnType<typeof combinationTiers> {
  const names = weighed.map(({ bare }) => bare)
  switch (kind) {
    case 'google':
    case 'google_delegation':
      return []
    case 'either':
      return combinationTiers(names, 'delegated')
    case 'application':
    case 'delegated':
      return combinationTiers(names, kind)
  }
}

function highest(found: readonly { readonly tier: Tier }[]): Tier | undefined {
  return found.reduce<Tier | undefined>((tier, next) => highestTier(tier, next.tier), undefined)
}

interface Reason {
  readonly tier: Tier
  readonly text: string
}

/** Selects the most severe reasons, in the order of the record if equal; low reasons only if there are no others. */
function pickReasons(all: readonly Reason[]): string[] {
  const grave = all.filter(({ tier }) => tier !== 'low')
  const sorted = (grave.length > 0 ? grave : [...all]).sort((a, b) => tierRank(b.tier) - tierRank(a.tier))
  const texts = sorted.map(({ text }) => (text.length > longestReason ? `${text.slice(0, longestReason - 1)}…` : text))
  return [...new Set(texts)].slice(0, mostReasons)
}

/** Rates the scopes that a grant has after the act, and the scopes that the act added. */
export function weighGrant(held: readonly Scope[], added: readonly Scope[], kind: ScopeKind): GrantTiers {
  const heldWeighed = weigh(held, kind)
  const addedWeighed = weigh(added, kind)
  const heldCombinations = combine(heldWeighed, kind)
  const addedNames = new Set(addedWeighed.map(({ bare }) => bare.toLowerCase()))
  const before = combine(
    heldWeighed.filter(({ bare }) => !addedNames.has(bare.toLowerCase())),
    kind,
  )
  // Added scopes may complete a combination with existing scopes.
  const addedCombinations =
    added.length === 0
      ? []
      : [...heldCombinations, ...combine(addedWeighed, kind)].filter((combination) => !before.includes(combination))

  const tier = highest([...heldWeighed.map(({ verdict }) => verdict), ...heldCombinations])
  const tierAdded = highest([...addedWeighed.map(({ verdict }) => verdict), ...addedCombinations])
  const [weighed, combinations] = held.length > 0 ? [heldWeighed, heldCombinations] : [addedWeighed, addedCombinations]
  const reasons = pickReasons([
    ...combinations.map(({ tier, reason }) => ({ tier, text: `${reason} (permissions in combination)` })),
    ...weighed.map(({ bare, verdict }) => ({ tier: verdict.tier, text: `${bare}: ${verdict.reason}` })),
  ])
  const unknown = [...heldWeighed, ...addedWeighed].filter(({ verdict }) => !verdict.known)
  return {
    ...(tier !== undefined && { tier }),
    ...(tierAdded !== undefined && { tierAdded }),
    reasons,
    controlsDirectory: !kind.startsWith('google') && weighed.some(({ bare }) => controlsDirectory(bare)),
    unknown: [...new Set(unknown.map(({ scope }) => scope.name))].slice(0, mostUnknown),
  }
}
