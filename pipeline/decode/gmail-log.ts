// Gmail logs as Google exports them to BigQuery: in the record `gmail` of a row of the table `activity`, or a row of their
// own in the older tables `daily_…`. They get the envelope of an activity, so that one event of mail is read like the other.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { toIsoInstant } from '../../mappings/lib/convert.ts'
import { digitsOf, parametersOf } from './google.ts'
import type { Place, Walk } from './walk.ts'

/** Columns that accompany the log; a native row has none of them. */
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

/** A row has every column of its table: most are null, lists that are none are empty. */
export function isFilled(value: Json | undefined): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
}

/** A value without the columns in it that hold nothing. */
export function filled(value: Json): Json {
  if (Array.isArray(value)) return value.map(filled)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (isFilled(member) ? [[name, filled(member as Json)]] : [])),
  )
}

/** The instant of a column in microseconds. */
export function timeOf(usec: Json | undefined): string | undefined {
  return isFilled(usec) && usec !== '' ? toIsoInstant(Math.floor(Number(usec) / 1000)) : undefined
}

/** The identifier of an event: digits whatever the writer made of them. */
export function qualifierOf(value: Json | undefined, place: Place): Json {
  return typeof value === 'number' ? digitsOf(value, place) : (value ?? null)
}

const usecOf = ({ event_info }: JsonObject): Json | undefined =>
  isObject(event_info) ? event_info.timestamp_usec : undefined

export function emitGmailLog(columns: GmailColumns, log: JsonObject, place: Place, walk: Walk): void {
  const { time_usec, email, ip_address, event_type, event_name, unique_identifier } = columns
  const id: JsonObject = { time: timeOf(time_usec) ?? timeOf(usecOf(log)) ?? null, applicationName: 'gmail' }
  if (isFilled(unique_identifier)) id.uniqueQualifier = qualifierOf(unique_identifier, place)
  const event: JsonObject = {
    name: isFilled(event_name) ? (event_name as Json) : 'delivery',
    parameters: parametersOf(filled(log) as JsonObject),
  }
  if (isFilled(event_type)) event.type = event_type as Json
  const record: JsonObject = { id, events: [event] }
  if (isFilled(email)) record.actor = { email: email as Json }
  if (isFilled(ip_address)) record.ipAddress = ip_address as Json
  walk.emit('B', record, place)
}

/** True for a row of a table of its own, and for one of a query that left out which application it is of. */
export function isGmailRow(row: JsonObject): boolean {
  return isGmailLog(row.gmail) || isGmailLog(row)
}

export function takeGmailRow(row: JsonObject, place: Place, walk: Walk): void {
  const { gmail } = row
  if (isGmailLog(gmail)) emitGmailLog(row, gmail, place, walk)
  else emitGmailLog({}, row, place, walk)
}
