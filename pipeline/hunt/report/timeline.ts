// Days, weeks, months or years in columns, as many as can be looked at.

import { dayMs } from '../../../mappings/kernel/durations.ts'
import { limits } from './limits.ts'
import type { Timeline, TimelineColumn } from './model.ts'
import type { DayTally } from './tallies.ts'

type Unit = Timeline['unit']

/** The first day of the column that a day is in. Weeks begin on Monday. */
function columnOf(day: string, unit: Unit): string {
  switch (unit) {
    case 'day':
      return day
    case 'week': {
      const at = Date.parse(day)
      return isoDay(at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs)
    }
    case 'month':
      return `${day.slice(0, 7)}-01`
    case 'year':
      return `${day.slice(0, 4)}-01-01`
    default:
      return unit satisfies never
  }
}

/** The first day of the next column. */
function next(column: string, unit: Unit): string {
  const at = new Date(column)
  switch (unit) {
    case 'day':
      return isoDay(at.getTime() + dayMs)
    case 'week':
      return isoDay(at.getTime() + 7 * dayMs)
    case 'month':
      return isoDay(at.setUTCMonth(at.getUTCMonth() + 1))
    case 'year':
      return isoDay(at.setUTCFullYear(at.getUTCFullYear() + 1))
    default:
      return unit satisfies never
  }
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** The finest unit with few enough columns from the first to the last day. */
function unitFor(first: string, last: string): Unit {
  const days = (Date.parse(last) - Date.parse(first)) / dayMs + 1
  const { columns } = limits
  return days <= columns ? 'day' : days <= columns * 7 ? 'week' : days <= columns * 30 ? 'month' : 'year'
}

const readable = /^\d{4}-\d\d-\d\d$/

/** The timeline of tallies by day: every column from the first to the last, also the empty ones; of too many the last. */
export function makeTimeline(days: ReadonlyMap<string, DayTally>): Timeline {
  const names = [...days.keys()].filter((day) => readable.test(day)).sort()
  const [first] = names
  const last = names.at(-1)
  if (first === undefined || last === undefined) return { unit: 'day', columns: [], omitted: 0 }
  const unit = unitFor(first, last)
  const columns: TimelineColumn[] = []
  const byColumn = new Map<string, string[]>()
  for (const day of names) byColumn.set(columnOf(day, unit), [...(byColumn.get(columnOf(day, unit)) ?? []), day])
  const end = columnOf(last, unit)
  for (let from = columnOf(first, unit); from <= end; from = next(from, unit))
    columns.push(sum(from, byColumn.get(from) ?? [], days))
  return { unit, columns: columns.slice(-limits.columns), omitted: Math.max(0, columns.length - limits.columns) }
}

function sum(from: string, names: readonly string[], days: ReadonlyMap<string, DayTally>): TimelineColumn {
  const alerts = { critical: 0, high: 0, medium: 0, low: 0 }
  let records = 0
  for (const name of names) {
    const day = days.get(name) as DayTally
    records += day.records
    for (const severity of Object.keys(alerts) as (keyof typeof alerts)[]) alerts[severity] += day.alerts[severity]
  }
  return { from, records, alerts }
}
