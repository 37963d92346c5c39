import { expect, it } from 'vitest'
import { accountEffect } from '../../../../mappings/vendors/account-effects.ts'
import { adminOperations } from '../../../../mappings/vendors/google-workspace/operations.ts'
import { mapActivity, mapEvent, mapSample, readSample } from './map-sample.ts'

const inboxPilot = {
  id: '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com',
  name: 'Inbox Pilot',
  registration_id: '417730926581',
  kind: 'web',
}

/** The oauth group without the identity of the act. */
function oauthOf(sample: string) {
  const { act, ...rest } = mapSample('admin', sample).oauth ?? {}
  if (rest.action !== undefined) expect(act).toMatchObject({ id: expect.any(String), bundle: expect.any(String) })
  return rest
}

it('an administrator role is super administrator if the event only reports an administrator', () => {
  const document = mapEvent('admin', 'GRANT_ADMIN_PRIVILEGE', [{ name: 'USER_EMAIL', value: 'X@northpier.example' }])
  expect(document.oauth).toEqual({
    account: { name: 'x@northpier.example' },
    role: { name: '_SEED_ADMIN_ROLE' },
  })
})

it.each(['ALLOW_STRONG_AUTHENTICATION', 'ENFORCE_STRONG_AUTHENTICATION'])(
  '%s with the value false weakens accounts',
  (name) => {
    const change = (from: string, to: string) =>
      mapEvent('admin', name, [
        { name: 'OLD_VALUE', value: from },
        { name: 'NEW_VALUE', value: to },
      ]).oauth?.policy
    expect(change('true', 'false')).toMatchObject({ name: 'Two-step verification', direction: 'loosened' })
    expect(change('false', 'true')).toMatchObject({ name: 'Two-step verification', direction: 'tightened' })
  },
)

it('two equal events of one activity are different acts because of their position', () => {
  const activity = readSample('admin', 'admin-gmail-opened-to-apps')
  const [event] = activity.events as [never]
  const ids = mapActivity({ ...activity, events: [event, event] }).map((document) => document.oauth?.act?.id)
  expect(ids[0]).not.toBe(ids[1])
})

it('the document of an admin event has the parts of a web address', () => {
  const web = mapEvent('admin', 'ADD_WEB_ADDRESS', [
    { name: 'WEB_ADDRESS', value: 'https://w.northpier.example/a/b.html?q=1' },
  ])
  expect(web.url).toEqual({
    full: 'https://w.northpier.example/a/b.html?q=1',
    original: 'https://w.northpier.example/a/b.html?q=1',
    scheme: 'https',
    domain: 'w.northpier.example',
    path: '/a/b.html',
    extension: 'html',
    query: 'q=1',
  })
})

it('the document of an admin event contains start, end and duration of a period', () => {
  const { event } = mapEvent('admin', 'DRIVE_DATA_RESTORE', [
    { name: 'BEGIN_DATE_TIME', value: '2026-05-04T06:00:00Z' },
    { name: 'END_DATE_TIME', value: '2026/05/04 06:00:01 UTC' },
  ])
  expect(event).toMatchObject({ start: '2026-05-04T06:00:00.000Z', end: '2026-05-04T06:00:01.000Z', duration: 1e9 })
})

it('the document of an admin event names the application that made the change', () => {
  const actor = {
    email: 'a@northpier.example',
    applicationInfo: { oauthClientId: '9-x', applicationName: 'Provisioner' },
  }
  const document = mapEvent('admin', 'SUSPEND_USER', [], { actor })
  expect(document.oauth).toEqual({ actor_app: { id: '9-x', name: 'Provisioner' } })
  expect(document.service).toEqual({ id: '9-x', name: 'Provisioner' })
})

const parameters = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }))

it('an unknown admin event with the parameters of a known act is this act', () => {
  expect(oauthOf('admin-odd-event-trusts-app')).toMatchObject({
    action: 'trust_change',
    app: { id: inboxPilot.id },
    policy: { direction: 'loosened', old: ['LIMITED'], new: ['TRUSTED'] },
  })
  expect(oauthOf('admin-odd-event-delegates')).toMatchObject({
    action: 'delegation_grant',
    grant: { kind: 'domain_delegation', scopes: ['https://mail.google.com/'] },
  })
  const removed = mapEvent(
    'admin',
    'DOMAIN_WIDE_DELEGATION_CLIENT_REMOVED',
    parameters({ API_CLIENT_NAME: '1', API_SCOPES: 'https://mail.google.com/' }),
  )
  expect(removed.oauth?.action).toBe('delegation_revoke')
  const service = parameters({ OAUTH2_SERVICE_NAME: 'GMAIL', OLD_VALUE: 'RESTRICTED', NEW_VALUE: 'UNRESTRICTED' })
  expect(mapEvent('admin', 'SET_SERVICE_ACCESS', service).oauth).toMatchObject({
    action: 'policy_change',
    policy: { name: 'Google service access', direction: 'loosened' },
  })
})

it('an unknown admin event without act parameters, or an event that only mentions an application, is not an act', () => {
  expect(mapSample('admin', 'admin-odd-event').oauth).toBeUndefined()
  const unchanged = parameters({ OAUTH2_APP_ID: inboxPilot.id })
  expect(mapEvent('admin', 'VIEW_APP_DETAILS', unchanged).oauth).toBeUndefined()
  const known = parameters({ OAUTH2_APP_ID: inboxPilot.id, OLD_VALUE: 'LIMITED', NEW_VALUE: 'TRUSTED' })
  expect(mapEvent('admin', 'CHANGE_GROUP_NAME', known).oauth).toBeUndefined()
})

it.each(
  Object.keys(adminOperations).filter((name) => {
    const { oauth } = mapEvent('admin', name, [
      { name: 'USER_EMAIL', value: 'x@northpier.example' },
      { name: 'ROLE_NAME', value: '_SEED_ADMIN_ROLE' },
    ])
    return oauth?.role !== undefined && oauth.account !== undefined
  }),
)('%s writes the role of an account, so it also changes the roles of the account', (name) => {
  expect(accountEffect('google_workspace.admin', name)?.role).toBe(/^(?:UN|REVOKE)/.test(name) ? 'revoked' : 'granted')
})
