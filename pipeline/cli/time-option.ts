// Points in time on a command line.
import { dayMs, hourMs, minuteMs } from '../../mappings/kernel/durations.ts'
import { UsageError } from '../errors/usage-error.ts'

const unitMs: Readonly<Record<string, number>> = { m: minuteMs, h: hourMs, d: dayMs, w: 7 * dayMs }

const relative = /^(\d{1,5})([mhdw])$/
const date = /^\d{4}-\d\d-\d\d$/
const dateTime = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:[Zz]|([+-]\d\d):?(\d\d)?)$/
const noZone = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d[\d:.]*$/

/**
 * The time of a text in ISO 8601 and UTC. `edge` selects the start or the end of the day for a date. Throws a
 * UsageError.
 */
export function timeOption(option: string, text: string, edge: 'start' | 'end', now: Date): string {
  const [, amount, unit] = relative.exec(text) ?? []
  const at =
    amount !== undefined && unit !== undefined
      ? now.getTime() - Number(amount) * (unitMs[unit] as number)
      : date.test(text)
        ? dayStart(text) + (edge === 'end' ? dayMs : 0)
        : zonedTime(text)
  // A time before 1970 or after 9999 is not a log time, and sorts differently as text.
  if (at >= 0 && at < 253_402_300_800_000) return new Date(at).toISOString()
  throw new UsageError(
    `${option} ${text}: ${reasonOf(text)}; use a date (2026-03-11, in UTC), a time with its time zone (2026-03-11T09:00:00+01:00), or an age (30m, 12h, 7d, 2w)`,
  )
}

export interface Period {
  readonly since?: string
  readonly until?: string
}

/** Reads `--since` and `--until`, in any order. A relative age counts back from `end`. Throws a UsageError. */
export function boundsOf({ since, until }: Period, end: Date): Period {
  return {
    ...(since !== undefined && { since: timeOption('--since', since, 'start', end) }),
    ...(until !== undefined && { until: timeOption('--until', until, 'end', end) }),
  }
}

const isAge = (text: string | undefined): boolean => relative.test(text ?? '')

/** Returns true if the order of the two times depends on the end of the records: one of them is an age. */
export const isOrderUnknown = ({ since, until }: Period): boolean =>
  since !== undefined && until !== undefined && isAge(since) !== isAge(until)

/** Reads `--since` and `--until`. Throws a UsageError, also for a period that contains no time. */
export function periodOf(options: Period, end: Date): Period {
  const bounds = boundsOf(options, end)
  const { since, until } = bounds
  if (since === undefined || until === undefined || since < until) return bounds
  const how = isOrderUnknown(options) ? `an age counts back from ${end.toISOString()}; use a time instead` : 'swap them'
  throw new UsageError(`--since ${options.since} is not before --until ${options.until}; ${how}`)
}

function reasonOf(text: string): string {
  if (/^\d{4}-\d\d-\d\d/.test(text) && Number.isNaN(dayStart(text.slice(0, 10)))) return 'this day does not exist'
  return noZone.test(text) ? 'the time has no time zone' : 'invalid time'
}

/** Date.parse reads 31 February as 3 March. */
function dayStart(text: string): number {
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text) ? at : Number.NaN
}

function zonedTime(text: string): number {
  const [, day = '', clock, hours = '+00', minutes = '00'] = dateTime.exec(text) ?? []
  return Number.isNaN(dayStart(day)) ? Number.NaN : Date.parse(`${day}T${clock}${hours}:${minutes}`)
}
