// Converts rows of the OAuth log events that the Google Admin console exports as CSV to activities of the Reports API.
// Google documents the columns (support.google.com/a/answer/6124308), but no example of a file. Rows have no ID:
// the hash of a row replaces it.
import { createHash } from 'node:crypto'
import type { Json, JsonObject } from '../../mappings/kernel/json.ts'
import { compact, filled, ungrouped } from './members.ts'
import type { Place, Walk } from './walk.ts'

/** Each parameter of the Reports API with its columns: the newer name first. */
const parameterColumns: readonly (readonly [parameter: string, ...columns: string[]])[] = [
  ['client_id', 'Application ID', 'Client ID'],
  ['app_name', 'Application name'],
  ['client_type', 'Client type'],
  ['api_name', 'API name'],
  ['method_name', 'API method', 'Method'],
  ['product_bucket', 'Product'],
]

const eventNames: ReadonlySet<string> = new Set(['activity', 'authorize', 'deny', 'request', 'revoke'])

/** The column of the time, with the zone of the browser: `GMT+02:00`, `GMT-3`, `GMT+5:30`. */
export const dateColumn = /^Date(?: \((?:GMT|UTC)([+-](?:0?\d|1[0-4])(?::?[0-5]\d)?)?\))?$/i
const dateOf = (row: JsonObject): string | undefined => Object.keys(row).find((name) => dateColumn.test(name))

/** True for a CSV row of the Google Admin console, by column names. */
export function isAdminConsoleRow(row: JsonObject): boolean {
  const has = (...names: readonly string[]) => names.some((name) => row[name] !== undefined)
  return (
    dateOf(row) !== undefined &&
    has('Event', 'Event name') &&
    has('Actor', 'User') &&
    has('Description', 'Event description', 'Application ID', 'Client ID')
  )
}

export function takeAdminConsoleRow(row: JsonObject, place: Place, walk: Walk): void {
  const of = (...names: readonly string[]) => names.map((name) => filled(row, name)).find((text) => text !== undefined)
  const name = of('Event', 'Event name')?.toLowerCase() ?? ''
  if (!eventNames.has(name) || of('Application ID', 'Client ID') === undefined) {
    const detail =
      'a row of a CSV export of the Google Admin console: Consentry reads only OAuth log events (Activity, Authorize, Deny, Request, Revoke) with a client ID; export the log through the Reports API (for example with GAM or ALFA) or BigQuery'
    walk.fail('format_unknown', detail, row, place)
    return
  }
  const time = timeOf(row)
  if (time === undefined) {
    const detail =
      'a row of a CSV export of the Google Admin console without a time zone, or with a time in an unknown format: export the log through the Reports API'
    walk.fail('time_missing', detail, row, place)
    return
  }
  const scopes = of('Scope')?.split(/[\s,;]+/)
  const bytes = of('Number of response bytes')
  const parameters: Json[] = parameterColumns.flatMap(([parameter, ...columns]) => {
    const value = of(...columns)
    return value === undefined ? [] : [{ name: parameter, value }]
  })
  if (scopes !== undefined) parameters.push({ name: 'scope', multiValue: scopes })
  if (bytes !== undefined) parameters.push({ name: 'num_response_bytes', intValue: ungrouped(bytes) })
  const email = of('Actor', 'User')
  const record = compact({
    actor: email === undefined ? undefined : { email },
    ipAddress: of('IP address'),
    events: [{ type: 'auth', name, parameters }],
  })
  const hash = createHash('sha256').update(JSON.stringify([time, record]))
  const uniqueQualifier = hash.digest('hex').slice(0, 32)
  walk.emit('G', { id: { time, uniqueQualifier, applicationName: 'token' }, ...record }, place)
}

/** A time whose day and month cannot be confused: ISO 8601, or `Jun 20, 2025, 9:00:00 AM`. */
const clearTime =
  /^(?<local>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?|[A-Z][a-z]{2} \d{1,2}, \d{4},? \d{1,2}:\d\d(?::\d\d)? [AP]M)(?: ?(?<zone>Z|UTC|(?:GMT|UTC)?[+-](?:0?\d|1[0-4])(?::?[0-5]\d)?))?$/

/** A zone in the form that JavaScript reads: `GMT-3` becomes `GMT-0300`. */
function toZone(zone: string): string {
  const [, sign = '+', hours = '0', minutes = '00'] = /([+-])(\d\d?)(?::?(\d\d))?$/.exec(zone) ?? []
  return `GMT${sign}${hours.padStart(2, '0')}${minutes}`
}

/** The time zone is in the cell or in the header: the console shows times in the zone of the browser. */
function timeOf(row: JsonObject): string | undefined {
  const column = dateOf(row) ?? ''
  const text = (filled(row, column) ?? '').replace(/\u202F/g, ' ').replaceAll('\u2212', '-')
  const match = clearTime.exec(text)
  if (match === null) return undefined
  const ofHeader = column.includes('(') ? (dateColumn.exec(column)?.[1] ?? '') : undefined
  const zone = match.groups?.zone ?? ofHeader
  if (zone === undefined) return undefined
  const instant = Date.parse(`${(match.groups?.local ?? '').replace('T', ' ')} ${toZone(zone)}`)
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString()
}
