import { expect, it } from 'vitest'
import { decode } from '../../../pipeline/decode/decode.ts'
import {
  audit,
  auditLogsRow,
  directoryAudit,
  envelope,
  graphActivity,
  signIn,
  tenant,
} from '../../support/native-samples.ts'

const delivery = { source: 'insights-logs-auditlogs', offset: '0' }
const text = (value: unknown) => decode({ delivery, text: JSON.stringify(value) })

it('an Azure envelope keeps members that no mapping uses', () => {
  const [decoded] = text(envelope('AuditLogs', directoryAudit, { region: 'eu', zones: { a: 1 } }))
  expect(decoded?.ok && decoded.context?.others).toEqual({ region: 'eu', zones: { a: 1 } })
})

it('the tenant of an Azure envelope comes from the resource ID, in upper or lower case, if no other member contains it', () => {
  const resourceId = `/TENANTS/${tenant.toUpperCase()}/PROVIDERS/MICROSOFT.AADIAM`
  expect(text(envelope('MicrosoftGraphActivityLogs', graphActivity, { tenantId: null, resourceId }))).toMatchObject([
    { context: { tenantId: tenant } },
  ])
})

it('a tenant that a record names by its domain has the ID of the resource, in an envelope and in a query response', () => {
  const resourceId = `/tenants/${tenant}/providers/Microsoft.aadiam`
  const named = { tenantId: 'northpier.onmicrosoft.com', resourceId }
  expect(text(envelope('AuditLogs', directoryAudit, named))).toMatchObject([{ context: { tenantId: tenant } }])
  const row = { ...auditLogsRow, AADTenantId: 'northpier.onmicrosoft.com', ResourceId: resourceId }
  expect(text(row)).toMatchObject([{ context: { tenantId: tenant } }])
  // Without the ID, the domain remains.
  expect(text(envelope('AuditLogs', directoryAudit, { ...named, resourceId: null }))).toMatchObject([
    { context: { tenantId: 'northpier.onmicrosoft.com' } },
  ])
})

it('an Azure envelope can contain properties and nested members as text', () => {
  const nested = { ...directoryAudit, initiatedBy: JSON.stringify(directoryAudit.initiatedBy) }
  expect(text(envelope('AuditLogs', JSON.stringify(nested)))).toMatchObject([{ kind: 'A', record: directoryAudit }])
  expect(text(envelope('AuditLogs', '{"cut'))).toMatchObject([{ code: 'not_json', element: 'properties' }])
})

it.each([
  ['initiatedBy', { initiatedBy: { user: '@{id=0b7c; ipAddress=192.0.2.7}' } }],
  ['targetResources', { targetResources: 'System.Collections.Hashtable' }],
  ['modifiedProperties', { targetResources: [{ id: '7d2e', modifiedProperties: ['System.Object[]'] }] }],
  ['additionalDetails', { additionalDetails: ['Microsoft.Graph.PowerShell.Models.MicrosoftGraphKeyValue'] }],
])('Azure envelopes and records of Graph are refused where an export has turned %s into text', (name, members) => {
  const record = { ...directoryAudit, ...members }
  const lossy = [{ code: 'audit_data_lossy', detail: expect.stringContaining(`${name} became text: export`) }]
  expect([text(record), text(envelope('AuditLogs', record))]).toMatchObject([lossy, lossy])
})

it('an Azure envelope of a sign-in parses nested members in text, but no name or address that looks like JSON', () => {
  const record = { ...signIn, authenticationProcessingDetails: '[]', agent: '{}', appDisplayName: '{"a":1}' }
  expect(text(envelope('SignInLogs', record))).toMatchObject([
    { record: { authenticationProcessingDetails: [], agent: {}, appDisplayName: '{"a":1}' } },
  ])
})

it.each(['ProvisioningLogs', 'kube-audit', 'AdvancedHunting-AlertInfo'])(
  'Azure envelopes of the category %s have the code not_ours',
  (category) => {
    expect(text(envelope(category, { a: 1 }))).toMatchObject([
      { code: 'not_ours', detail: expect.stringContaining(category) },
    ])
  },
)

it('a Defender row can be text in the properties', () => {
  const row = { ActionType: 'x', Timestamp: '2026-03-11T09:57:49.239Z', RawEventData: audit }
  expect(text(envelope('AdvancedHunting-CloudAppEvents', JSON.stringify(row)))).toMatchObject([
    { kind: 'U', record: audit, context: { ActionType: 'x' } },
  ])
})

it('a sign-in polled from Graph gets the members that the diagnostic envelope repeats', () => {
  const polled = {
    ...signIn,
    ipAddress: '203.0.113.77',
    status: { errorCode: 50126 },
    signInEventTypes: ['servicePrincipal'],
  }
  const context = { category: 'ServicePrincipalSignInLogs', callerIpAddress: '203.0.113.77', resultType: '50126' }
  expect(text({ value: [polled] })).toMatchObject([{ kind: 'S', context }])
})

it('the context of an envelope applies to records in further wrappers inside it', () => {
  const row = { ActionType: 'x', RawEventData: { AuditData: JSON.stringify({ Operation: 'x', RecordType: 8 }) } }
  expect(text(envelope('AdvancedHunting-CloudAppEvents', row))).toMatchObject([
    { kind: 'U', element: 'properties.RawEventData.AuditData', context: { tenantId: tenant, ActionType: 'x' } },
  ])
})

it.each([
  ['4', { Level: '4' }],
  ['Informational', { level: 'Informational' }],
])('Log Analytics rows of AuditLogs contain in Level the value that the envelope contains as %s', (Level, expected) => {
  const [decoded] = text({ ...auditLogsRow, Level })
  expect(decoded).toMatchObject({ context: expected })
})

it('a Log Analytics row of AuditLogs fails if a nested column is truncated', () => {
  expect(text({ ...auditLogsRow, TargetResources: '[{"id":' })).toMatchObject([{ code: 'not_json' }])
})

it('a Log Analytics row of AADGraphActivityLogs becomes a call of the older interface, even without a table name', () => {
  const row = {
    RequestUri: '/v2/5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901/users',
    RequestMethod: 'GET',
    ResponseStatusCode: 200,
    CallerIpAddress: '203.0.113.7',
    ActorType: 'User',
    AppId: 'x',
    AADTenantId: tenant,
  }
  for (const named of [{ Type: 'AADGraphActivityLogs' }, { Category: 'AzureADGraphActivityLogs' }, {}])
    expect(text({ ...row, ...named })).toMatchObject([
      {
        kind: 'N',
        record: { httpMethod: 'GET', httpStatusCode: 200, callerIpAddress: '203.0.113.7', tenantId: tenant },
      },
    ])
})

const rowAt = (time: string) =>
  decode({
    delivery: { source: 'AuditLogs.csv', offset: '0' },
    text: undefined,
    value: { 'Date (UTC)': time, Activity: 'Consent to application', ActorType: 'User' },
  })

it.each(['5.3.2026 9:14:27', '2026/03/05 09:14:27', '2026/3/5 9:14:27'])(
  'the time %s of a table has a certain order of day and month',
  (time) => {
    expect(rowAt(time)).toMatchObject([{ ok: true, record: { activityDateTime: '2026-03-05T09:14:27Z' } }])
  },
)

it.each(['5/3/2026 9:14:27 AM', '25/3/2026 9:14:27 AM', '05/03/2026 09:14'])(
  'the time %s of a table is not guessed',
  (time) => {
    expect(rowAt(time)).toMatchObject([{ ok: false, code: 'time_missing', detail: expect.stringContaining(time) }])
    expect(rowAt('2026-03-05T09:14:27Z')).toMatchObject([{ ok: true, kind: 'A' }])
    const text = JSON.stringify({ category: 'AuditLogs', time, properties: { id: 'a', activityDisplayName: 'b' } })
    expect(decode({ delivery: { source: 'raw', offset: '0' }, text })).toMatchObject([{ ok: true, kind: 'A' }])
  },
)

it.each([
  ['Device code', 'Single-factor authentication'],
  ['deviceCode', 'singleFactorAuthentication'],
])('a row of the sign-in log gets the API values from %s and %s', (protocol, requirement) => {
  const value = {
    'Date (UTC)': '2026-03-05T09:14:27Z',
    'Request ID': 'a',
    'Sign-in error code': '0',
    'User type': 'Member',
    'Authentication Protocol': protocol,
    'Authentication requirement': requirement,
    'Incoming token type': 'None',
    'Conditional Access': 'Erfolg',
  }
  expect(decode({ delivery: { source: 'SignIns.csv', offset: '0' }, text: undefined, value })).toMatchObject([
    {
      record: {
        authenticationProtocol: 'deviceCode',
        authenticationRequirement: 'singleFactorAuthentication',
        incomingTokenType: 'none',
        userType: 'member',
        conditionalAccessStatus: 'Erfolg',
      },
    },
  ])
})

it.each([
  ['Success', '', '0', 0],
  [' success', '', '0', 0],
  ['Failure', '', '1', 1],
  ['Interrupted', '50140', '50140', 50140],
  ['Succès', '', 'Succès', undefined],
])(
  'a row of the sign-in log with the status %j and the code %j has the result %j',
  (word, code, resultType, errorCode) => {
    const value = {
      'Date (UTC)': '2026-03-05T09:14:27Z',
      'Request ID': 'a',
      Status: word,
      'Sign-in error code': code,
    }
    const [found] = decode({ delivery: { source: 'SignIns.csv', offset: '0' }, text: undefined, value })
    expect(found).toMatchObject({ context: { resultType } })
    expect((found as { record: { status?: { errorCode?: number } } }).record.status?.errorCode).toBe(errorCode)
  },
)

it.each([
  ['Add delegated permission grant.', undefined, 'audit_data_empty'],
  ['MailItemsAccessed', '', 'audit_data_empty'],
  ['Set-Mailbox', null, 'audit_data_empty'],
  ['Consent to application.', { any: 'thing' }, 'format_unknown'],
  ['LdapSearch', undefined, 'not_ours'],
  ['LdapSearch', { any: 'thing' }, 'not_ours'],
])(
  'a Defender row of a known operation without a readable record never has an unsupported category: %s %j',
  (ActionType, RawEventData, code) => {
    const row = { ActionType, Timestamp: '2026-03-11T09:57:49.239Z', RawEventData }
    const found = decode({ delivery: { source: 'log', offset: '0' }, text: JSON.stringify(row) })
    expect(found).toMatchObject([{ ok: false, code }])
  },
)
