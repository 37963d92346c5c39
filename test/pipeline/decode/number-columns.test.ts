// Spreadsheet programs and portals write the numbers of a CSV in the format of a locale.
import { expect, it } from 'vitest'
import { processValue } from '../../../pipeline/chain.ts'
import { chain } from '../../support/chain.ts'

const delivery = { source: 'export.csv', offset: '0', writtenAt: '2026-03-12T00:00:00.000Z' }

const documentsOf = (value: object) =>
  processValue({ delivery, text: undefined, value }, chain).events.map(({ document }) => document)

const call = { 'Date (UTC)': '2026-03-11T09:14:27', Event: 'Activity', User: 'a@a.example', 'Client ID': '1' }

it.each([
  ['7340032', 7340032],
  ['7 340 032', 7340032],
  ['7.340.032', 7340032],
  ['7,340,032', 7340032],
  ['7\u00A0340\u00A0032', 7340032],
  ['7\u202F340\u202F032', 7340032],
  ['7’340’032', 7340032],
])('a number of response bytes with grouped digits is read: %s', (text, bytes) => {
  const [document] = documentsOf({ ...call, 'Number of response bytes': text })
  expect(document?.oauth?.activity?.bytes).toBe(bytes)
  expect(document?.error).toBeUndefined()
})

it.each(['7,34', '7.340,032', '73.40.032', '0.340', '7 MB'])(
  'a number of bytes that is not whole is a problem of the record: %s',
  (text) => {
    const [document] = documentsOf({ ...call, 'Number of response bytes': text })
    expect(document?.oauth?.activity?.bytes).toBeUndefined()
    expect(document?.error?.message).toEqual([`oauth.activity.bytes: "${text}" is no long`])
  },
)

const signIn = { 'Date (UTC)': '2026-03-11T09:14:27Z', 'Request ID': 'r', 'User ID': 'u' }

it('a portal sign-in with grouped digits has its error code and its network', () => {
  const row = { ...signIn, 'Sign-in error code': '50.126', 'Autonomous system number': '64 500' }
  const [document] = documentsOf(row)
  expect(document).toMatchObject({
    event: { outcome: 'failure' },
    error: { code: '50126' },
    source: { as: { number: 64500 } },
  })
})

it('a network number that is not whole is a problem of the record', () => {
  const [document] = documentsOf({ ...signIn, 'Sign-in error code': '0', 'Autonomous system number': '64,5' })
  expect(document?.error?.message).toEqual(['source.as.number: "64,5" is no long'])
})

it.each([
  ['50 126', 'failure'],
  ['0', 'success'],
  ['', 'success'],
  ['50,1', 'unknown'],
])('a sign-in of Log Analytics without a status has the outcome of its result type: %s', (ResultType, outcome) => {
  const row = { TimeGenerated: '2026-03-11T09:14:27Z', CreatedDateTime: '2026-03-11T09:14:27Z', AppId: 'a', Id: 'i' }
  expect(documentsOf({ ...row, ResultType })[0]?.event.outcome).toBe(outcome)
})
