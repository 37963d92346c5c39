import { describe, expect, it } from 'vitest'
import { mapActivity, mapEvent, mapSample, readSample } from './map-sample.ts'

const inboxPilot = {
  id: '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com',
  name: 'Inbox Pilot',
  registration_id: '417730926581',
  kind: 'web',
}
const studio = { id: '684401173925', name: 'Signature Studio', registration_id: '684401173925' }
const lena = { name: 'lena.ostrow@northpier.example' }
const sweeper = 'mail-sweeper@pier-automation.iam.gserviceaccount.com'

/** The oauth group without the identity of the act. */
function oauthOf(sample: string) {
  const { act, ...rest } = mapSample('admin', sample).oauth ?? {}
  if (rest.action !== undefined) expect(act).toMatchObject({ id: expect.any(String), bundle: expect.any(String) })
  return rest
}

describe('domain-wide delegation', () => {
  const grant = { kind: 'domain_delegation', breadth: 'tenant', admin_consent: true, self: false }
  const app = { id: '112044879936650172483', kind: 'service_account' }

  it('is granted to a client for everybody', () => {
    const scopes = ['https://mail.google.com/', 'https://www.googleapis.com/auth/drive']
    expect(oauthOf('admin-delegation-granted')).toEqual({
      action: 'delegation_grant',
      app,
      grant: { ...grant, scopes, scopes_added: scopes },
    })
    expect(mapSample('admin', 'admin-delegation-granted')).toMatchObject({
      service: { id: app.id },
      google_workspace: { admin: { api: { client: { name: app.id }, scopes } } },
    })
  })

  it('is read from scopes that an export has joined', () => {
    expect(oauthOf('admin-delegation-granted-joined').grant?.scopes).toEqual([
      'https://www.googleapis.com/auth/calendar.readonly',
      'https://www.googleapis.com/auth/contacts.readonly',
    ])
  })

  it('is taken away', () => {
    expect(oauthOf('admin-delegation-removed')).toEqual({ action: 'delegation_revoke', app, grant })
  })
})

describe('trust in one app', () => {
  it.each([
    ['admin-app-trusted', 'loosened', { new: ['trusted'] }],
    ['admin-app-no-longer-trusted', 'tightened', { old: ['trusted'] }],
    ['admin-app-limited', 'changed', { new: ['limited'] }],
    ['admin-app-no-longer-limited', 'changed', { old: ['limited'] }],
    ['admin-app-blocked', 'tightened', { new: ['blocked'] }],
    ['admin-app-no-longer-blocked', 'loosened', { old: ['blocked'] }],
    ['admin-app-access-changed', 'loosened', { old: ['LIMITED'], new: ['TRUSTED'] }],
  ])('of %s is %s', (sample, direction, values) => {
    expect(oauthOf(sample)).toEqual({
      action: 'trust_change',
      app: inboxPilot,
      policy: { name: 'App access control', setting: 'app_access', scope: '/Sales', direction, ...values },
    })
  })

  it.each([
    ['admin-app-allow-listed', 'loosened', { new: ['allow_listed'] }],
    ['admin-app-off-allow-list', 'tightened', { old: ['allow_listed'] }],
  ])('of the Marketplace in %s is %s', (sample, direction, values) => {
    expect(oauthOf(sample)).toEqual({
      action: 'trust_change',
      app: studio,
      policy: { name: 'Marketplace apps', setting: 'app_access', scope: 'tenant', direction, ...values },
    })
  })
})

describe('a policy on applications', () => {
  it.each([
    ['admin-domain-owned-apps-trusted', 'App access control', 'domain_owned_apps', 'loosened'],
    ['admin-domain-owned-apps-untrusted', 'App access control', 'domain_owned_apps', 'tightened'],
    ['admin-gmail-opened-to-apps', 'Google service access', 'GMAIL_HIGH_RISK', 'loosened'],
    ['admin-gmail-closed-to-apps', 'Google service access', 'GMAIL_HIGH_RISK', 'tightened'],
    ['admin-third-party-apps-blocked', 'App access control', 'third_party_apps', 'tightened'],
    ['admin-third-party-apps-unblocked', 'App access control', 'third_party_apps', 'loosened'],
    ['admin-third-party-apps-sign-in-only', 'App access control', 'third_party_apps', 'changed'],
    ['admin-unconfigured-apps-opened', 'App access control', 'unconfigured_apps', 'loosened'],
    ['admin-on-device-access-unblocked', 'On-device access', 'DRIVE', 'loosened'],
    ['admin-marketplace-opened', 'Marketplace apps', 'Apps Access Setting Allowlist access', 'loosened'],
    ['admin-marketplace-closed', 'Marketplace apps', 'Apps Access Setting Allowlist access', 'tightened'],
    ['admin-marketplace-opened-older-event', 'Marketplace apps', 'ENABLE_G_SUITE_MARKETPLACE', 'loosened'],
  ])('of %s is %s, %s, %s', (sample, name, setting, direction) => {
    const { action, policy } = oauthOf(sample)
    expect(action).toBe('policy_change')
    expect(policy).toMatchObject({ name, setting, direction, scope: '/Sales' })
  })

  it('covers the tenant when no org unit or group is named', () => {
    for (const sample of ['admin-api-access-enabled', 'admin-oauth-access-to-all-apis'])
      expect(oauthOf(sample)).toMatchObject({
        action: 'policy_change',
        policy: { direction: 'loosened', scope: 'tenant', old: ['false'], new: ['true'] },
      })
  })

  it('is not a setting of something else', () => {
    expect(oauthOf('admin-setting-unrelated')).toEqual({})
    expect(oauthOf('admin-rule-setting-created')).toEqual({})
  })
})

describe('an app for the whole domain', () => {
  it.each([
    ['admin-app-installed', 'app_install'],
    ['admin-app-uninstalled', 'app_uninstall'],
  ])('in %s is %s', (sample, action) => {
    expect(oauthOf(sample)).toEqual({
      action,
      app: studio,
      grant: { kind: 'install', breadth: 'tenant', admin_consent: true, self: false },
    })
  })
})

describe('an administrator role', () => {
  it.each([
    ['admin-role-to-service-account', 'role_grant'],
    ['admin-role-from-service-account', 'role_revoke'],
  ])('of a service account in %s is %s', (sample, action) => {
    expect(oauthOf(sample)).toEqual({
      action,
      app: { object_id: sweeper, name: sweeper, kind: 'service_account' },
      account: { name: sweeper, kind: 'service' },
      role: { name: '_USER_MANAGEMENT_ADMIN_ROLE' },
    })
    expect(mapSample('admin', sample).service).toEqual({ id: sweeper, name: sweeper })
  })

  it('an administrator role of a person is no act on an application', () => {
    expect(oauthOf('admin-role-to-user')).toEqual({
      account: { name: 'tomas.feld@northpier.example' },
      role: { name: '_SEED_ADMIN_ROLE' },
    })
  })

  it('is super administrator if the event only contains administrator', () => {
    const document = mapEvent('admin', 'GRANT_ADMIN_PRIVILEGE', [{ name: 'USER_EMAIL', value: 'X@northpier.example' }])
    expect(document.oauth).toEqual({ account: { name: 'x@northpier.example' }, role: { name: '_SEED_ADMIN_ROLE' } })
  })
})

describe("a user's token taken away by an administrator", () => {
  it('is not the act of the account itself', () => {
    expect(oauthOf('admin-token-revoked')).toEqual({
      action: 'token_revoke',
      app: { id: inboxPilot.id, registration_id: inboxPilot.registration_id },
      account: lena,
      grant: { kind: 'delegated', breadth: 'user', self: false, principal: lena },
    })
  })

  it('may be all tokens of a device, or the password of one application', () => {
    expect(oauthOf('admin-device-tokens-revoked')).toMatchObject({ action: 'token_revoke', account: lena })
    expect(oauthOf('admin-app-password-revoked')).toEqual({
      action: 'token_revoke',
      account: lena,
      credential: { kind: 'secret', id: '14', removed: 1 },
    })
  })
})

describe('an activity of several events', () => {
  const documents = mapActivity(readSample('admin', 'admin-several-events'))

  it('is several documents with one bundle and acts of their own', () => {
    expect(documents.map((document) => document.event.action)).toEqual([
      'REMOVE_FROM_LIMITED_OAUTH2_APPS',
      'ADD_TO_TRUSTED_OAUTH2_APPS',
      'ALLOW_SERVICE_FOR_OAUTH2_ACCESS',
    ])
    expect(new Set(documents.map((document) => document.oauth?.act?.bundle))).toEqual(new Set(['7014021028035079175']))
    expect(new Set(documents.map((document) => document.oauth?.act?.id)).size).toBe(3)
  })

  it('distinguishes two equal events by their position', () => {
    const activity = readSample('admin', 'admin-gmail-opened-to-apps')
    const [event] = activity.events as [never]
    const ids = mapActivity({ ...activity, events: [event, event] }).map((document) => document.oauth?.act?.id)
    expect(ids[0]).not.toBe(ids[1])
  })
})

describe('the document of an admin event', () => {
  it('has the member and the group as its target', () => {
    const document = mapSample('admin', 'admin-group-member-added')
    expect(document.group).toEqual({ name: 'finance', domain: 'northpier.example' })
    expect(document.user?.target).toEqual({
      name: 'priya.nand',
      domain: 'northpier.example',
      email: 'priya.nand@northpier.example',
      group: { name: 'finance', domain: 'northpier.example' },
    })
    expect(document.related?.user).toContain('priya.nand')
  })

  it('has the suspended user as its target, without an act on an application', () => {
    const document = mapSample('admin', 'admin-user-suspended')
    expect(document.user?.target?.email).toBe('lena.ostrow@northpier.example')
    expect(document.event).toMatchObject({ category: ['iam'], type: ['change', 'user'] })
    expect(document.oauth).toBeUndefined()
  })

  it('has the outcome of a bulk upload in numbers', () => {
    const document = mapSample('admin', 'admin-bulk-upload')
    expect(document.event.outcome).toBe('failure')
    expect(document.google_workspace?.admin).toEqual({ bulk_upload: { total: 40, failed: 2 } })
    const none = mapEvent('admin', 'BULK_UPLOAD', [{ name: 'BULK_UPLOAD_FAIL_USERS_NUMBER', intValue: '0' }])
    expect(none.event.outcome).toBe('success')
  })

  it('has the metadata of a rule setting below the setting', () => {
    expect(mapSample('admin', 'admin-rule-setting-created').google_workspace?.admin).toMatchObject({
      setting: {
        name: 'RuleState rule_state[0] enabled',
        metadata: { description: 'Forward invoices', rule: { key: 'np-rule-0007', type: 'ContentCompliance' } },
      },
    })
  })

  it('has the parts of a web address', () => {
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

  it('has start, end and duration of a span', () => {
    const { event } = mapEvent('admin', 'DRIVE_DATA_RESTORE', [
      { name: 'BEGIN_DATE_TIME', value: '2026-05-04T06:00:00Z' },
      { name: 'END_DATE_TIME', value: '2026/05/04 06:00:01 UTC' },
    ])
    expect(event).toMatchObject({ start: '2026-05-04T06:00:00.000Z', end: '2026-05-04T06:00:01.000Z', duration: 1e9 })
  })

  it('names the application that made the change', () => {
    const actor = {
      email: 'a@northpier.example',
      applicationInfo: { oauthClientId: '9-x', applicationName: 'Provisioner' },
    }
    const document = mapEvent('admin', 'SUSPEND_USER', [], { actor })
    expect(document.oauth).toEqual({ actor_app: { id: '9-x', name: 'Provisioner' } })
    expect(document.service).toEqual({ id: '9-x', name: 'Provisioner' })
  })
})

describe('an admin event of an unknown name', () => {
  const parameters = (values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([name, value]) => ({ name, value }))

  it('an admin event of an unknown name with the parameters of a known act is that act', () => {
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

  it('an admin event of an unknown name without them is no act, nor is a known event that only mentions an application', () => {
    expect(mapSample('admin', 'admin-odd-event').oauth).toBeUndefined()
    const unchanged = parameters({ OAUTH2_APP_ID: inboxPilot.id })
    expect(mapEvent('admin', 'VIEW_APP_DETAILS', unchanged).oauth).toBeUndefined()
    const known = parameters({ OAUTH2_APP_ID: inboxPilot.id, OLD_VALUE: 'LIMITED', NEW_VALUE: 'TRUSTED' })
    expect(mapEvent('admin', 'CHANGE_GROUP_NAME', known).oauth).toBeUndefined()
  })
})
