import { expect, it } from 'vitest'
import { parseStretch, toMilliseconds } from '../../../../../rules/lib/query/kql/dates.ts'

it.each([
  ['2026', '2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
  ['2026-02', '2026-02-01T00:00:00.000Z', '2026-02-28T23:59:59.999Z'],
  ['2026-03-11T09:14', '2026-03-11T09:14:00.000Z', '2026-03-11T09:14:59.999Z'],
  ['2026-03-11T09:14:27Z', '2026-03-11T09:14:27.000Z', '2026-03-11T09:14:27.999Z'],
  ['2026-03-11T09:14:27.4710000Z', '2026-03-11T09:14:27.471Z', '2026-03-11T09:14:27.471Z'],
  ['2026-03-11T09:14:27.5-05:30', '2026-03-11T14:44:27.500Z', '2026-03-11T14:44:27.500Z'],
])('%s stands for a stretch of time', (text, from, to) => {
  const stretch = parseStretch(text)
  expect(new Date(stretch?.from ?? 0).toISOString()).toBe(from)
  expect(new Date(stretch?.to ?? 0).toISOString()).toBe(to)
})

it.each(['now-1d', '2026-02-31', '2026-13', '11.3.2026', '', '2026-03-11T25:00'])('%j is not a date in KQL', (text) => {
  expect(parseStretch(text)).toBeUndefined()
})

it('a date of a document can be epoch milliseconds', () => {
  expect(toMilliseconds(1773220467000)).toBe(Date.parse('2026-03-11T09:14:27Z'))
})
