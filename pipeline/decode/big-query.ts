// Rows of the table `activity` that Google Workspace exports to BigQuery. Each row contains one event of an activity,
// with its parameters in a record named after the application.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { emitGmailLog, filled, isFilled, isGmailLog, qualifierOf, timeOf } from './gmail-log.ts'
import { parametersOf } from './google.ts'
import type { Place, Walk } from './walk.ts'

/**
 * Applications with parameter names in capitals; columns are in lower case. Only relevant for names that no table
 * contains.
 */
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
  const { gmail } = row
  if (application === 'gmail' && isGmailLog(gmail)) {
    emitGmailLog(row, gmail, place, walk)
    return
  }
  const id: JsonObject = {
    time: timeOf(time_usec) ?? null,
    uniqueQualifier: qualifierOf(unique_identifier, place),
    applicationName: application,
  }
  const event: JsonObject = { name: event_name ?? null, parameters: parametersIn(row, application) }
  if (isFilled(event_type)) event.type = event_type as Json
  const record: JsonObject = { id, events: [event] }
  if (isFilled(email)) record.actor = { email: email as Json }
  if (isFilled(ip_address)) record.ipAddress = ip_address as Json
  walk.emit('G', record, place)
}
