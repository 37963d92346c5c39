import { expect, it } from 'vitest'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { decode } from '../../../pipeline/decode/decode.ts'
import { activity, envelope, logEntry } from '../../support/native-samples.ts'

const delivery = { source: 'gworkspace-token', offset: '0' }
const decodeText = (text: string) => decode({ delivery, text })
const text = (value: unknown) => decodeText(JSON.stringify(value))
const event = (activity.events as JsonObject[])[0] as JsonObject

/** Returns an activity in the layout of Defender's stream: its numbers exceed the precision of a double. */
function defender(uniqueQualifier: string): string {
  const id = `{"applicationName":"token","customerId":"C02exmpl9","time":{"dateOnly":false,"value":1773223069239},"uniqueQualifier": ${uniqueQualifier}}`
  const raw = `{"kind":"admin#reports#activity","id":${id},"events":[{"name":"authorize"}]}`
  return `{"category":"AdvancedHunting-CloudAppEvents","tenantId":"t","properties":{"ActionType":"activity","OAuthAppId":"app","RawEventData":${raw}}}`
}

it.each([
  ['an object `events`, split off by an agent', { ...activity, events: event }],
  ['an object `event`', { ...activity, events: undefined, event }],
  ['a list `event`', { ...activity, events: undefined, event: [event] }],
  ['the older kind', { ...activity, kind: 'audit#activity' }],
  ['no kind', { ...activity, kind: undefined }],
])('Google activities with %s are decoded', (_, value) => {
  expect(text(value)).toMatchObject([{ kind: 'G', record: { id: activity.id, events: activity.events } }])
})

it.each([[[]], [null], [undefined]])(
  'Google activities without events (%j) are refused if they have an ID, and nothing else',
  (events) => {
    expect(text({ ...activity, events })).toMatchObject([
      { ok: false, code: 'format_unknown', detail: 'the activity has no events' },
    ])
    expect(text({ kind: activity.kind, events })).toEqual([])
  },
)

it.each(['x', 42, true])('a Google activity with %j in place of its events is refused', (events) => {
  expect(text({ ...activity, events })).toMatchObject([{ ok: false, code: 'format_unknown' }])
})

it('a Google activity keeps events that are not objects, and the mapping refuses them', () => {
  expect(text({ ...activity, events: [null, event, 'x'] })).toMatchObject([{ record: { events: [null, event, 'x'] } }])
})

it('a Google activity with several events is one record', () => {
  expect(text({ ...activity, events: [event, event] })).toMatchObject([{ record: { events: [event, event] } }])
})

it('Google activities from a Defender batch have different qualifiers, even if the numbers round to the same double', () => {
  const batch = `{"records":[${defender('512345678901234561')},${defender('512345678901234567')},${defender('42')}]}`
  const qualifiers = decodeText(batch).map((o) => (o.ok ? (o.record.id as JsonObject).uniqueQualifier : o.code))
  expect(Number('512345678901234561')).toBe(Number('512345678901234567'))
  expect(qualifiers).toEqual(['512345678901234561', '512345678901234567', '42'])
})

it.each([null, '', 'None', {}, { salesforce: true }])(
  'Google activities from Defender without a native record (%j) are not decoded',
  (RawEventData) => {
    expect(text(envelope('AdvancedHunting-CloudAppEvents', { ActionType: 'x', RawEventData }))).toMatchObject([
      { code: 'not_ours' },
    ])
  },
)

const payload = logEntry.protoPayload as JsonObject

it('a Cloud log entry of a new Google service belongs to the application with the name of the service', () => {
  const shared = (type: string) => {
    const metadata = { ...(payload.metadata as JsonObject), '@type': `type.googleapis.com/${type}` }
    return text({
      ...logEntry,
      resource: {},
      protoPayload: { ...payload, serviceName: 'drive.googleapis.com', metadata },
    })
  }
  expect(shared('ccc_hosted_reporting.ActivityProto')).toMatchObject([{ record: { id: { applicationName: 'drive' } } }])
  expect(shared('google.cloud.audit.BigQueryAuditMetadata')).toMatchObject([{ kind: 'L' }])
})

it('Cloud log entries without an activity ID are distinguished by entry ID and time', () => {
  const metadata = { event: (payload.metadata as JsonObject).event }
  expect(text({ ...logEntry, protoPayload: { ...payload, metadata } })).toMatchObject([
    { record: { id: { time: '2026-03-11T09:14:27.789Z', uniqueQualifier: '-nahbepd2l3x' } } },
  ])
})

it('integers beyond exact JSON precision become digits, regardless of the qualifier, and other numbers stay numbers', () => {
  const parameters = (...values: string[]) =>
    `[${values.map((value, i) => `{"name":"p${i}","intValue":${value}}`).join(',')}]`
  const activityOf = (list: string) =>
    `{"id":{"time":"2026-03-11T09:14:27.789Z","uniqueQualifier":"-54","applicationName":"drive"},` +
    `"events":[{"name":"edit","parameters":[{"name":"m","messageValue":{"parameter":${list}}}]}]}`
  const read = (list: string) => decode({ delivery: { source: 't', offset: '0' }, text: activityOf(list) })[0]
  const inside = (...intValues: (string | number)[]) => ({
    record: {
      events: [{ parameters: [{ messageValue: { parameter: intValues.map((intValue) => ({ intValue })) } }] }],
    },
  })
  expect(read(parameters('9007199254740993', '9007199254740995'))).toMatchObject(
    inside('9007199254740993', '9007199254740995'),
  )
  expect(read(parameters('5'))).toMatchObject(inside(5))
})

it('integers beyond exact JSON precision become digits in values, and in parameters that a shipper made members', () => {
  const id = '"id":{"time":"2026-03-11T09:14:27.789Z","uniqueQualifier":"-54","applicationName":"token"}'
  const read = (parameters: string) =>
    decode({
      delivery: { source: 't', offset: '0' },
      text: `{${id},"events":[{"name":"authorize","parameters":${parameters}}]}`,
    })[0]
  const digits = '104567890123456789012'
  expect(read(`[{"name":"client_id","value":${digits}},{"name":"share","value":0.5}]`)).toMatchObject({
    record: { events: [{ parameters: [{ value: digits }, { value: 0.5 }] }] },
  })
  expect(read(`{"client_id":${digits},"size":12,"share":0.5}`)).toMatchObject({
    record: { events: [{ parameters: [{ intValue: digits }, { intValue: '12' }, { intValue: '0.5' }] }] },
  })
})

const columns = { accounts: null, email: 'ivo.brandt@northpier.example', ip_address: null, unique_identifier: '-54' }
const one = (more: JsonObject) => text({ time_usec: '1773220467789000', ...columns, ...more })

it('a BigQuery row of an administrator has its parameter names in upper case again', () => {
  const row = { record_type: 'admin', event_name: 'CHANGE_PASSWORD', admin: { user_email: 'x@northpier.example' } }
  expect(one(row)).toMatchObject([
    { record: { events: [{ parameters: [{ name: 'USER_EMAIL', value: 'x@northpier.example' }] }] } },
  ])
})

it('a BigQuery row of Gmail is a log entry, with the time of the message if the row has no other time', () => {
  const gmail = {
    event_info: { timestamp_usec: '1773220467789123', success: 'true' },
    message_info: { subject: 'x' },
  }
  const log = {
    kind: 'B',
    record: {
      id: { time: '2026-03-11T09:14:27.789Z', applicationName: 'gmail' },
      events: [{ name: 'delivery', parameters: [{ name: 'event_info' }, { name: 'message_info' }] }],
    },
  }
  expect(text(gmail)).toMatchObject([log])
  expect(one({ record_type: 'gmail', event_name: 'delivery', gmail })).toMatchObject([
    { ...log, record: { ...log.record, actor: { email: 'ivo.brandt@northpier.example' } } },
  ])
  expect(text({ time_usec: '1773220467789000', gmail })).toMatchObject([log])
  // Not every object that contains an event is an activity.
  expect(text({ event_info: { success: true } })).toMatchObject([{ ok: false, code: 'format_unknown' }])
})

const fields = [
  { name: 'time_usec', type: 'INTEGER', mode: 'NULLABLE' },
  { name: 'record_type', type: 'STRING', mode: 'NULLABLE' },
  { name: 'event_name', type: 'STRING', mode: 'NULLABLE' },
  {
    name: 'drive',
    type: 'RECORD',
    mode: 'NULLABLE',
    fields: [
      { name: 'primary_event', type: 'BOOLEAN', mode: 'NULLABLE' },
      { name: 'new_value', type: 'STRING', mode: 'REPEATED' },
      { name: 'doc_title', type: 'STRING', mode: 'NULLABLE' },
    ],
  },
]
const row = {
  f: [
    { v: '1773220467789000' },
    { v: 'drive' },
    { v: 'edit' },
    { v: { f: [{ v: 'true' }, { v: [{ v: 'a' }, { v: 'b' }] }, { v: null }] } },
  ],
}
const edited = {
  kind: 'G',
  record: {
    id: { time: '2026-03-11T09:14:27.789Z', applicationName: 'drive' },
    events: [
      {
        name: 'edit',
        parameters: [
          { name: 'primary_event', boolValue: true },
          { name: 'new_value', multiValue: ['a', 'b'] },
        ],
      },
    ],
  },
}

it('a BigQuery result can come row by row from a collector, in two layouts', () => {
  expect(text({ schema: { fields }, row })).toMatchObject([edited])
  expect(text({ schema: { fields }, ...row })).toMatchObject([edited])
})

it('a BigQuery result with the schema of another table is refused for each row', () => {
  const other = [{ name: 'a', type: 'STRING' }, null, { name: '__proto__', type: 'STRING' }]
  expect(text({ schema: { fields: other }, rows: [row] })).toMatchObject([{ ok: false, code: 'format_unknown' }])
})

it('a Google alert has its data as an object or as text', () => {
  const data = { '@type': 'type.googleapis.com/x.DomainWideTakeoutInitiated', email: 'ivo@northpier.example' }
  const alert = { alertId: 'a', source: 'Domain wide takeout', createTime: '2026-03-11T09:57:42Z' }
  for (const given of [data, JSON.stringify(data)])
    expect(text({ ...alert, data: given })).toMatchObject([{ kind: 'C', record: { ...alert, data } }])
})

const csvRow = (more: JsonObject) =>
  decode({
    delivery: { source: 'activity.csv', offset: '0' },
    text: undefined,
    value: { time_usec: '1773220467789000', email: 'ivo@northpier.example', unique_identifier: '-54', ...more },
  })
const grant = { record_type: 'token', event_name: 'authorize' }

it.each([
  { token: '{"client_id":"1.apps","scope":["a","b"],"num_response_bytes":null}' },
  { 'token.client_id': '1.apps', 'token.scope': '["a","b"]', 'token.app_name': '', drive: '' },
])('a row of the BigQuery table in CSV has the parameters of its event: %j', (columns) => {
  const parameters = [
    { name: 'client_id', value: '1.apps' },
    { name: 'scope', multiValue: ['a', 'b'] },
  ]
  expect(csvRow({ ...grant, ...columns })).toMatchObject([{ kind: 'G', record: { events: [{ parameters }] } }])
})

it('columns with dots in a CSV row of the BigQuery table become nested parameters and Gmail logs', () => {
  const nested = { record_type: 'drive', event_name: 'edit', 'drive.owner.team.id': '1', 'drive.owner.team.name': 'a' }
  const inner = [
    { name: 'id', value: '1' },
    { name: 'name', value: 'a' },
  ]
  const owner = { name: 'owner', messageValue: { parameter: [{ name: 'team', messageValue: { parameter: inner } }] } }
  expect(csvRow(nested)).toMatchObject([{ record: { events: [{ parameters: [owner] }] } }])
  const mail = { record_type: 'gmail', event_name: 'delivery', 'gmail.event_info.timestamp_usec': '1773220467789000' }
  expect(csvRow(mail)).toMatchObject([{ kind: 'B' }])
  expect(csvRow({ ...grant, 'token.__proto__.x': 'a', 'token.a.__proto__': 'b' })).toMatchObject([{ kind: 'G' }])
  expect(({} as JsonObject).x).toBeUndefined()
})

it.each([
  ['login', 'login_success'],
  ['user_accounts', 'password_edit'],
  ['takeout', 'user_started_export'],
])('a row of the BigQuery table in CSV is read without parameters if it names the account: %s', (record_type, name) => {
  const event = { name, parameters: [] }
  expect(csvRow({ record_type, event_name: name, token: '{}' })).toMatchObject([
    { kind: 'G', record: { id: { applicationName: record_type }, events: [event] } },
  ])
})

it('a CSV row of the BigQuery table fails without the record of its application, but not with an empty record', () => {
  const detail = expect.stringContaining('has no column token with the parameters')
  expect(csvRow({ ...grant, drive: '{}' })).toMatchObject([{ ok: false, code: 'format_unknown', detail }])
  for (const record_type of ['admin', 'drive', 'gmail', 'groups_enterprise'])
    expect(csvRow({ record_type, event_name: 'x', token: '{}' })).toMatchObject([{ ok: false, code: 'format_unknown' }])
  expect(csvRow({ ...grant, token: '' })).toMatchObject([{ ok: true }])
  expect(one(grant)).toMatchObject([{ ok: true }])
})
