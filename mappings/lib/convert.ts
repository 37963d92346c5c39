// From a raw value to the value of a field of one type. A converter cannot fail: what does not fit gives undefined.
import { isIP } from 'node:net'
import type { FieldType } from '../fields/field.ts'
import type { Json } from '../kernel/json.ts'

/** Text of a scalar; undefined for null, empty text, objects and arrays. */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return undefined
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

/** An address that Elasticsearch's `ip` type takes. Ports, brackets and names are the business of `parseAddress`. */
export function toIp(value: unknown): string | undefined {
  return typeof value === 'string' && isIP(value) !== 0 && !value.includes('%') ? value : undefined
}

const isoInstant = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|z|[+-]\d\d:?\d\d)?$/

/**
 * An instant as ISO 8601 in UTC with milliseconds. Text without a zone is UTC (unified audit log); fractions beyond
 * milliseconds are cut. Anything else, a local format included, gives undefined: a time is never guessed.
 */
export function toInstant(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  // The form that nearly every record of the unified audit log has: no zone, no fraction.
  if (value.length === 19 && value.charCodeAt(10) === 84 /* T */) {
    const epoch = Date.parse(`${value}Z`)
    return Number.isNaN(epoch) || Number(value.slice(8, 10)) !== new Date(epoch).getUTCDate()
      ? undefined
      : `${value}.000Z`
  }
  const match = isoInstant.exec(value.trim())
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone = 'Z'] = match
  const millis = `${fraction}000`.slice(0, 3)
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
  const epoch = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millis}${offset}`)
  if (Number.isNaN(epoch)) return undefined
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) > days ? undefined : new Date(epoch).toISOString()
}

/** The converter of a field type. */
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

/** A list of converted members: a scalar becomes a list of one, what does not fit is left out, empty gives undefined. */
export function toList<T extends Json>(value: unknown, convert: (member: unknown) => T | undefined): T[] | undefined {
  const members = Array.isArray(value) ? value : [value]
  const list: T[] = []
  for (const member of members) {
    const converted = convert(member)
    if (converted !== undefined && !list.includes(converted)) list.push(converted)
  }
  return list.length === 0 ? undefined : list
}
