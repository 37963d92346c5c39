// The status of an application, and what an act makes of it.
import type { Transition } from '../../mappings/entities/transitions.ts'
import type { apps } from '../../mappings/entities/types.ts'
import type { OauthGroup } from '../../mappings/fields/document.ts'
import { type AppStatus, appStatuses } from '../../mappings/fields/oauth.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { type Annotations, clickMs } from './annotations.ts'
import type { Subject } from './subject.ts'
import type { View } from './view.ts'

const statusByAct: Readonly<Partial<Record<NonNullable<OauthGroup['action']>, AppStatus>>> = {
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

/** The detail of a change of the credentials. */
export type KeyChange = 'added' | 'removed' | 'replaced'

/** Whether a change of the credentials added one. */
export const addsKey = ({ detail }: Transition): boolean => detail === 'added' || detail === 'replaced'

/** Whether a change of the credentials removed one. */
export const removesKey = ({ detail }: Transition): boolean => detail === 'removed' || detail === 'replaced'

/** The events of 2026 write the level with a capital letter. */
const isBlocked = (levels: readonly string[] = []): boolean => levels.some((level) => level.toLowerCase() === 'blocked')

/** The status of an application after an act; undefined if the act does not change it. A client that Google blocks for a part of the organization is still enabled. */
export function statusAfter({ action, policy }: OauthGroup): AppStatus | undefined {
  if (action !== 'trust_change') return action === undefined ? undefined : statusByAct[action]
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

/** Returns the latest status of an application, from the log or from an inventory. */
export function appStatus(view: View<typeof apps>, time: number): StatusTransition | undefined {
  const known = [...view.transitions('listed', time), ...view.transitions('status', time)].sort((a, b) => b.at - a.at)
  // A deleted application can be deleted a second time, permanently. Only the first of equal statuses counts.
  const other = known.findIndex(({ value }) => value !== known[0]?.value)
  const first = other < 0 ? known.at(-1) : known[other - 1]
  return first !== undefined && isStatusTransition(first) ? first : undefined
}

type StatusTransition = Transition & { readonly value: AppStatus }

/** Another version may have written a status that this one does not know. */
function isStatusTransition(transition: Transition): transition is StatusTransition {
  return appStatuses.some((status) => status === transition.value)
}

/** Annotates whether administrators allowed the application, or trust it on the day of a refusal. */
export function annotateTrust(app: Annotations['app'], { at, oauth }: Subject, view: View<typeof apps>): void {
  const decisions = view.transitions('trust', at - clickMs)
  if (decisions.length > 0 && decisions.every(({ value }) => value === 'allowed')) app.allowed = true
  const refused = view.moment('refusals', at - clickMs)
  const isLoosened = oauth?.action === 'trust_change' && oauth.policy?.direction === 'loosened'
  if (isLoosened && refused !== undefined && at - refused < dayMs) app.refused = true
}
