// Gmail logs that Google exports to BigQuery: in the record `gmail` of a row of the table `activity`, or as a row of
// the older tables `daily_…`. Both forms get the envelope of an activity, so that the same code reads both.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { toDouble, toIsoInstant } from '../../mappings/lib/convert.ts'
import { digitsOf, parametersOf } from './google.ts'
import type { Place, Walk } from './walk.ts'

/** Columns next to the `gmail` record. A row of an older table has none of them. */
export interface GmailColumns {
  readonly time_usec?: Json
  readonly email?: Json
  readonly ip_address?: Json
  readonly event_type?: Json
  readonly event_name?: Json
  readonly unique_identifier?: Json
}

export function isGmailLog(value: Json | undefined): value is JsonObject {
  return isObject(value) && isObject(value.event_info) && (isObject(value.message_info) || isFilled(usecOf(value)))
}

/** True for a column with a value. A row has every column of its table: most are null, missing lists are empty. */
export function isFilled(value: Json | undefined): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
}

export function filled(value: Json): Json {
  if (Array.isArray(value)) return value.map(filled)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (isFilled(member) ? [[name, filled(member as Json)]] : [])),
  )
}

export function timeOf(usec: Json | undefined): string | undefined {
  const microseconds = toDouble(usec)
  return microseconds === undefined ? undefined : toIsoInstant(Math.floor(microseconds / 1000))
}

/** Returns the identifier of an event as digits, regardless of the writer's type. */
export function qualifierOf(value: Json | undefined, place: Place): Json {
  return typeof value === 'number' ? digitsOf(value, place) : (value ?? null)
}

const usecOf = ({ event_info }: JsonObject): Json | undefined =>
  isObject(event_info) ? event_info.timestamp_usec : undefined

/** Returns an activity with the non-empty columns of the row. */
export function activityOf(
  { email, ip_address, event_type }: GmailColumns,
  id: JsonObject,
  event: JsonObject,
): JsonObject {
  if (isFilled(event_type)) event.type = event_type as Json
  const record: JsonObject = { id, events: [event] }
  if (isFilled(email)) record.actor = { email: email as Json }
  if (isFilled(ip_address)) record.ipAddress = ip_address as Json
  return record
}

export function emitGmailLog(columns: GmailColumns, log: JsonObject, place: Place, walk: Walk): void {
  const { time_usec, event_name, unique_identifier } = columns
  const id: JsonObject = { time: timeOf(time_usec) ?? timeOf(usecOf(log)) ?? null, applicationName: 'gmail' }
  if (isFilled(unique_identifier)) id.uniqueQualifier = qualifierOf(unique_identifier, place)
  const event: JsonObject = {
    name: isFilled(event_name) ? (event_name as Json) : 'delivery',
    parameters: parametersOf(filled(log) as JsonObject),
  }
  walk.emit('B', activityOf(columns, id, event), place)
}

/** Returns true for a row of an older table, and for a query row without the application column. */
export function isGmailRow(row: JsonObject): boolean {
  return isGmailLog(row.gmail) || isGmailLog(row)
}

export function takeGmailRow(row: JsonObject, place: Place, walk: Walk): void {
  const { gmail } = row
  if (isGmailLog(gmail)) emitGmailLog(row, gmail, place, walk)
  else emitGmailLog({}, row, place, walk)
}
