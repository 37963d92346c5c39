import { expect, it } from 'vitest'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { unmappedFields } from '../../../../mappings/lib/vendor-catalog.ts'
import audit from '../../../../mappings/vendors/m365/audit.mapping.ts'
import { mapRecord, mapSample, rawSample, sampleNames } from './samples.ts'

const tenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'
const base: JsonObject = { CreationTime: '2026-03-11T09:14:27', Id: 'r1', OrganizationId: tenant }

/** Members that are kept in the document but that no rule and no analyst needs. */
const onlyKept = new Set(
  ['CmdletVersion', 'EffectiveOrganization', 'NonPIIParameters', 'SecurityComplianceCenterEventType']
    .concat(['ClientRegion', 'CopilotLogVersion', 'ExchangeLocations', 'Filter', 'LastModifiedBy', 'LastModifiedDate'])
    .map((member) => `o365.audit.${member}`),
)

it.each(sampleNames.filter((name) => name !== 'unknown-record-type'))(
  'queries find each member of the sample %s',
  (name) => {
    const inSibling = (field: string) => audit.vendor.open.some((open) => field.startsWith(`${open}.`))
    const unknown = unmappedFields(audit, mapSample(name))
    expect(unknown.filter((field) => !inSibling(field) && !onlyKept.has(field))).toEqual([])
  },
)

it.each(sampleNames)('the mapping does not change the sample %s', (name) => {
  const record = rawSample(name)
  mapRecord(record)
  expect(record).toEqual(rawSample(name))
})

it.each(sampleNames)('the sample %s contains only documentation addresses and the fictional organization', (name) => {
  const { organization, source } = mapSample(name)
  expect(organization?.id).toBe(tenant)
  if (source?.ip !== undefined) expect(source.ip).toMatch(/^(198\.51\.100\.|203\.0\.113\.|2001:db8:)/)
})

it.each([
  [8, '8'],
  ['8.0', '8'],
  ['AzureActiveDirectory', '8'],
])('a record of type %j is a directory record', (type, kept) => {
  const document = mapRecord({ ...base, RecordType: type, Operation: 'Add user.', ObjectId: 'jo@northpier.example' })
  expect(document.event).toMatchObject({ code: 'AzureActiveDirectory', action: 'added-user-account' })
  expect(String(document.o365?.audit.RecordType)).toBe(kept)
  expect(document.user?.target).toMatchObject({ id: 'jo@northpier.example', domain: 'northpier.example' })
})

it.each([tenant.toUpperCase(), ` ${tenant}`, `{${tenant}}`])(
  'a record of %j belongs to the tenant of other records',
  (id) => {
    expect(mapRecord({ ...base, OrganizationId: id, RecordType: 8 }).organization?.id).toBe(tenant)
  },
)

it('a record loses members that repeat another field, and keeps members with a different value', () => {
  const members = { ActorContextId: tenant, InterSystemsId: 'c1', UserKey: 'a@northpier.example' }
  const record = { ...base, RecordType: 8, UserId: 'a@northpier.example' }
  const attachments = { Attachments: 'a.png (8b); b (1b)' }
  const kept = { RecordType: '8', UserId: record.UserId }
  expect(mapRecord({ ...record, ...members }).o365?.audit).toEqual(kept)
  const others = { ActorContextId: 'another', InterSystemsId: 'C1', UserKey: 'b', Version: '2', Item: attachments }
  expect(mapRecord({ ...record, ...others }).o365?.audit).toMatchObject(others)
})

it('a record keeps a list of addresses in addition to the first address', () => {
  const document = mapRecord({ ...base, RecordType: 8, ClientIP: '[2001:DB8::7]:443, 198.51.100.7' })
  expect(document.source).toMatchObject({ ip: '2001:db8::7', port: 443 })
  expect(document.o365?.audit.ClientIP).toBe('[2001:DB8::7]:443, 198.51.100.7')
})

it('a record keeps an invalid address as text', () => {
  const document = mapRecord({ ...base, RecordType: 8, ClientIP: '<null>' })
  expect(document.client).toBeUndefined()
  expect(document.o365?.audit).toMatchObject({ ClientIP: '<null>', ClientIPInvalid: true })
})

it.each([
  [{ RecordType: 15, Operation: 'UserLoginFailed', ResultStatus: 'Success' }, 'failure'],
  [{ RecordType: 15, Operation: 'UserLoggedIn', ResultStatus: 'Success', LogonError: 'None' }, 'success'],
  [{ RecordType: 15, Operation: 'UserLoggedIn', ResultStatus: 'Success', LogonError: 'Locked' }, 'failure'],
  [{ RecordType: 8, ResultStatus: 'Failure' }, 'failure'],
  [{ RecordType: 1, ResultStatus: 'False' }, 'failure'],
  [{ RecordType: 1, ResultStatus: 'PartiallySucceeded' }, 'success'],
  [{ RecordType: 6 }, 'success'],
  [
    { RecordType: 11, Operation: 'DLPRuleMatch', PolicyDetails: [{ Rules: [{ Actions: ['BlockAccess'] }] }] },
    'failure',
  ],
  [{ RecordType: 11, Operation: 'DLPRuleUndo', PolicyDetails: [{ Rules: [{ Actions: ['BlockAccess'] }] }] }, 'success'],
  [{ RecordType: 11, Operation: 'DLPRuleMatch', PolicyDetails: [{ Rules: [{ Actions: ['NotifyUser'] }] }] }, 'success'],
] as [JsonObject, string][])('the outcome of a record %j is %s', (members, outcome) => {
  expect(mapRecord({ ...base, ...members }).event.outcome).toBe(outcome)
})

it.each([
  [[{ AlertLinkHref: 'https://alerts.example/1' }, { AlertLinkHref: '' }], ['https://alerts.example/1']],
  [['https://alerts.example/1'], ['https://alerts.example/1']],
  [[{ AlertLinkHref: '' }], undefined],
])('a document contains the alert links %j as texts', (links, expected) => {
  const document = mapRecord({ ...base, RecordType: 64, Operation: 'AirInvestigationData', AlertLinks: links })
  expect(document.o365?.audit.AlertLinks).toEqual(expected)
  expect(document.error).toBeUndefined()
})

it('a record keeps parameters with unknown names searchable next to the known parameters', () => {
  const document = mapRecord({
    ...base,
    RecordType: 1,
    Operation: 'Set-Mailbox',
    Parameters: [
      { Name: 'ForwardingSmtpAddress', Value: 'smtp:drop@attacker.example' },
      { Name: 'SomethingNew', Value: 'x' },
    ],
  })
  expect(document.o365?.audit.Parameters).toEqual({ ForwardingSmtpAddress: 'smtp:drop@attacker.example' })
  expect(document.o365?.audit.ParametersOther).toEqual({ SomethingNew: 'x' })
  expect(document.email?.to?.address).toEqual(['drop@attacker.example'])
  expect(document.event).toMatchObject({ category: ['web', 'configuration'], type: ['info', 'change'] })
})

it.each([
  [1, 'New-InboxRule', ['web', 'email', 'configuration'], ['info', 'creation']],
  [1, 'Remove-TransportRule', ['web', 'configuration'], ['info', 'deletion']],
  [1, 'Remove-Mailbox', ['web'], ['info']],
  [1, 'New-ManagementRoleAssignment', ['web', 'iam'], ['info', 'admin', 'change']],
  [1, 'constructor', ['web'], ['info']],
  [8, 'Add device.', ['web', 'iam'], ['info', 'creation']],
  [8, 'Update device.', ['web', 'iam'], ['info', 'change']],
  [8, 'Delete device.', ['web', 'iam'], ['info', 'deletion']],
])('a record of type %d of the operation %s is categorized', (RecordType, Operation, category, type) => {
  expect(mapRecord({ ...base, RecordType, Operation }).event).toMatchObject({ category, type })
})
