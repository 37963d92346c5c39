// Events from networks: the sign-ins of an account, the uses of an application, and what their last document contains.
import type { EcsDocument, OauthGroup } from '../../../mappings/fields/document.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { annotated, day, eventOf } from './events.ts'

export const lena = { name: 'lena.ostrow@northpier.example' }
export const client = '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com'
export const vendor = '203.0.113.140'
export const elsewhere = '192.0.2.33'

export interface Origin {
  readonly ip: string
  readonly system?: number
}

/** An event some hours after the beginning. */
export function event(
  hours: number,
  { ip, system }: Origin,
  oauth?: OauthGroup,
  more: Partial<EcsDocument> = {},
): EntityEvent {
  return eventOf(oauth === undefined ? 'google_workspace.login' : 'google_workspace.token', hours, {
    event: { action: oauth === undefined ? 'login_success' : 'activity' },
    source: { ip, ...(system !== undefined && { as: { number: system } }) },
    user: { email: lena.name },
    ...(oauth !== undefined && { oauth }),
    ...more,
  })
}

export const use = (hours: number, origin: Origin, more: Partial<OauthGroup> = {}): EntityEvent =>
  event(hours, origin, { action: 'app_use', app: { id: client, first_party: false }, account: lena, ...more })

export const signIn = (
  hours: number,
  origin: Origin,
  interactive = true,
  app: OauthGroup['app'] = { id: client, first_party: false },
): EntityEvent =>
  event(hours, origin, { action: 'app_sign_in', app, account: lena }, { saas: { logon: { interactive } } })

/** Makes one use from the vendor's network per day, for `days` days. */
export const everyDay = (days: number, origin: (day: number) => Origin = () => ({ ip: vendor })): EntityEvent[] =>
  Array.from({ length: days }, (_, i) => use(i * day, origin(i)))

/** The annotated group of the last event. */
export async function oauthOf(events: readonly EntityEvent[], networks: readonly string[] = []): Promise<OauthGroup> {
  return (await annotated(events, { networks })).at(-1) ?? {}
}

export const lastOf = async (events: readonly EntityEvent[]) => (await oauthOf(events)).activity
export const ofAccount = async (events: readonly EntityEvent[]) => (await oauthOf(events)).account
export const actAge = async (events: readonly EntityEvent[]) => (await oauthOf(events)).act?.network_age_hours
