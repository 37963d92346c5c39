import { expect, it } from 'vitest'
import { decode } from '../../../pipeline/decode/decode.ts'

const client = '512223344556-a1.apps.googleusercontent.com'

function read(row: Readonly<Record<string, string>>) {
  const delivery = { source: 'export.csv', offset: '0', writtenAt: '2026-03-12T00:00:00.000Z' }
  const value = { Event: 'Authorize', User: 'ana@northpier.example', 'Client ID': client, ...row }
  return [...decode({ delivery, text: undefined, value })]
}

const recordOf = (row: Readonly<Record<string, string>>) =>
  read(row).map((one) => (one.ok ? (one.record as unknown as { id: { time: string } }) : one.code))
const timeOf = (row: Readonly<Record<string, string>>) =>
  recordOf(row).map((record) => (typeof record === 'string' ? record : record.id.time))

it.each([
  [{ 'Date (GMT+02:00)': '2026-03-11T09:14:27' }, '2026-03-11T07:14:27.000Z'],
  [{ 'Date (GMT-03:30)': '2026-03-11 09:14' }, '2026-03-11T12:44:00.000Z'],
  [{ 'Date (GMT-3)': '2026-03-11T09:14:27.412' }, '2026-03-11T12:14:27.412Z'],
  [{ 'Date (GMT+5:30)': '2026-03-11 09:14' }, '2026-03-11T03:44:00.000Z'],
  [{ 'Date (GMT+1245)': 'Mar 11, 2026, 9:14:27 PM' }, '2026-03-11T08:29:27.000Z'],
  [{ Date: '2026-03-11 09:14:27 GMT-3' }, '2026-03-11T12:14:27.000Z'],
  [{ Date: 'Mar 11, 2026, 9:14 AM UTC' }, '2026-03-11T09:14:00.000Z'],
  [{ 'Date (GMT+02:00)': '2026-03-11T09:14:27\u221205:00' }, '2026-03-11T14:14:27.000Z'],
  [{ 'Date (UTC)': 'Mar 11, 2026, 9:14:27\u202FPM' }, '2026-03-11T21:14:27.000Z'],
  [{ Date: '2026-03-11T09:14:27+02:00' }, '2026-03-11T07:14:27.000Z'],
  [{ Date: '2026-03-11T09:14:27.5Z' }, '2026-03-11T09:14:27.500Z'],
  [{ 'Date (GMT+02:00)': '2026-03-11T09:14:27Z' }, '2026-03-11T09:14:27.000Z'],
  [{ Date: '2026-03-11T09:14:27' }, 'time_missing'],
  [{ 'Date (GMT+02:00)': '03/11/2026 09:14:27' }, 'time_missing'],
  [{ 'Date (GMT+02:00)': '2026-03-11T09:14:27+25:00' }, 'time_missing'],
  [{ 'Date (GMT+25:00)': '2026-03-11T09:14:27' }, 'format_unknown'],
  [{ 'Date (GMT+02:00)': '2026-03-11T09:14:27', Event: 'Download' }, 'format_unknown'],
  [{ 'Date (GMT+02:00)': '2026-03-11T09:14:27', 'Client ID': '' }, 'format_unknown'],
])('a row of the Google Admin console has the time of its zone, or no record: %j', (row, time) => {
  expect(timeOf(row)).toEqual([time])
})

it('a row of the Google Admin console has the same ID in exports with different time zones', () => {
  const one = recordOf({ 'Date (GMT+02:00)': '2026-03-11T09:14:27', Scope: 'openid, email' })
  expect(recordOf({ 'Date (UTC)': '2026-03-11T07:14:27', Scope: 'openid email' })).toEqual(one)
  expect(one).toMatchObject([{ id: { uniqueQualifier: expect.stringMatching(/^[0-9a-f]{32}$/) } }])
  expect(recordOf({ 'Date (UTC)': '2026-03-11T07:14:27', Scope: 'openid' })).not.toMatchObject(one)
})
