import { expect, it } from 'vitest'
import { timelineSvg } from '../../../../pipeline/hunt/report/html/timeline-svg.ts'
import { limits } from '../../../../pipeline/hunt/report/limits.ts'
import type { DayTally } from '../../../../pipeline/hunt/report/tallies.ts'
import { makeTimeline } from '../../../../pipeline/hunt/report/timeline.ts'

const day = (records: number, high = 0): DayTally => ({ records, alerts: { critical: 0, high, medium: 0, low: 0 } })
const timeline = (days: Record<string, DayTally>) => makeTimeline(new Map(Object.entries(days)))

it('the timeline has a column for every day, including days without records', () => {
  const { unit, columns } = timeline({ '2026-03-03': day(2, 1), '2026-02-27': day(1) })
  expect(unit).toBe('day')
  expect(columns.map(({ from, records, alerts }) => [from, records, alerts.high])).toEqual([
    ['2026-02-27', 1, 0],
    ['2026-02-28', 0, 0],
    ['2026-03-01', 0, 0],
    ['2026-03-02', 0, 0],
    ['2026-03-03', 2, 1],
  ])
})

it('the timeline uses weeks from Monday, months or years if there are too many days', () => {
  const weeks = timeline({ '2026-01-01': day(1), '2026-01-04': day(2), '2026-04-30': day(3) })
  expect(weeks).toMatchObject({ unit: 'week', omitted: 0 })
  expect(weeks.columns[0]).toMatchObject({ from: '2025-12-29', records: 3 })
  expect(weeks.columns.at(-1)).toMatchObject({ from: '2026-04-27', records: 3 })
  const months = timeline({ '2024-12-31': day(1), '2026-12-31': day(1) })
  expect(months).toMatchObject({ unit: 'month' })
  expect(months.columns).toHaveLength(25)
  expect(timeline({ '2015-01-01': day(1), '2026-01-01': day(1) }).columns).toHaveLength(12)
})

it('the timeline shows the last columns if times are impossible, and the number of omitted columns', () => {
  const { unit, columns, omitted } = timeline({ '1990-01-01': day(1), '9998-12-31': day(1), soon: day(1) })
  expect(unit).toBe('year')
  expect(columns).toHaveLength(limits.columns)
  expect(omitted).toBe(9998 - 1990 + 1 - limits.columns)
})

it('the timeline draws a cell for each column and each severity with alerts, with its number', () => {
  const { text } = timelineSvg(timeline({ '2026-03-01': day(5, 1200), '2026-03-02': day(1) }))
  expect(text.match(/<rect class="none"/g)).toHaveLength(2 * 1)
  expect(text).not.toContain('>critical<')
  expect(text).toContain('<title>Day 2026-03-01: 1,200 high alerts</title>')
  expect(text).toContain('>1k</text>')
  expect(timelineSvg(timeline({})).text).toContain('No record with a time was read')
})
