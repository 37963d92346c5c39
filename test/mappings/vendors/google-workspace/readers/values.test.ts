import { expect, it } from 'vitest'
import { toGoogleInstant } from '../../../../../mappings/vendors/google-workspace/readers/values.ts'

it.each([
  ['2026/05/04 06:07:08 UTC', '2026-05-04T06:07:08.000Z'],
  ['2026/05/04 06:07 UTC', '2026-05-04T06:07:00.000Z'],
  ['2026-05-04T06:07:08.9Z', '2026-05-04T06:07:08.900Z'],
  ['1990/02/03', '1990-02-03T00:00:00.000Z'],
  ['1990-02-03', '1990-02-03T00:00:00.000Z'],
  ['2026/02/30 06:07 UTC', undefined],
  ['May 4', undefined],
  [7, undefined],
])('an instant of an admin parameter %s is %s', (text, instant) => {
  expect(toGoogleInstant(text)).toBe(instant)
})

it.each([
  ['seconds', 1776136491, '2026-04-14T03:14:51.000Z'],
  ['seconds as text', '1776136491', '2026-04-14T03:14:51.000Z'],
  ['milliseconds', 1776136491123, '2026-04-14T03:14:51.123Z'],
  ['microseconds', '1776136491123456', '2026-04-14T03:14:51.123Z'],
  ['nanoseconds', '1776136491123456789', '2026-04-14T03:14:51.123Z'],
  ['seconds since the year 1', 63914083200, '2026-05-10T08:00:00.000Z'],
])('a count of %s is read as a point in time', (_, count, instant) => {
  expect(toGoogleInstant(count)).toBe(instant)
})

it('a Google time outside the plausible years is not a time', () => {
  for (const junk of [0, -1, 7, 2e10, Number.NaN, 1e300, '', 'x', null, true]) {
    expect(toGoogleInstant(junk)).toBeUndefined()
  }
})
