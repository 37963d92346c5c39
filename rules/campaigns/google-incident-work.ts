// Builders for the work after an incident: clients blocked and tokens revoked by an administrator, external readers removed,
// and a customer whose edition does not log client calls.
import type { RawRecord } from './campaign.ts'
import type { Background } from './google-background.ts'
import { admin, file, revoke, use } from './google-events.ts'
import { type App, idOf, type Org, type Parts, type Person } from './google-layouts.ts'

/** The quiet days of an edition that logs client grants, but not client calls. */
export const withoutCalls = (days: Background): Background => {
  const records = days.records.filter((record) => {
    const { events } = record as { events?: readonly { readonly type: string; readonly name: string }[] }
    const first = events?.[0]
    return !(first?.type === 'auth' && first.name === 'activity')
  })
  const known = new Set(records.map(idOf))
  return { records, quiet: days.quiet.filter((id) => known.has(id)) }
}

/** An administrator blocks a client for an organizational unit. */
export const blockClient = (org: Org, parts: Parts & { readonly app: App; readonly unit?: string }): RawRecord =>
  admin(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'SECURITY_SETTINGS',
    name: 'ADD_TO_BLOCKED_OAUTH2_APPS',
    values: {
      OAUTH2_APP_ID: parts.app.id,
      OAUTH2_APP_NAME: parts.app.name,
      OAUTH2_APP_TYPE: 'WEB_APPLICATION',
      ORG_UNIT_NAME: parts.unit ?? org.domain,
    },
  })

/** An administrator revokes the token of a client for a person: the act in the console, and the end of the token. */
export const revokeForUser = (
  org: Org,
  parts: Parts & { readonly app: App; readonly target: Person },
): readonly [RawRecord, RawRecord] => [
  admin(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'USER_SETTINGS',
    name: 'REVOKE_3LO_TOKEN',
    values: { APP_ID: parts.app.id, USER_EMAIL: parts.target.email },
  }),
  revoke(org, { at: parts.at + 1000, who: parts.target, app: parts.app, from: null }),
]

/** An administrator signs a person out of all browsers. */
export const resetCookies = (org: Org, parts: Parts & { readonly target: Person }): RawRecord =>
  admin(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'USER_SETTINGS',
    name: 'RESET_SIGNIN_COOKIES',
    values: { USER_EMAIL: parts.target.email },
  })

interface WithdrawParts extends Parts {
  readonly app: App
  /** The project number of the client. */
  readonly project: string
  readonly title: string
  readonly reader: string
}

/** A client removes an external reader from a file of its user: the call, and the Drive record. */
export const withdrawShare = (org: Org, parts: WithdrawParts): readonly [RawRecord, RawRecord] => [
  use(org, {
    at: parts.at,
    who: parts.who,
    app: parts.app,
    from: parts.from,
    method: 'drive.permissions.delete',
    bytes: 0,
    impersonates: true,
  }),
  file(org, {
    at: parts.at + 1000,
    who: parts.who,
    from: parts.from,
    name: 'change_user_access',
    title: parts.title,
    more: {
      target_user: parts.reader,
      target_domain: parts.reader.split('@')[1] ?? '',
      old_value: ['can_edit'],
      new_value: ['none'],
      old_visibility: 'shared_externally',
      visibility: 'private',
      visibility_change: 'internal',
      originating_app_id: parts.project,
      api_method: 'drive.permissions.delete',
    },
  }),
]

/** A service account downloads a file on behalf of a person: the call, and the Drive record. */
export const robotDownload = (
  org: Org,
  parts: Parts & {
    readonly app: App
    readonly project: string
    readonly title: string
    readonly kind: string
    readonly bytes: number
  },
): readonly [RawRecord, RawRecord] => [
  use(org, {
    at: parts.at,
    who: parts.who,
    app: parts.app,
    from: parts.from,
    method: 'drive.files.get',
    bytes: parts.bytes,
    impersonates: true,
  }),
  file(org, {
    at: parts.at + org.random.integer(1, 2) * 1000,
    who: parts.who,
    from: parts.from,
    name: 'download',
    title: parts.title,
    kind: parts.kind,
    more: { originating_app_id: parts.project, api_method: 'drive.files.get' },
  }),
]

/** `count` moments from `start` on, each a few seconds after the previous one. */
export const inRow = (org: Org, start: number, count: number, gap: readonly [number, number]): readonly number[] => {
  let at = start
  return Array.from({ length: count }, () => {
    const now = at
    at += org.random.integer(gap[0], gap[1]) * 1000
    return now
  })
}
