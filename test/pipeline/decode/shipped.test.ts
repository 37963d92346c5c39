import { expect, it } from 'vitest'
import { decode } from '../../../pipeline/decode/decode.ts'
import { activity, audit, tenant } from './samples.ts'

const text = (value: unknown) => decode({ delivery: { source: 'logs', offset: '0' }, text: JSON.stringify(value) })

it.each([
  ['o365audit', { o365audit: audit }],
  ['office365', { integration: 'office365', office365: audit }],
  ['data.office365', { rule: { id: '91537' }, data: { integration: 'office365', office365: audit } }],
  ['google_workspace', { google_workspace: activity }],
  ['gsuite', { gsuite: activity }],
])('documents that a shipper has parsed contain an unchanged native record in %s', (element, document) => {
  expect(text(document)).toMatchObject([{ ok: true, element, record: element.startsWith('g') ? activity : audit }])
})

it.each([
  [
    'nested',
    { o365: { audit: { RecordType: '8' } }, event: { id: 'i', action: 'added-user-account', provider: 'Exchange' } },
  ],
  [
    'dotted',
    {
      'o365.audit': { RecordType: '8' },
      'event.id': 'i',
      'event.action': 'added-user-account',
      'event.provider': 'Exchange',
    },
  ],
])(
  'the members that the pipeline of Elastic moved are restored in documents that a shipper has parsed (%s names)',
  (_, document) => {
    expect(text({ ...document, '@timestamp': '2026-03-11T09:14:27.000Z', organization: { id: tenant } })).toMatchObject(
      [
        {
          kind: 'U',
          element: 'o365.audit',
          record: {
            CreationTime: '2026-03-11T09:14:27',
            Id: 'i',
            Operation: 'Add user.',
            OrganizationId: tenant,
            RecordType: '8',
            Workload: 'Exchange',
          },
        },
      ],
    )
  },
)

it.each([{ o365: { audit: {} } }, { google_workspace: {} }, { azure: { auditlogs: { properties: 'x' } } }])(
  'documents that a shipper has parsed without a record are refused: %j',
  (document) => {
    expect(text(document)).toMatchObject([{ code: 'format_unknown' }])
  },
)
