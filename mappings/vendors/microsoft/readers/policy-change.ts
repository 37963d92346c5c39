import type { OauthGroup } from '../../../fields/document.ts'

export type Policy = NonNullable<OauthGroup['policy']>
export type Direction = NonNullable<Policy['direction']>

export const listOf = (text: string | undefined): string[] => (text === undefined ? [] : [text])

/** Returns the change of a setting. A side without values is left out. */
export function policyChange(setting: string, direction: Direction, before: string[], after: string[]): Policy {
  const policy: Policy = { setting, direction }
  if (before.length > 0) policy.old = before
  if (after.length > 0) policy.new = after
  return policy
}
