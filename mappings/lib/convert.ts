// Converts a raw value to the value of a field type. A converter never fails: an unsuitable value gives undefined.
import type { FieldType } from '../fields/field.ts'
import type { Json } from '../kernel/json.ts'
import { toIp } from './address.ts'
import { Distinct } from './distinct.ts'

/** Text of a scalar; undefined for null, empty text, objects, arrays, and numbers too large for JSON.parse (`1e400`). */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  return typeof value === 'boolean' ? String(value) : undefined
}

/** A whole number that JSON holds exactly, from a number or decimal text (`15.0` and `1.5E1` included). */
export function toLong(value: unknown): number | undefined {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
  return Number.isSafeInteger(number) ? number : undefined
}

export function toDouble(value: unknown): number | undefined {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

/** True and false, also as text in any case. */
export function toBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return undefined
  switch (value.toLowerCase()) {
    case 'true':
      return true
    case 'false':
      return false
    default:
      return undefined
  }
}

const isoInstant = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|z|[+-]\d\d:?\d\d)?$/

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return leap ? 29 : (daysOfMonth[month - 1] ?? 0)
}

/** The number that two digits of the text make, or NaN. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** True for `YYYY-MM-DDTHH:MM:SS` with a date and a time of day that exist. */
function isPlainSecond(text: string): boolean {
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':') return false
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  return (
    year >= 0 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    twoDigits(text, 11) <= 23 &&
    twoDigits(text, 14) <= 59 &&
    twoDigits(text, 17) <= 59
  )
}

const fraction = /^\.\d{3,9}Z$/

/** Converts the usual time formats without a Date object: no zone and no fraction, or the zone Z. */
function plainInstant(text: string): string | undefined {
  if (!isPlainSecond(text)) return undefined
  const end = text.slice(19)
  if (end === '' || end === 'Z') return `${text.slice(0, 19)}.000Z`
  if (!fraction.test(end)) return undefined
  return text.length === 24 ? text : `${text.slice(0, 23)}Z`
}

/** Elasticsearch accepts only years with four digits. */
const firstInstant = Date.parse('0000-01-01T00:00:00.000Z')
const lastInstant = Date.parse('9999-12-31T23:59:59.999Z')

/** Milliseconds since 1970 as ISO 8601; undefined for a time that Elasticsearch would refuse. */
export function toIsoInstant(milliseconds: number): string | undefined {
  const isStorable = milliseconds >= firstInstant && milliseconds <= lastInstant
  return isStorable ? new Date(milliseconds).toISOString() : undefined
}

const dotNetTime = /^\/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\/$/

/**
 * Windows PowerShell's `ConvertTo-Json` writes milliseconds since the epoch. They are in UTC, regardless of the time
 * zone after them.
 */
function dotNetInstant(text: string): string | undefined {
  const epoch = dotNetTime.exec(text)?.[1]
  return epoch === undefined ? undefined : toIsoInstant(Number(epoch))
}

/**
 * Returns an instant as ISO 8601 in UTC with milliseconds. Text without a zone is UTC (unified audit log). Fractions
 * beyond milliseconds are cut off. Anything else gives undefined, including a local format, and a time whose year is
 * outside 0000 to 9999 after the zone conversion: a time is never guessed.
 */
export function toInstant(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const plain = plainInstant(value)
  if (plain !== undefined) return plain
  const match = isoInstant.exec(value.trim())
  if (match === null) return dotNetInstant(value)
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone = 'Z'] = match
  if (Number(day) > daysIn(Number(year), Number(month))) return undefined
  const millis = `${fraction}000`.slice(0, 3)
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
  return toIsoInstant(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millis}${offset}`))
}

export function converterFor(type: FieldType): (value: unknown) => Json | undefined {
  switch (type) {
    case 'keyword':
    case 'text':
    case 'match_only_text':
    case 'wildcard':
    case 'constant_keyword':
      return toText
    case 'date':
      return toInstant
    case 'ip':
      return toIp
    case 'long':
      return toLong
    case 'double':
      return toDouble
    case 'boolean':
      return toBoolean
    case 'flattened':
    case 'object':
    case 'nested':
    case 'geo_point':
      return (value) => value as Json | undefined
    default:
      return type satisfies never
  }
}

/** Returns the converted members. A scalar becomes a list. Omits unsuitable members. An empty list gives undefined. */
export function toList<T extends Json>(value: unknown, convert: (member: unknown) => T | undefined): T[] | undefined {
  const members = Array.isArray(value) ? value : [value]
  const distinct = new Distinct<T>()
  for (const member of members) {
    const converted = convert(member)
    if (converted !== undefined) distinct.add(converted)
  }
  return distinct.list.length === 0 ? undefined : distinct.list
}
