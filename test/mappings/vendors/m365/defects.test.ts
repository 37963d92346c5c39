// Known defects of other pipelines with records of the unified audit log. Each test maps a raw record to its document.
import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import type { Json, JsonObject } from '../../../../mappings/kernel/json.ts'
import { countFields } from '../../../../mappings/lib/template-fields.ts'
import { buildTemplates, sharedFields } from '../../../../mappings/lib/templates.ts'
import audit from '../../../../mappings/vendors/m365/audit.mapping.ts'
import { mapRecord, namedValues } from './samples.ts'

const base: JsonObject = {
  CreationTime: '2026-03-11T09:14:27',
  Id: 'r1',
  OrganizationId: '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901',
  UserId: 'mara.voss@northpier.example',
}
const map = (record: JsonObject): EcsDocument => mapRecord({ ...base, ...record })
const vendor = (record: JsonObject): JsonObject => map(record).o365?.audit ?? {}

const component = () =>
  buildTemplates(
    [{ dataset: audit.dataset, fields: audit.vendor.fields, openRoots: ['o365.audit', ...audit.vendor.open] }],
    { namespace: 'soc' },
  ).components[2]

it('cmdlet and property fields do not exhaust the field limit of the index, so that ECS fields are always indexed', () => {
  const names = [...Object.keys(sharedFields), ...Object.keys(audit.vendor.fields)]
  const limit = JSON.stringify(component()).match(/"total_fields":\{"limit":(\d+)\}/)?.[1]
  // Leaves room for fields that an organization adds.
  expect(countFields(names, audit.vendor.open) + 200).toBeLessThan(Number(limit))
  const invented = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`Parameter${i}`, 'x']))
  const document = map({
    RecordType: 1,
    Operation: 'Set-Mailbox',
    Parameters: namedValues({ Identity: 'a', ...invented }),
  })
  expect(Object.keys(document.o365?.audit.ParametersOther as JsonObject)).toHaveLength(3000)
})

it('fields below open-ended objects are not mapped dynamically', () => {
  expect(JSON.stringify(component())).not.toContain('"dynamic":true')
})

const directory = { RecordType: 8, Operation: 'Update user.' }

it.each([
  ['an object', '{"User-Agent":"EvoSTS"}', { 'User-Agent': 'EvoSTS' }],
  ['an empty object', '{}', undefined],
  ['no JSON', 'User-Agent=EvoSTS', undefined],
])(
  'a member that comes now as text and now as an object does not lose the document: additionalDetails that is %s',
  (_, text, kept) => {
    const document = map({ ...directory, ExtendedProperties: namedValues({ additionalDetails: text }) })
    expect((document.o365?.audit.ExtendedProperties as JsonObject | undefined)?.additionalDetails).toEqual(kept)
    expect(document.event.action).toBe('modified-user-account')
  },
)

const change = { NewValue: 'True', OldValue: 'False' }

it.each<[string, Json, Json | undefined]>([
  ['Parameters', [{ Name: 'Identity', Value: 'a' }], { Identity: 'a' }],
  ['Parameters', { Name: 'Identity', Value: 'a' }, { Identity: 'a' }],
  ['Parameters', '-Identity "a"', { _raw: '-Identity "a"' }],
  ['Parameters', [], undefined],
  ['Parameters', null, undefined],
  ['ModifiedProperties', [{ Name: 'IsPublic', ...change }], { IsPublic: change }],
  ['ModifiedProperties', ['IsPublic'], undefined],
  ['ModifiedProperties', 'IsPublic', { _raw: 'IsPublic' }],
])('a member that comes now as text and now as an object does not lose the document: %s %j', (member, value, kept) => {
  const known = member === 'Parameters' ? { RecordType: 1, Operation: 'Set-Mailbox' } : directory
  expect(JSON.parse(JSON.stringify(vendor({ ...known, [member]: value })))[member]).toEqual(kept)
})

it.each(['Item', 'SharePointMetaData', 'ParticipantInfo', 'AppAccessContext', 'Actor', 'Members', 'Data'])(
  'a member that comes now as text and now as an object is kept as text next to the field, not in it: %s',
  (member) => {
    const block = JSON.parse(JSON.stringify(vendor({ RecordType: 8, Operation: 'x', [member]: 'text' }))) as JsonObject
    expect(block[member]).toBeUndefined()
    expect(block[`${member}_str`]).toBe('"text"')
  },
)

it.each(['AdditionalInfo', 'OperationProperties'])('a member that contains JSON as text is parsed: %s', (member) => {
  const value = member === 'AdditionalInfo' ? { a: '1' } : [{ Name: 'a', Value: '1' }]
  expect(vendor({ RecordType: 45, [member]: JSON.stringify(value) })[member]).toEqual(value)
})

it.each(['AdditionalInfo', 'OperationProperties'])(
  'a member that is JSON in a text is kept as text if it is invalid, and the document reports it: %s',
  (member) => {
    const document = map({ RecordType: 45, Operation: 'LaunchPowerApp', [member]: '{broken' })
    expect(document.o365?.audit[`${member}Raw`]).toBe('{broken')
    expect(document.error?.message).toEqual([`${member} is not JSON`])
    expect(document.event).toMatchObject({ action: 'LaunchPowerApp', outcome: 'success' })
  },
)

it.each([
  ['one text', 'b@northpier.example; SMTP:c@partner.example'],
  ['a list', ['b@northpier.example', 'c@partner.example']],
  ['a list of texts with several', ['b@northpier.example;c@partner.example']],
])('recipients are one address each when they come as %s', (_, Recipients) => {
  const document = map({ RecordType: 2, Operation: 'Send', Recipients })
  expect(document.email?.to).toEqual({ address: ['b@northpier.example', 'c@partner.example'] })
})

it.each(['HOST (15.20.8534.012)\r\n', 'not a server', '(((', '\r\n', '['.repeat(5000)])(
  'an unreadable part does not affect the rest: OriginatingServer %j',
  (OriginatingServer) => {
    const document = map({
      RecordType: 2,
      Operation: 'Send',
      OriginatingServer,
      MailboxOwnerUPN: 'jo@northpier.example',
    })
    expect(document.event).toMatchObject({ action: 'Send', category: ['web', 'email'] })
    expect(document.o365?.audit.UserId).toBe('mara.voss@northpier.example')
  },
)

it('unreadable parts of a record never prevent the other fields: all parts broken at once', () => {
  const document = map({
    RecordType: 40,
    Operation: 'AlertTriggered',
    Name: 'Phish',
    Data: '{',
    AdditionalInfo: '{',
    OperationProperties: '[',
    Actions: ['{'],
    ExtendedProperties: namedValues({ additionalDetails: '{' }),
    ClientIP: '<null>',
  })
  expect(document.error?.message).toEqual(
    expect.arrayContaining([
      'AdditionalInfo is not JSON',
      'OperationProperties is not JSON',
      'Data is not a JSON object',
      'ExtendedProperties.additionalDetails is not a JSON object',
    ]),
  )
  expect(document.rule?.name).toEqual(['Phish'])
  expect(document.user?.name).toBe('mara.voss')
})

it('a value that analysts search for is also in ECS: the platform', () => {
  const document = map({ RecordType: 6, Operation: 'FileDownloaded', Platform: 1 })
  expect(document.host?.os).toEqual({ platform: 'Windows', type: 'windows' })
})

it('the outcome of a logon is not the outcome of the HTTP exchange', () => {
  const failed = { RecordType: 15, Operation: 'UserLoginFailed', ResultStatus: 'Success', ErrorNumber: '50126' }
  const document = map({ ...failed, LogonError: 'InvalidUserNameOrPassword' })
  expect(document.event.outcome).toBe('failure')
})

const alert = { RecordType: 40, Operation: 'AlertTriggered', Name: 'x' }

it.each([
  ['Informational', 1],
  ['Low', 2],
  ['medium', 3],
  ['HIGH', 4],
])('an alert has a severity in whatever case: %s', (Severity, severity) => {
  expect(map({ ...alert, Severity }).event.severity).toBe(severity)
})

it.each([
  ['ThreatManagement', 'malware'],
  ['DataLossPrevention', 'file'],
  ['AccessGovernance', 'authentication'],
])('an alert has the category of its policy: %s', (Category, category) => {
  const document = map({ ...alert, Category })
  expect(document.event.category).toEqual(['web', category])
  expect(document.rule?.category).toBe(Category)
})

it.each([
  ['User', { user: { target: { id: 'jo@northpier.example', email: 'jo@northpier.example' } } }],
  ['Recipients', { email: { to: { address: ['jo@northpier.example'] } } }],
  ['Sender', { email: { sender: { address: ['jo@northpier.example'] } } }],
  ['MalwareFamily', { threat: { software: { name: 'jo@northpier.example' } } }],
])('an alert names its subject, although the member moves to the rule: %s', (EntityType, expected) => {
  const document = map({ ...alert, EntityType, AlertEntityId: 'jo@northpier.example' })
  expect(document).toMatchObject(expected)
  expect(document.rule?.description).toBe('jo@northpier.example')
  expect(document.o365?.audit.AlertEntityId).toBeUndefined()
})

const about = (ObjectId: string) =>
  map({
    RecordType: 8,
    Operation: 'Add member to role.',
    ObjectId,
    Target: [
      { ID: 'User_0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514', Type: 2 },
      { ID: 'User', Type: 2 },
      { ID: 'jonas.reimer@northpier.example', Type: 5 },
    ],
  })

it.each([
  ['a placeholder', 'Not Available'],
  ['a list of names', 'https://graph.microsoft.com/;00000003-0000-0000-c000-000000000000'],
  ['an id', 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'],
])('user.target names the real user where ObjectId is %s', (_, ObjectId) => {
  expect(about(ObjectId).user?.target).toMatchObject({
    name: 'jonas.reimer',
    email: 'jonas.reimer@northpier.example',
  })
})

it('user.target contains no placeholder as its ID', () => {
  const document = about('Not Available')
  expect(document.user?.target?.id).toBe('jonas.reimer@northpier.example')
  expect(document.related?.user).not.toContain('Not Available')
})

it('an invalid address does not hide the valid address of the next member', () => {
  const document = map({ RecordType: 50, Operation: 'x', ClientIPAddress: '<null>', ClientIP: '198.51.100.7:443' })
  expect(document.source).toEqual({ ip: '198.51.100.7', port: 443 })
})

it('the name of the tenant does not become a host', () => {
  const record = {
    OrganizationId: '8d4121ed-0008-406d-bff9-0d5bb312183c',
    OrganizationName: 'contoso.onmicrosoft.com',
  }
  const { host, organization } = map({ RecordType: 1, Operation: 'x', ...record })
  expect(host).toBeUndefined()
  expect(organization?.name).toBe('contoso.onmicrosoft.com')
})
