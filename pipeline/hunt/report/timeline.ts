// The timeline: days, weeks, months or years as columns, in a readable number.
import { dayMs } from '../../../mappings/kernel/durations.ts'
import { groupBy } from '../../../mappings/kernel/group-by.ts'
import { limits } from './limits.ts'
import type { Timeline, TimelineColumn } from './model.ts'
import { type DayTally, gravestFirst, noAlerts } from './tallies.ts'

type Unit = Timeline['unit']

export const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Returns the first day of the column of a day. Weeks begin on Monday. */
function columnOf(day: string, unit: Unit): string {
  if (unit === 'month') return `${day.slice(0, 7)}-01`
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`
  const at = Date.parse(day)
  return unit === 'day' ? day : isoDay(at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs)
}

/** The maximum number of days per column: this many days after the first day of a column, the next column has begun. */
const longest = { day: 1, week: 7, month: 31, year: 366 } as const

const next = (column: string, unit: Unit): string => columnOf(isoDay(Date.parse(column) + longest[unit] * dayMs), unit)

/** The finest unit with few enough columns from the first to the last day. */
function unitFor(first: string, last: string): Unit {
  const days = (Date.parse(last) - Date.parse(first)) / dayMs + 1
  const { columns } = limits
  return days <= columns ? 'day' : days <= columns * 7 ? 'week' : days <= columns * 30 ? 'month' : 'year'
}

const readable = /^\d{4}-\d\d-\d\d$/

/** Makes the timeline of daily tallies from first to last, with empty columns; if too many, keeps the last ones. */
export function makeTimeline(days: ReadonlyMap<string, DayTally>): Timeline {
  const names = [...days.keys()].filter((day) => readable.test(day)).sort()
  const [first] = names
  const last = names.at(-1)
  if (first === undefined || last === undefined) return { unit: 'day', columns: [], omitted: 0 }
  const unit = unitFor(first, last)
  const columns: TimelineColumn[] = []
  const byColumn = groupBy(names, (day) => columnOf(day, unit))
  const end = columnOf(last, unit)
  for (let from = columnOf(first, unit); from <= end; from = next(from, unit))
    columns.push(sum(from, byColumn.get(from) ?? [], days))
  return { unit, columns: columns.slice(-limits.columns), omitted: Math.max(0, columns.length - limits.columns) }
}

function sum(from: string, names: readonly string[], days: ReadonlyMap<string, DayTally>): TimelineColumn {
  const alerts = noAlerts()
  let records = 0
  for (const name of names) {
    const day = days.get(name) as DayTally
    records += day.records
    for (const severity of gravestFirst) alerts[severity] += day.alerts[severity]
  }
  return { from, records, alerts }
}
