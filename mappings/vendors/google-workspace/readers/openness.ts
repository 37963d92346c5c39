// The openness of access setting values, so that a change has a direction.
import type { OauthGroup } from '../../../fields/document.ts'
import { words } from '../../../fields/field.ts'

export type Direction = NonNullable<NonNullable<OauthGroup['policy']>['direction']>

/** Setting values by how open they are: 0 closed, 3 open. */
export const openness: ReadonlyMap<string, number> = new Map(
  [
    'ALLOW_NONE BLOCK BLOCKED DENY DISABLED DISALLOW FALSE NONE OFF',
    'LIMITED RESTRICTED SIGN_IN_ONLY',
    'ALLOW_SPECIFIED SPECIFIC_GOOGLE_DATA',
    'ALLOW ALLOWED ALLOW_ALL ENABLED ON TRUE TRUSTED UNRESTRICTED',
  ].flatMap((names, rank) => words(names).map((name) => [name, rank] as const)),
)

/** The same values in the console's wording, which newer events contain. The first match counts. */
const opennessInWords: readonly (readonly [RegExp, number])[] = [
  [/\b(?:not|no longer) restricted\b|\bunblock/, 3],
  [/\bany (?:third[- ]party )?apps?\b/, 3],
  [/\b(?:blocked|block|no access|untrusted|disabled|denied)\b/, 0],
  [/\b(?:sign[- ]in|basic info|limited|restricted)\b/, 1],
  [/\b(?:specific|selected|specified|allow[- ]?listed)\b/, 2],
  [/\b(?:trusted|unrestricted|allowed?|enabled)\b/, 3],
]

function rankInWords(value: string): number | undefined {
  const words = value.slice(0, 500).toLowerCase().replaceAll('_', ' ')
  if (/\b(?:don.?t|do not|not) allow/.test(words)) return 0
  return opennessInWords.find(([pattern]) => pattern.test(words))?.[1]
}

/** `ENABLE_G_SUITE_MARKETPLACE` counts its choices: 1 no app, 2 any app, 3 selected apps. */
export const marketplaceChoices: ReadonlyMap<string, number> = new Map([
  ['1', 0],
  ['2', 3],
  ['3', 2],
])

const open = 3

/**
 * Returns the direction of a change. Without a known old value, only the extremes show it: fully open is looser than
 * any inherited value, and closed is tighter.
 */
export function directionOf(
  before: string | undefined,
  after: string | undefined,
  scale: ReadonlyMap<string, number> = openness,
): Direction {
  const rank = (value: string | undefined) => {
    if (value === undefined) return undefined
    return scale.get(value.toUpperCase()) ?? (scale === openness ? rankInWords(value) : undefined)
  }
  const from = rank(before)
  const to = rank(after)
  if (to === undefined) return 'changed'
  if (from === undefined) return to === open ? 'loosened' : to === 0 ? 'tightened' : 'changed'
  return to > from ? 'loosened' : to < from ? 'tightened' : 'changed'
}
