// Google's own notations of values, such as times.
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { toInstant, toIsoInstant } from '../../../lib/convert.ts'

/** The object at a place; for any other value, an object without members. */
export const objectAt = (value: unknown): JsonObject => (isObject(value) ? value : {})
export const objectsAt = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : [])

/** Whether a profile ID names nobody: Google writes these for every actor without a visible profile. */
export const isHiddenProfile = (id: string): boolean => id === '105250506097979753968' || id === '0'

const slashedInstant = /^(\d{4})\/(\d\d)\/(\d\d)(?: (\d\d:\d\d)(:\d\d)?(?: UTC)?)?$/
const dateOnly = /^\d{4}-\d\d-\d\d$/

/** Google Calendar counts seconds from the year 1. This is the offset to 1970 that Elastic's documents use. */
const yearOne = 62_135_683_200

/**
 * Converts a number of seconds, milliseconds, microseconds or nanoseconds since 1970, or of seconds since the year 1.
 * For the years of logs, the ranges of these counts do not overlap. A count outside these ranges gives undefined.
 */
function countToInstant(count: number): string | undefined {
  let millis: number
  if (count < 1e8) return undefined
  if (count < 1e10) millis = count * 1000
  else if (count < 1e11) millis = (count - yearOne) * 1000
  else if (count < 1e14) millis = count
  else if (count < 1e17) millis = count / 1e3
  else millis = count / 1e6
  return millis < 0 ? undefined : toIsoInstant(Math.floor(millis))
}

const digits = /^\d{9,19}$/

/** An instant from ISO 8601, `yyyy/MM/dd HH:mm[:ss] UTC`, a bare date or a count; undefined for anything else. */
export function toGoogleInstant(value: unknown): string | undefined {
  if (typeof value === 'number') return countToInstant(value)
  if (typeof value !== 'string') return undefined
  if (digits.test(value)) return countToInstant(Number(value))
  const slashed = slashedInstant.exec(value)
  if (slashed === null) return toInstant(dateOnly.test(value) ? `${value}T00:00:00` : value)
  const [, year, month, day, minute = '00:00', second = ':00'] = slashed
  return toInstant(`${year}-${month}-${day}T${minute}${second}`)
}
