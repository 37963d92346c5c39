// Google's own notations of values: dates of admin parameters, microseconds, addresses of people.
import { toInstant } from '../../convert.ts'

const slashedInstant = /^(\d{4})\/(\d\d)\/(\d\d)(?: (\d\d:\d\d)(:\d\d)?(?: UTC)?)?$/
const dateOnly = /^\d{4}-\d\d-\d\d$/

/** An instant from ISO 8601, `yyyy/MM/dd HH:mm[:ss] UTC` or a bare date; undefined for anything else. */
export function toGoogleInstant(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const slashed = slashedInstant.exec(value)
  if (slashed === null) return toInstant(dateOnly.test(value) ? `${value}T00:00:00` : value)
  const [, year, month, day, minute = '00:00', second = ':00'] = slashed
  return toInstant(`${year}-${month}-${day}T${minute}${second}`)
}

/** The latest epoch that Date can hold, in microseconds. */
const lastMicros = 8.64e18

/** An instant from microseconds since 1970, as a number or as digits. */
export function microsToInstant(value: unknown): string | undefined {
  const micros = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof micros !== 'number' || !(micros > 0 && micros <= lastMicros)) return undefined
  return new Date(Math.floor(micros / 1000)).toISOString()
}

/** The two sides of an address with exactly one `@`, or undefined. */
export function splitAddress(address: string | undefined): { name: string; domain: string } | undefined {
  if (address === undefined) return undefined
  const at = address.indexOf('@')
  if (at <= 0 || at === address.length - 1 || address.indexOf('@', at + 1) !== -1) return undefined
  return { name: address.slice(0, at), domain: address.slice(at + 1) }
}
