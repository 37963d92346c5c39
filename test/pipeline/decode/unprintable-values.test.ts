import { expect, it } from 'vitest'
import { processText } from '../../../pipeline/content-check/samples.ts'
import { chain } from '../../support/chain.ts'

/** `String` throws an error for it. */
const odd = { constructor: 1, toString: 'x' }
const time = '2026-03-11T09:13:58Z'
const parameters = [
  { name: 'client_id', value: '1' },
  { name: 'n', multiIntValue: [odd] },
]
const activity = {
  kind: 'admin#reports#activity',
  id: { time, uniqueQualifier: '-9', applicationName: 'token', customerId: 'C02exmpl9' },
  events: [{ type: 'auth', name: 'authorize', parameters }],
}
const table = { TimeGenerated: time, CreatedDateTime: time, Id: 'i' }
const usec = '1778668053437120'
const row = { time_usec: usec, event_name: 'delivery', record_type: 'gmail' }
const gmail = { event_info: { timestamp_usec: usec }, message_info: { subject: 's' } }

it.each([
  ['status.errorCode', { id: 'i', createdDateTime: time, appId: 'a', status: { errorCode: odd } }],
  ['networkInfo.ipAsn', { ...activity, networkInfo: { ipAsn: odd } }],
  ['networkInfo.ipAsn[0]', { ...activity, networkInfo: { ipAsn: [odd] } }],
  ['multiIntValue', activity],
  ['Type', { ...table, AppId: 'a', ResultType: '0', Type: odd }],
  ['ResultType', { ...table, AppId: 'a', ResultType: odd }],
  ['ResponseStatusCode', { ...table, RequestUri: 'https://graph.microsoft.com/v1.0/me', ResponseStatusCode: odd }],
  ['time_usec', { ...row, time_usec: odd, gmail }],
  ['a list in a column of BigQuery', { ...row, record_type: 'drive', drive: { x: [[odd]] } }],
])('an object that has no text in place of a value does not make a record unreadable: %s', (_, record) => {
  const outcomes = [...processText(JSON.stringify(record), 'test', chain)]
  expect(outcomes.map((outcome) => outcome.ok || outcome.detail)).toEqual([true])
})

it('a record without a readable time states this, if its time is an object', () => {
  const record = { ...gmail, event_info: { timestamp_usec: odd } }
  const [outcome] = processText(JSON.stringify(record), 'test', chain)
  expect(outcome).toMatchObject({ ok: false, code: 'time_missing' })
})

it('a sign-in whose error code is an object has an unknown outcome', () => {
  const record = { id: 'i', createdDateTime: time, appId: 'a', status: { errorCode: odd } }
  const [outcome] = processText(JSON.stringify(record), 'test', chain)
  expect(outcome).toMatchObject({ ok: true, document: { event: { outcome: 'unknown' } } })
})
