// How much the values of access settings let through, so that a change has a direction.
import type { OauthGroup } from '../../../fields/document.ts'

export type Direction = NonNullable<NonNullable<OauthGroup['policy']>['direction']>

/** Setting values by how open they are: 0 closed, 3 open. */
const openness: ReadonlyMap<string, number> = new Map([
  ['ALLOW_NONE', 0],
  ['BLOCK', 0],
  ['BLOCKED', 0],
  ['DENY', 0],
  ['DISABLED', 0],
  ['DISALLOW', 0],
  ['FALSE', 0],
  ['NONE', 0],
  ['OFF', 0],
  ['LIMITED', 1],
  ['RESTRICTED', 1],
  ['SIGN_IN_ONLY', 1],
  ['ALLOW_SPECIFIED', 2],
  ['SPECIFIC_GOOGLE_DATA', 2],
  ['ALLOW', 3],
  ['ALLOWED', 3],
  ['ALLOW_ALL', 3],
  ['ENABLED', 3],
  ['ON', 3],
  ['TRUE', 3],
  ['TRUSTED', 3],
  ['UNRESTRICTED', 3],
])

/** `ENABLE_G_SUITE_MARKETPLACE` counts its choices: 1 no app, 2 any app, 3 selected apps. */
export const marketplaceChoices: ReadonlyMap<string, number> = new Map([
  ['1', 0],
  ['2', 3],
  ['3', 2],
])

const open = 3

/**
 * Which way a setting went. Without a known old value only the ends tell: fully open is looser, closed is tighter than
 * whatever was inherited.
 */
export function directionOf(
  before: string | undefined,
  after: string | undefined,
  scale: ReadonlyMap<string, number> = openness,
): Direction {
  const rank = (value: string | undefined) => (value === undefined ? undefined : scale.get(value.toUpperCase()))
  const from = rank(before)
  const to = rank(after)
  if (to === undefined) return 'changed'
  if (from === undefined) return to === open ? 'loosened' : to === 0 ? 'tightened' : 'changed'
  return to > from ? 'loosened' : to < from ? 'tightened' : 'changed'
}
