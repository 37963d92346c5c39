import { expect, it } from 'vitest'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { decode } from '../../../pipeline/decode/decode.ts'
import { audit, auditSearchRecord, officeRow, tenant } from '../../support/native-samples.ts'

const delivery = { source: 'export.csv', offset: '0' }
const row = (value: unknown) => decode({ delivery, text: undefined, value })
const text = (value: unknown) => decode({ delivery, text: JSON.stringify(value) })

it.each([
  ['text', JSON.stringify(audit)],
  ['an object', audit],
  ['text in text', JSON.stringify(JSON.stringify(audit))],
])('rows with AuditData contain the record as %s', (_, AuditData) => {
  expect(text({ RecordType: 'AzureActiveDirectory', CreationDate: '18-5-2021 21:13:33', AuditData })).toMatchObject([
    { kind: 'U', record: audit, element: 'AuditData' },
  ])
})

it('AuditData can be a list of records', () => {
  expect(text({ Identity: 'x', AuditData: [audit] })).toMatchObject([{ kind: 'U', element: 'AuditData[0]' }])
})

it.each(['', '  ', null, {}, []])('an AuditData column with %j is empty', (AuditData) => {
  expect(text({ Identity: 'x', AuditData })).toMatchObject([{ code: 'audit_data_empty', element: '' }])
})

it.each(['Operation', 'Operations'])(
  'an export row with the column %s and without AuditData lacks the record',
  (name) => {
    const columns = { RecordType: '8', CreationDate: '2026-03-11T09:14:27.0000000Z', [name]: 'Consent to application.' }
    expect(text(columns)).toMatchObject([{ code: 'audit_data_empty' }])
  },
)

it('two AuditData columns in a row give each record once', () => {
  const first = JSON.stringify(audit)
  const second = JSON.stringify({ ...audit, Id: 'second' })
  const read = (value: JsonObject) => row(value).map((each) => [each.element, each.ok && each.record.Id])
  expect(read({ AuditData: first, 'AuditData (2)': first })).toEqual([['AuditData', audit.Id]])
  expect(read({ AuditData: '', 'AuditData (2)': first })).toEqual([['AuditData (2)', audit.Id]])
  expect(read({ AuditData: first, copy: second })).toEqual([
    ['AuditData', audit.Id],
    ['copy', 'second'],
  ])
})

it.each([
  'System.Object[]',
  '@{Operation=x; RecordType=8}',
  '{"Operation":"x","RecordType":8,"Actor":"System.Object[]"}',
])('rows with %s as AuditData have lost their content', (AuditData) => {
  expect(row({ AuditData })).toMatchObject([{ code: 'audit_data_lossy', element: 'AuditData', raw: AuditData }])
})

it('AuditData that a spreadsheet truncated is not JSON, and keeps the remaining text', () => {
  const AuditData = JSON.stringify(audit).slice(0, 60)
  expect(row({ AuditData })).toMatchObject([{ code: 'not_json', element: 'AuditData', raw: AuditData }])
})

it('AuditData that is not an audit record has an unknown format', () => {
  expect(row({ AuditData: '{"a":1}' })).toMatchObject([
    { code: 'format_unknown', element: 'AuditData', raw: '{"a":1}' },
  ])
})

it('a row without AuditData is a record, unless the export lost a list', () => {
  const flat = { Operation: 'Add user.', RecordType: '8', CreationTime: '2026-03-11T09:14:27', Actor: '' }
  expect(row(flat)).toMatchObject([{ kind: 'U', record: flat }])
  expect(row({ ...flat, Listed: 'System.Object[]' })).toMatchObject([{ code: 'audit_data_lossy' }])
})

it.each<[string, JsonObject[string]]>([
  ['Target', 'System.Object[]'],
  ['ModifiedProperties', ['System.Collections.Hashtable']],
  ['AppAccessContext', '@{AADSessionId=1}'],
  ['Parameters', '@{Name=broken'],
])('records with a member that PowerShell converted to text are refused in each format: %s', (name, value) => {
  const record = { ...audit, [name]: value }
  const lossy = [{ code: 'audit_data_lossy', detail: expect.stringContaining(`${name} became text: export`) }]
  const forms = [record, { AuditData: record }, { AuditData: JSON.stringify(record) }, auditSearchRecord(record)]
  expect(forms.map(text)).toMatchObject(forms.map(() => lossy))
})

it('a record with a text that only resembles the type name of a PowerShell object is accepted', () => {
  const record = { ...audit, AddOnName: 'System.Object[]', Parameters: [{ Name: 'Name', Value: 'System.Object[]' }] }
  expect(text({ AuditData: JSON.stringify(record) })).toMatchObject([{ record }])
})

it('a Graph audit search record takes missing members from the wrapper, with the swapped names corrected', () => {
  const wrapper = { ...auditSearchRecord({ ErrorNumber: '0', ClientIP: null }), clientIp: '203.0.113.5' }
  // The documentation writes type names in camel case, responses in Pascal case.
  const [decoded] = text({ ...wrapper, auditLogRecordType: 'azureActiveDirectoryStsLogon' })
  expect(decoded).toMatchObject({
    kind: 'U',
    record: {
      ErrorNumber: '0',
      CreationTime: '2026-03-11T09:14:27',
      Id: '7c0f5a1e-3c5b-4b9e-8a5d-2e1f6b7c8d90',
      Operation: 'UserLoggedIn',
      OrganizationId: tenant,
      RecordType: 15,
      UserType: 0,
      ObjectId: '00000003-0000-0000-c000-000000000000',
      Workload: 'AzureActiveDirectory',
      UserId: 'mara.voss@northpier.example',
      UserKey: '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514',
      ClientIP: '203.0.113.5',
    },
  })
})

it('a Graph audit search record keeps the members of auditData', () => {
  const own = { ...audit, ClientIP: '2001:db8:40::17', UserKey: 'key' }
  expect(text({ ...auditSearchRecord(own), clientIp: '203.0.113.5' })).toMatchObject([{ record: own }])
})

it.each([
  ['PartnerTechnician', 9],
  ['guest', 10],
])('OfficeActivity rows of a %s have the number of this user type', (UserType, number) => {
  expect(text({ ...officeRow, UserType })).toMatchObject([{ record: { UserType: number } }])
})

it('an OfficeActivity row keeps names and texts that cannot be converted', () => {
  const odd = {
    ...officeRow,
    RecordType: 'ExchangeItemAggregated',
    UserType: 'Robot',
    OperationProperties: '[broken',
  }
  expect(text(odd)).toMatchObject([
    { record: { RecordType: 'ExchangeItemAggregated', UserType: 'Robot', OperationProperties: '[broken' } },
  ])
})

const actor = [{ id: 'mara.voss@northpier.example', type: 5 }]
const small = {
  creationTime: '2026-03-11T09:14:27',
  id: 'r1',
  operation: 'Consent to application.',
  recordType: 8,
  clientIp: '198.51.100.7',
  actor,
  modifiedProperties: [{ name: 'ConsentContext.IsAdminConsent', newValue: 'True', oldValue: '' }],
  appAccessContext: { aadSessionId: 's1' },
}
const vendors = {
  CreationTime: '2026-03-11T09:14:27',
  Id: 'r1',
  Operation: 'Consent to application.',
  RecordType: 8,
  ClientIP: '198.51.100.7',
  Actor: [{ ID: 'mara.voss@northpier.example', Type: 5 }],
  ModifiedProperties: [{ Name: 'ConsentContext.IsAdminConsent', NewValue: 'True', OldValue: '' }],
  AppAccessContext: { AADSessionId: 's1' },
}

it('a record with names in camel case is converted to the vendor’s names', () => {
  expect(text(small)).toEqual([expect.objectContaining({ kind: 'U', record: vendors })])
})

it('a record with names in camel case keeps values that already have the vendor’s names', () => {
  expect(text({ ...small, Operation: 'Add user.' })).toMatchObject([{ record: { Operation: 'Add user.' } }])
})

it('lists and objects in JSON text are parsed, and other text is kept', () => {
  const Members = [{ UPN: 'b@northpier.example', Role: 1 }]
  const AppAccessContext = { ClientAppId: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13' }
  const whole = {
    ...audit,
    Members: JSON.stringify(Members),
    AppAccessContext: JSON.stringify(AppAccessContext),
    AffectedItems: '[]',
    Parameters: '-Name "x"',
    Actor: '[broken',
  }
  expect(text(whole)).toMatchObject([
    { record: { Members, AppAccessContext, AffectedItems: [], Parameters: '-Name "x"', Actor: '[broken' } },
  ])
})

const of = (members: object) => text({ ...audit, ...members })

it('an object that PowerShell wrote as text is restored, and each value ends at the next known name', () => {
  const permissions = '[] => [[Id: x, Scope:  Mail.Send]]; '
  expect(
    of({
      Target: ['@{ID=Invoice; Sync; Type=1}', { ID: 'a', Type: 2 }],
      ModifiedProperties: [`@{Name=ConsentAction.Permissions; NewValue=${permissions}; OldValue=}`],
      Folders: ['@{Id=f; Path=\\Inbox; FolderItems=System.Object[]}'],
    }),
  ).toMatchObject([
    {
      record: {
        Target: [
          { ID: 'Invoice; Sync', Type: '1' },
          { ID: 'a', Type: 2 },
        ],
        ModifiedProperties: [{ Name: 'ConsentAction.Permissions', NewValue: permissions, OldValue: '' }],
        Folders: [{ Id: 'f', Path: '\\Inbox' }],
      },
    },
  ])
})

it('an object that PowerShell wrote as text becomes an element if the member is a list, in any order of names', () => {
  expect(of({ OperationProperties: '@{Value=Bind; Name=MailAccessType}' })).toMatchObject([
    { record: { OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }] } },
  ])
})

it('an object that PowerShell wrote as text is empty if it has no known name, and other text is kept', () => {
  expect(of({ Actor: ['@{}', '@{X=1}'], Parameters: '-Name @{x}' })).toMatchObject([
    { record: { Actor: [{}, {}], Parameters: '-Name @{x}' } },
  ])
})
