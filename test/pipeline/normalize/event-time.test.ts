// The time of an event decides the index that stores it. The normalizer never emits a time that Elasticsearch refuses.
import { expect, it } from 'vitest'
import { loadMappings } from '../../../pipeline/chain.ts'
import { loadSamples } from '../../../pipeline/content-check/samples.ts'
import { decode } from '../../../pipeline/decode/decode.ts'
import { makeNormalizer } from '../../../pipeline/normalize/normalize.ts'

const normalizer = makeNormalizer(await loadMappings())
const samples = loadSamples()
const isoTime = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?/g

/** Returns the event times of all samples after every time in them is replaced by this time. */
function timesWith(time: string): (string | undefined)[] {
  return samples.flatMap(({ text }) =>
    [...decode({ delivery: { source: 'test', offset: '0' }, text: text.replace(isoTime, time) })].flatMap((decoded) =>
      decoded.ok
        ? [...normalizer.normalize(decoded)].map((part) => (part.ok ? part.document['@timestamp'] : part.code))
        : [],
    ),
  )
}

/** Returns the outcomes of the records in a text, or of a row of a table. */
function failuresOf(text: string | undefined, value?: object): unknown[] {
  return decode({ delivery: { source: 'test', offset: '0' }, text, ...(value && { value }) }).flatMap((decoded) =>
    decoded.ok ? [...normalizer.normalize(decoded)] : [decoded],
  )
}

it.each([
  '0000-01-01T00:00:00+01:00',
  '9999-12-31T23:59:59-01:00',
  '/Date(-99999999999999)/',
  '1e400',
  '0001-01-01T00:00:00Z',
  '1601-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
])('a record with an event time of %s becomes no document', (time) => {
  const times = timesWith(time)
  expect(times.filter((each) => each === 'time_missing').length).toBeGreaterThan(samples.length / 3)
  expect(times.filter((each) => each !== 'time_missing' && !/^\d{4}-\d\d-\d\dT/.test(each ?? ''))).toEqual([])
})

it.each(['1990-01-01T00:00:00.000Z', '9998-12-31T23:59:59.999Z'])('an event time of %s is accepted', (time) => {
  expect(timesWith(time)).toContain(time)
})

it.each(['9999-12-31T23:59:59.000Z', 'yesterday'])(
  'the failure for a missing time contains the invalid value: %s',
  (CreationTime) => {
    const text = JSON.stringify({ CreationTime, Id: 'a', Operation: 'FileAccessed', RecordType: 6 })
    expect(failuresOf(text)).toMatchObject([{ code: 'time_missing', detail: expect.stringContaining(CreationTime) }])
  },
)

it.each(['AuditLogs', 'SignInLogs'])(
  'an unreadable time in %s is not replaced by the time of the envelope',
  (category) => {
    const bad = 'the 5th of March'
    const properties = { id: 'a', activityDateTime: bad, createdDateTime: bad, userId: 'b' }
    const envelope = { time: '2026-03-01T10:00:00Z', category, operationName: 'Add user', tenantId: 't', properties }
    expect(failuresOf(JSON.stringify(envelope))).toMatchObject([{ code: 'time_missing' }])
  },
)

const signIn = { CreatedDateTime: '2026-05-03T07:00:00Z', AppId: 'a', ResultType: '0' }
const call = { TimeGenerated: '2026-05-03T07:00:00Z', RequestUri: 'https://graph.microsoft.com/v1.0/me' }
const graph = { ...call, RequestMethod: 'GET', ResponseStatusCode: '200', AppId: 'a' }
const local = { 'TimeGenerated [Local Time]': '5/3/2026, 9:00:00.000 AM' }

it.each([
  ['a local copy of the time', { ...signIn, ...local }],
  ['a local copy of the time', { ...graph, ...local }],
  ['another local time', { ...signIn, LastPasswordChangeTime: '5/3/2026 9:00' }],
])('a row with a time and %s becomes a document without the local copy', (_, row) => {
  const outcomes = failuresOf(undefined, row)
  expect(outcomes).toMatchObject([{ ok: true, document: { '@timestamp': '2026-05-03T07:00:00.000Z' } }])
  expect(JSON.stringify(outcomes)).not.toContain('Local Time')
})

it.each([
  [{ ...signIn, CreatedDateTime: '5/3/2026 7:00:00 AM' }],
  [{ ...graph, TimeGenerated: '5/3/2026 7:00:00 AM' }],
  [{ CreationTime: '5/3/2026 7:00:00 AM', Id: 'a', Operation: 'FileAccessed', RecordType: '6', OrganizationId: 'b' }],
])('a row with an event time in a local format is not guessed: %j', (row) => {
  const detail = expect.stringContaining('"5/3/2026 7:00:00 AM" is unknown')
  expect(failuresOf(undefined, row)).toMatchObject([{ code: 'time_missing', detail }])
})

it('the failure for a row with only a local time names the column', () => {
  const { TimeGenerated: _, ...rest } = graph
  const detail = 'the time zone of TimeGenerated [Local Time] is unknown: export the table in UTC'
  expect(failuresOf(undefined, { ...rest, ...local })).toMatchObject([{ code: 'time_missing', detail }])
})

it('the failure for a missing time does not name a valid time or a missing application', () => {
  const id = { time: 'yesterday', customerId: 'C02' }
  const activity = { kind: 'admin#reports#activity', id, actor: {}, events: [{ type: 'auth', name: 'authorize' }] }
  expect(failuresOf(JSON.stringify(activity))).toMatchObject([
    { detail: 'no event time in the Google Workspace activity without applicationName: time is "yesterday"' },
  ])
  const alert = { customerId: 'C02', alertId: 'a', startTime: '2026-03-11T09:14:27Z', type: 't', source: 's', data: {} }
  expect(failuresOf(JSON.stringify(alert))).toMatchObject([{ detail: 'no event time in the Google Workspace alert' }])
})
