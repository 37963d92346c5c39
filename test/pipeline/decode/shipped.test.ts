import { expect, it } from 'vitest'
import { decode } from '../../../pipeline/decode/decode.ts'
import { mapRecord } from '../../mappings/vendors/m365/samples.ts'
import { activity, audit, tenant } from '../../support/native-samples.ts'

const text = (value: unknown) => decode({ delivery: { source: 'logs', offset: '0' }, text: JSON.stringify(value) })

it.each([
  ['google_workspace', { google_workspace: activity }],
  ['gsuite', { gsuite: activity }],
])('documents that a shipper has parsed contain an unchanged native record in %s', (element, document) => {
  expect(text(document)).toMatchObject([{ ok: true, element, record: activity }])
})

// The forms in test/formats cover the nested names.
it('a document from a shipper gets back the members that the Elastic pipeline moved, also with dotted names', () => {
  const document = {
    '@timestamp': '2026-03-11T09:14:27.000Z',
    organization: { id: tenant },
    'o365.audit': { RecordType: '8' },
    'event.id': 'i',
    'event.action': 'added-user-account',
    'event.provider': 'Exchange',
  }
  const members = { CreationTime: '2026-03-11T09:14:27', Id: 'i', Operation: 'Add user.', OrganizationId: tenant }
  expect(text(document)).toMatchObject([
    { kind: 'U', element: 'o365.audit', record: { ...members, RecordType: '8', Workload: 'Exchange' } },
  ])
})

it('a sign-in document of this product gets back the members whose values are in other fields', () => {
  const account = '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514'
  const Actor = [
    { ID: account, Type: 0 },
    { ID: audit.UserId, Type: 5 },
  ]
  const members = { UserKey: account, InterSystemsId: 'e04f3d89-73d7-569f-9adc-02ce260ab0d5', Actor }
  const record = { ...audit, ...members, RecordType: 15, Operation: 'UserLoggedIn', ApplicationId: tenant }
  const document = mapRecord(record)
  expect(JSON.stringify(document).split(account)).toHaveLength(2)
  expect(text(document)).toMatchObject([{ record: { ...members, CreationTime: audit.CreationTime } }])
})

it.each([{ o365: { audit: {} } }, { google_workspace: {} }, { azure: { auditlogs: { properties: 'x' } } }])(
  'documents that a shipper has parsed without a record are refused: %j',
  (document) => {
    expect(text(document)).toMatchObject([{ code: 'format_unknown' }])
  },
)
