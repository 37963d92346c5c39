import { expect, it } from 'vitest'
import { periodOf, timeOption } from '../../../pipeline/cli/time-option.ts'

const now = new Date('2026-03-20T12:00:00Z')
const at = (text: string, edge: 'start' | 'end' = 'start') => timeOption('--since', text, edge, now)

it('a date in a time option is a UTC day, and means the end of the day for the end of a period', () => {
  expect(at('2026-03-11')).toBe('2026-03-11T00:00:00.000Z')
  expect(at('2026-03-11', 'end')).toBe('2026-03-12T00:00:00.000Z')
})

it('a time option converts a time with its time zone to UTC', () => {
  expect(at('2026-03-11T09:00:00+01:00')).toBe('2026-03-11T08:00:00.000Z')
  for (const zone of ['+02', '+0200', '+02:00']) expect(at(`2026-03-11T09:00${zone}`)).toBe('2026-03-11T07:00:00.000Z')
  expect(at('2026-03-11 09:00Z')).toBe('2026-03-11T09:00:00.000Z')
})

it('a time option counts a relative time back from now', () => {
  expect(at('30m')).toBe('2026-03-20T11:30:00.000Z')
  expect(at('7d')).toBe('2026-03-13T12:00:00.000Z')
  expect(at('2w')).toBe('2026-03-06T12:00:00.000Z')
})

it.each(['2026-03-11T09:00:00', '2026-02-31', '2026-02-31T09:00Z', '2026-13-01', '7', '99999w', 'yesterday', ''])(
  'a time option refuses %j and names the accepted formats',
  (text) => {
    expect(() => at(text)).toThrow(
      /^--since .*: (invalid time|this day does not exist|the time has no time zone); use a date/,
    )
  },
)

it('a period that starts after its end is rejected, and the message explains the correction', () => {
  const reading = (since: string, until: string) => () => periodOf({ since, until }, now)
  expect(reading('2026-03-12', '2026-03-11')).toThrow('; swap them')
  expect(reading('2d', '3d')).toThrow('; swap them')
  expect(reading('2d', '2026-03-11')).toThrow('; an age counts back from 2026-03-20T12:00:00.000Z; use a time')
  expect(reading('2026-03-20', '2d')).toThrow('; an age counts back from')
  expect(reading('2w', '2026-03-11')()).toEqual({
    since: '2026-03-06T12:00:00.000Z',
    until: '2026-03-12T00:00:00.000Z',
  })
})
