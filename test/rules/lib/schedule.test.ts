import { expect, it } from 'vitest'
import type { Rule } from '../../../rules/lib/rule.ts'
import { clockOf, durationOf, runAfter } from '../../../rules/lib/schedule.ts'
import { exampleRule } from './example-rule.ts'

it('the schedule of a rule depends on its datasets, or on its explicit setting', () => {
  expect(clockOf(exampleRule)).toEqual({ interval: 300_000, reach: 540_000 })
  expect(clockOf({ ...exampleRule, interval: '1h', from: 'now-1d' })).toEqual({
    interval: 3_600_000,
    reach: 86_400_000,
  })
})

it('a run reads all documents that a threshold rule counts together, regardless of its start time', () => {
  const counting: Rule = {
    ...exampleRule,
    type: 'threshold',
    threshold: { field: [], value: 2 },
    interval: '12h',
    within: '24h',
  }
  expect(clockOf(counting).reach).toBe(36 * 3_600_000)
})

it('a rule runs at multiples of its interval', () => {
  const clock = { interval: 300_000, reach: 540_000 }
  expect([1, 300_000, 300_001].map((instant) => runAfter(instant, clock))).toEqual([300_000, 300_000, 600_000])
})

it('the schedule of a rule accepts durations of seconds, minutes, hours and days only', () => {
  expect(['30s', '5m', 'now-2h', 'now-1d'].map(durationOf)).toEqual([30_000, 300_000, 7_200_000, 86_400_000])
  expect(() => durationOf('now-1w')).toThrow(/now-1w/)
})
