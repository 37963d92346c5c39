import type { OauthGroup } from '../../mappings/fields/document.ts'
import type { AppStatus } from '../../mappings/fields/oauth.ts'

const appStatus: Readonly<Partial<Record<NonNullable<OauthGroup['action']>, AppStatus>>> = {
  sp_add: 'enabled',
  sp_enable: 'enabled',
  sp_disable: 'disabled',
  sp_delete: 'deleted',
  app_delete: 'deleted',
  app_restore: 'enabled',
}

/** The detail of a deletion that leaves the registration of the application in its tenant. */
export const onlyPrincipal = 'service principal'

/** The detail of an act that adds an application to a tenant. */
export const addedPrincipal = 'added'

/** The events of 2026 write the level with a capital letter. */
const isBlocked = (levels: readonly string[] = []): boolean => levels.some((level) => level.toLowerCase() === 'blocked')

/** The status of an application after an act; undefined if the act does not change it. A client that Google blocks for a part of the organization is still enabled. */
export function statusAfter({ action, policy }: OauthGroup): AppStatus | undefined {
  if (action !== 'trust_change') return action === undefined ? undefined : appStatus[action]
  // The top unit has the name of the organization. Other units are paths, and groups are addresses.
  if (/^\/.|@/.test(policy?.scope ?? '')) return undefined
  if (isBlocked(policy?.new)) return 'disabled'
  return isBlocked(policy?.old) ? 'enabled' : undefined
}

/** How far the administrators trust an application after a change. */
export function trustOf({ policy }: OauthGroup): 'allowed' | 'blocked' | 'limited' {
  if (isBlocked(policy?.old) || isBlocked(policy?.new)) return 'blocked'
  return policy?.direction === 'tightened' ? 'limited' : 'allowed'
}
