// Rows of the table `activity` that Google Workspace exports to BigQuery: one event of an activity each, its parameters in
// a record that is named after the application.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { digitsOf, isoOf, parametersOf } from './google.ts'
import type { Place, Walk } from './walk.ts'

/** Applications whose parameters have names in capitals; columns are in small letters. Matters where no table knows a name. */
const inCapitals: ReadonlySet<string> = new Set([
  'access_transparency',
  'admin',
  'classroom',
  'context_aware_access',
  'gcp',
  'mobile',
])

export function isBigQueryRow(row: JsonObject): boolean {
  return row.time_usec !== undefined && typeof row.record_type === 'string' && typeof row.event_name === 'string'
}

/** A row has every column of its table: most are null, lists that are none are empty. */
function isFilled(value: Json | undefined): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
}

function filled(value: Json): Json {
  if (Array.isArray(value)) return value.map(filled)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (isFilled(member) ? [[name, filled(member as Json)]] : [])),
  )
}

function parametersIn(row: JsonObject, application: string): Json[] {
  const record = row[application]
  if (!isObject(record)) return []
  const parameters = parametersOf(filled(record) as JsonObject)
  if (!inCapitals.has(application)) return parameters
  return parameters.filter(isObject).map((one) => ({ ...one, name: String(one.name).toUpperCase() }))
}

export function takeBigQueryRow(row: JsonObject, place: Place, walk: Walk): void {
  const { time_usec, record_type, event_name, event_type, email, ip_address, unique_identifier } = row
  const application = String(record_type).toLowerCase()
  const id: JsonObject = {
    time: isoOf(Math.floor(Number(time_usec) / 1000)) ?? null,
    uniqueQualifier:
      typeof unique_identifier === 'number' ? digitsOf(unique_identifier, place) : (unique_identifier ?? null),
    applicationName: application,
  }
  const event: JsonObject = { name: event_name ?? null, parameters: parametersIn(row, application) }
  if (isFilled(event_type)) event.type = event_type as Json
  const record: JsonObject = { id, events: [event] }
  if (isFilled(email)) record.actor = { email: email as Json }
  if (isFilled(ip_address)) record.ipAddress = ip_address as Json
  walk.emit('G', record, place)
}
