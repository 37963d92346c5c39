// What the documents of the Azure datasets hold, read off samples.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { checkDocument } from '../../../../mappings/lib/check-document.ts'
import { unmappedFields } from '../../../../mappings/lib/vendor-catalog.ts'
import { compiled, mapRecord, mapSample, readSample, type Stream, sampleNames } from './samples.ts'

const streams = Object.keys(compiled) as Stream[]
const graph = '00000003-0000-0000-c000-000000000000'
const mara = { id: '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514', name: 'mara.voss@northpier.example', kind: 'member' }

describe.each(streams)('every document of azure.%s', (stream) => {
  it.each(sampleNames(stream))('%s is known to the catalog', (name) => {
    const document = mapSample(stream, name)
    expect(unmappedFields(compiled[stream].mapping, document)).toEqual([])
    expect(document).not.toHaveProperty('error.message')
  })

  it('of any record is valid, and mapping does not throw', () => {
    const { record, context } = readSample(stream, sampleNames(stream)[0] as string)
    const names = Object.keys(record)
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue(), fc.jsonValue(), (name, value, other) => {
        const strange = { ...record, [name]: value } as JsonObject
        const document = mapRecord(stream, strange, { ...context, level: other, durationMs: other } as JsonObject)
        expect(checkDocument(document, 'azure')).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})

describe('azure.auditlogs', () => {
  const document = mapSample('auditlogs', 'audit-consent-user-mail')

  it('keeps what prebuilt rules read, by place and as a list', () => {
    const audit = document.azure?.auditlogs as JsonObject
    expect(audit).toMatchObject({
      operation_name: 'Consent to application',
      category: 'AuditLogs',
      properties: {
        category: 'ApplicationManagement',
        initiated_by: { user: { userPrincipalName: mara.name } },
        additional_details: [{ key: 'User-Agent', value: 'EvoSTS' }, { key: 'AppId' }],
        target_resources: {
          0: {
            display_name: 'Invoice Sync Helper',
            type: 'ServicePrincipal',
            modified_properties: { 0: { display_name: 'ConsentContext.IsAdminConsent', new_value: '"False"' } },
          },
        },
      },
    })
    const { target_resources_list: list } = audit.properties as { target_resources_list: JsonObject[] }
    expect(list[0]).toMatchObject({ modified_properties: [{ new_value: '"False"' }, {}, {}, {}, {}, {}] })
    expect(audit.properties).not.toHaveProperty('result')
  })

  it('names actor and source in the words of the log', () => {
    expect(document.user).toMatchObject({ id: mara.id, name: mara.name, email: mara.name, domain: 'northpier.example' })
    expect(document.user?.full_name).toBe('Azure ESTS Service')
    expect(document.source).toMatchObject({ ip: '203.0.113.24' })
    expect(document.event).toMatchObject({ outcome: 'success', category: ['iam'], type: ['change'], duration: 0 })
    expect(document['@timestamp']).toBe('2026-03-11T09:14:27.471Z')
    expect(document.trace?.id).toBe('4c439fde-939b-59a2-84bc-7f6c09353d84')
  })

  it('names the new owner as target', () => {
    const owner = mapSample('auditlogs', 'audit-owner-added')
    expect(owner.user?.target).toMatchObject({ email: 'jonas.reimer@northpier.example' })
    expect(owner.oauth).toMatchObject({ action: 'owner_add', owner: { kind: 'user' } })
  })

  it('derives a refusal from the reason if no property contains it', () => {
    const { record, context } = readSample('auditlogs', 'audit-consent-blocked-risky')
    const [target] = record.targetResources as [JsonObject]
    const properties = (target.modifiedProperties as JsonObject[]).filter(
      ({ displayName }) => displayName !== 'MethodExecutionResult.' && displayName !== 'ConsentAction.Reason',
    )
    const bare = { ...record, targetResources: [{ ...target, modifiedProperties: properties }] }
    const reason = 'Microsoft.Online.Security.UserConsentBlockedForRiskyAppsException'
    const act = (resultReason: string) => mapRecord('auditlogs', { ...bare, resultReason } as JsonObject, context).oauth
    expect(act(reason)).toMatchObject({ action: 'consent_block', grant: { risky: true, reason } })
    expect(act('Timed out')).toMatchObject({ action: 'consent' })
  })

  it('numbers no more than 20 targets of 50 changes and lists all', () => {
    const { record } = readSample('auditlogs', 'audit-owner-added')
    const changes = Array.from({ length: 60 }, (_, i) => ({ displayName: `P${i}`, newValue: '"x"' }))
    const targets = Array.from({ length: 25 }, () => ({ id: 'a', type: 'Other', modifiedProperties: changes }))
    const document = mapRecord('auditlogs', { ...record, targetResources: targets } as JsonObject)
    const { properties } = (document.azure as JsonObject).auditlogs as {
      properties: Record<string, Record<string, { modified_properties: object }>>
    }
    expect(Object.keys(properties.target_resources ?? {})).toHaveLength(20)
    expect(Object.keys(properties.target_resources?.[19]?.modified_properties ?? {})).toHaveLength(50)
    expect(properties.target_resources_list).toHaveLength(25)
  })

  it.each([
    [{ Level: 4 }, '4', '4'],
    [{ Level: '4', level: 'Informational' }, '4', 'Informational'],
    [{ level: 'Informational' }, undefined, 'Informational'],
    [{ level: 4 }, undefined, '4'],
  ])('distinguishes the two levels of %j', (levels, own, level) => {
    const { record } = readSample('auditlogs', 'audit-owner-added')
    const document = mapRecord('auditlogs', record, levels)
    const { level: stated } = (document.azure?.auditlogs ?? {}) as { level?: string }
    expect(stated).toBe(own)
    expect(document.log?.level).toBe(level)
  })

  it('reads month-first times', () => {
    const { record } = readSample('auditlogs', 'audit-owner-added')
    const at = (time: string) => mapRecord('auditlogs', { ...record, activityDateTime: null }, { time })['@timestamp']
    expect(at('3/11/2026 9:14:27 PM')).toBe('2026-03-11T21:14:27.000Z')
    expect(at('3/11/2026 12:14:27 AM +02:00')).toBe('2026-03-10T22:14:27.000Z')
    expect(at('3/11/2026 21:14:27')).toBe('2026-03-11T21:14:27.000Z')
    expect(at('yesterday')).toBeUndefined()
  })
})

describe('azure.signinlogs', () => {
  it('azure.signinlogs of an application names its credential', () => {
    expect(mapSample('signinlogs', 'signin-app-new-secret').oauth).toMatchObject({
      action: 'app_sign_in',
      app: { name: 'Payroll Bridge', object_id: 'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20', own_tenant: true },
      credential: { kind: 'secret', id: '6d4e12f7-63d4-5026-98e8-10079628fef2' },
      grant: { app_only: true, resource: { id: [graph] } },
    })
    expect(mapSample('signinlogs', 'signin-app-certificate').oauth?.credential?.kind).toBe('certificate')
    expect(mapSample('signinlogs', 'signin-managed-identity').oauth?.app?.kind).toBe('managed_identity')
  })

  it('calls the service as its principal is called', () => {
    const { record, context } = readSample('signinlogs', 'signin-app-new-secret')
    const document = mapRecord('signinlogs', { ...record, servicePrincipalName: 'Payroll Bridge (test)' }, context)
    expect(document.service?.name).toBe('Payroll Bridge (test)')
    expect(document.oauth?.app?.name).toBe('Payroll Bridge')
  })

  it('azure.signinlogs of a user names the account and the owner of the application', () => {
    const document = mapSample('signinlogs', 'signin-user-app')
    expect(document.oauth).toMatchObject({ account: mara, app: { own_tenant: false } })
    expect(document.oauth).not.toHaveProperty('credential')
    expect(document.oauth?.grant).not.toHaveProperty('app_only')
    expect(document.service).toEqual({ id: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', name: 'Invoice Sync Helper' })
  })

  it.each([
    ['signin-user-app', 'success', 'success'],
    ['signin-polled-consent-required', 'failure', 'interrupt'],
    ['signin-blocked-by-policy', 'failure', 'blocked_by_policy'],
    ['signin-app-expired-secret', 'failure', 'other'],
  ])('%s is a %s of class %s', (name, outcome, logon) => {
    const document = mapSample('signinlogs', name)
    expect(document.event.outcome).toBe(outcome)
    expect(document.saas?.logon?.class).toBe(logon)
  })

  it('contains the reason with its details', () => {
    const { message } = mapSample('signinlogs', 'signin-polled-consent-required')
    expect(message).toBe('The user or administrator has not consented to use the application. (Consent is required.)')
  })

  it('places no address at zero and zero', () => {
    expect(mapSample('signinlogs', 'signin-managed-identity').source).toBeUndefined()
    expect(mapSample('signinlogs', 'signin-user-app').source?.geo).toMatchObject({ country_iso_code: 'NL' })
  })
})

describe('a member in a shape that the index does not have', () => {
  it('is kept as text, or under another name', () => {
    const { record } = readSample('signinlogs', 'signin-user-app')
    const strange = {
      ...record,
      riskDetail: { a: 1 },
      riskEventTypes: ['x', { b: 2 }],
      mfaDetail: 'phone',
    } as JsonObject
    const document = mapRecord('signinlogs', strange)
    const signIn = (document.azure as JsonObject).signinlogs as { properties: JsonObject }
    expect(signIn.properties).toMatchObject({
      risk_detail: '{"a":1}',
      risk_event_types: ['x', '{"b":2}'],
      mfa_detail_raw: 'phone',
    })
    expect(signIn.properties).not.toHaveProperty('mfa_detail')
  })
})

describe('azure.identity_protection', () => {
  it('makes an alert about an application of a verdict on a service principal, and no act', () => {
    const document = mapSample('identity_protection', 'risk-app-leaked-credential')
    expect(document).toMatchObject({
      '@timestamp': '2026-03-12T18:40:07.518Z',
      event: { kind: 'alert', category: ['intrusion_detection'], severity: 73, start: '2026-03-12T16:58:31.000Z' },
      service: { id: '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89', name: 'Harbour CRM Connector' },
      oauth: {
        app: { object_id: 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01' },
        credential: { id: 'd2f7a9c4-1e63-4b08-a5d7-96c3e8f0b214' },
      },
      azure: { identityprotection: { properties: { risk_event_type: 'leakedCredentials', risk_level: 'high' } } },
    })
    expect(document.oauth).not.toHaveProperty('action')
    expect(document).not.toHaveProperty('user')
  })

  it('makes an alert of a verdict on a user, with the user, the address and its place', () => {
    const document = mapSample('identity_protection', 'risk-user-anonymous-address')
    expect(document).toMatchObject({
      event: { kind: 'alert', action: 'User Risk Detection', severity: 47 },
      user: { id: mara.id, email: mara.name, full_name: 'Mara Voss', domain: 'northpier.example' },
      source: { ip: '203.0.113.66', geo: { country_iso_code: 'NL' } },
      azure: { identityprotection: { properties: { location: { countryOrRegion: 'NL' } } } },
    })
    expect(document).not.toHaveProperty('oauth')
  })

  it('makes a state of a risky identity, with the identity that the record is about', () => {
    expect(mapSample('identity_protection', 'risk-user-state')).toMatchObject({
      event: { kind: 'state', category: ['iam'] },
      user: { id: mara.id, email: mara.name },
    })
    expect(mapSample('identity_protection', 'risk-app-state')).toMatchObject({
      event: { kind: 'state' },
      oauth: { app: { object_id: 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01', name: 'Harbour CRM Connector' } },
    })
  })
})

describe('agents', () => {
  it('agents are applications of their own kind in sign-ins, snapshots and verdicts', () => {
    expect(mapSample('signinlogs', 'signin-agent').oauth?.app?.kind).toBe('agent')
    const { record, context } = readSample('signinlogs', 'signin-agent')
    const notAgentic = { ...record, agent: { agentType: 'notAgentic' } }
    expect(mapRecord('signinlogs', notAgentic, context).oauth?.app?.kind).toBeUndefined()
    const risky = readSample('identity_protection', 'risk-app-state')
    const agent = { ...risky.record, servicePrincipalType: 'ServiceIdentity' }
    expect(mapRecord('identity_protection', agent, risky.context).oauth?.app?.kind).toBe('agent')
  })
})

describe('an agent in the audit log', () => {
  it('is the application of the act: a blueprint, or an agent that receives a permission', () => {
    for (const name of [
      'audit-blueprint-credential-added',
      'audit-blueprint-redirect-added',
      'audit-agent-granted-mail',
    ])
      expect(mapSample('auditlogs', name).oauth?.app?.kind).toBe('agent')
    const { record, context } = readSample('auditlogs', 'audit-blueprint-redirect-added')
    const other = JSON.parse(JSON.stringify(record).replace('agenticApp', 'notAgentic'))
    expect(mapRecord('auditlogs', other, context).oauth?.app?.kind).toBeUndefined()
  })

  it('inherits the permissions of its blueprint: more of them are a request', () => {
    expect(mapSample('auditlogs', 'audit-blueprint-permissions-inherited').oauth).toMatchObject({
      action: 'permission_request',
      policy: { setting: 'InheritablePermissions', direction: 'loosened' },
    })
    expect(mapSample('auditlogs', 'audit-blueprint-permissions-withdrawn').oauth).toMatchObject({
      action: 'app_update',
      policy: { direction: 'tightened' },
    })
  })
})

describe('azure.graphactivitylogs', () => {
  it('azure.graphactivitylogs of a user is a use of delegated scopes', () => {
    const document = mapSample('graphactivitylogs', 'graph-user-lists-mail')
    expect(document.oauth).toMatchObject({
      action: 'app_use',
      activity: { kind: 'mail', access: 'list', method: 'GET /me/messages', bytes: 48211 },
      account: { id: mara.id },
      grant: { kind: 'delegated', app_only: false, scopes: ['Mail.ReadWrite', 'Mail.Send', 'openid', 'profile'] },
    })
    expect(document.http).toMatchObject({ request: { method: 'GET' }, response: { status_code: 200, bytes: 48211 } })
    expect(document.url).toMatchObject({ domain: 'graph.microsoft.com', path: '/v1.0/me/messages', query: '$top=1000' })
    expect(document.token?.id).toBe(mapSample('signinlogs', 'signin-user-app').token?.id)
  })

  it('azure.graphactivitylogs of an application is a use of roles, and the mailbox is the account', () => {
    expect(mapSample('graphactivitylogs', 'graph-app-reads-mailbox').oauth).toMatchObject({
      activity: { kind: 'mail', access: 'read' },
      account: { id: mara.id },
      grant: { kind: 'application', app_only: true },
      credential: { kind: 'secret' },
    })
    expect(mapSample('graphactivitylogs', 'graph-app-refused').event.outcome).toBe('failure')
  })
})

describe('azure.aadgraphactivitylogs', () => {
  it('azure.aadgraphactivitylogs of a user is a read of the directory through the older interface', () => {
    const document = mapSample('aadgraphactivitylogs', 'aadgraph-powershell-lists-users')
    expect(document).toMatchObject({
      event: { action: 'users-read', category: ['iam', 'web'], type: ['access', 'info'], outcome: 'success' },
      http: { request: { method: 'GET' }, response: { status_code: 200, bytes: 54662 } },
      source: { ip: '203.0.113.77' },
      url: { path: '/v2/5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901/users', query: '$top=999' },
      oauth: {
        action: 'app_use',
        activity: { kind: 'directory', access: 'list', method: 'GET /users', api: 'Azure AD Graph' },
        account: { id: mara.id },
        grant: { kind: 'delegated', scopes: ['user_impersonation'] },
      },
    })
    expect(document.oauth?.activity?.token_issued).toBe('2026-03-12T14:31:09.000Z')
  })

  it('that is refused has no size', () => {
    const document = mapSample('aadgraphactivitylogs', 'aadgraph-tool-refused')
    expect(document.event.outcome).toBe('failure')
    expect(document.http?.response).toEqual({ status_code: 403 })
    expect(document.oauth?.activity).toMatchObject({ kind: 'admin', method: 'GET /tenantDetails' })
  })

  it('azure.aadgraphactivitylogs of an application has the roles of its token, which the log separates by commas', () => {
    const document = mapSample('aadgraphactivitylogs', 'aadgraph-app-lists-groups')
    expect(document.oauth?.grant).toMatchObject({
      app_only: true,
      scopes: ['Directory.Read.All', 'Group.Read.All'],
      resource: { id: ['00000002-0000-0000-c000-000000000000'] },
    })
    const changes = ['aadgraph-app-grants-role', 'aadgraph-app-adds-credential']
    for (const name of changes)
      expect(mapSample('aadgraphactivitylogs', name).oauth?.activity?.access).toBe('permission')
  })

  it('names the account of an address without the marks of personal data', () => {
    const document = mapSample('aadgraphactivitylogs', 'aadgraph-app-reads-user')
    expect(document.oauth?.account?.name).toBe('mara.voss@northpier.example')
    expect(document.oauth?.activity?.method).toBe('GET /users/{id}')
  })
})
