// Rows of the table `activity` that Google Workspace exports to BigQuery. Each row contains one event of an activity,
// with its parameters in a record named after the application.
import { words } from '../../mappings/fields/field.ts'
import { isObject, type Json, type JsonObject, jsonText } from '../../mappings/kernel/json.ts'
import { activityOf, emitGmailLog, filled, isGmailLog, qualifierOf, timeOf } from './gmail-log.ts'
import { parametersOf } from './google.ts'
import { parseColumn } from './members.ts'
import type { Place, Walk } from './walk.ts'

/** Maximum nesting of records. Google's tables have six levels. */
const deepestRecord = 16

const fieldsOf = (schema: Json | undefined): Json[] =>
  isObject(schema) && Array.isArray(schema.fields) ? schema.fields : []

const cellsOf = (row: Json | undefined): Json[] | undefined =>
  isObject(row) && Array.isArray(row.f) ? row.f : undefined

/** Returns true for a page of rows, and for a single row with its schema, which collectors forward. */
export function isBigQueryResult(value: JsonObject): boolean {
  if (fieldsOf(value.schema).length === 0) return false
  return Array.isArray(value.rows) || cellsOf(value) !== undefined || cellsOf(value.row) !== undefined
}

const cellValue = (cell: Json | undefined): Json => (isObject(cell) ? (cell.v ?? null) : null)

/** Converts one value of a column. An INTEGER remains text, because JSON may not represent it exactly. */
function columnValue(field: JsonObject, value: Json, depth: number): Json {
  const type = jsonText(field.type)
  if ((type === 'RECORD' || type === 'STRUCT') && isObject(value)) return rowObject(fieldsOf(field), value, depth + 1)
  if ((type === 'BOOLEAN' || type === 'BOOL') && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

function rowObject(fields: readonly Json[], row: Json, depth = 0): JsonObject {
  const object: JsonObject = {}
  const cells = cellsOf(row) ?? []
  if (depth > deepestRecord) return object
  // Iterates over the cells: a short row has few cells, but the product of rows and fields has no limit.
  cells.slice(0, fields.length).forEach((cell, i) => {
    const field = fields[i]
    if (!isObject(field) || typeof field.name !== 'string' || field.name === '__proto__') return
    const value = cellValue(cell)
    object[field.name] =
      field.mode === 'REPEATED' && Array.isArray(value)
        ? value.map((each) => columnValue(field, cellValue(each), depth))
        : columnValue(field, value, depth)
  })
  return object
}

export function takeBigQueryResult(value: JsonObject, place: Place, walk: Walk): void {
  const fields = fieldsOf(value.schema)
  if (Array.isArray(value.rows)) {
    value.rows.forEach((row, i) => {
      walk.value(rowObject(fields, row), walk.inside(place, `.rows[${i}]`))
    })
  } else walk.value(rowObject(fields, value.row ?? value), walk.inside(place, '.row'))
}

/**
 * Applications with parameter names in capitals; columns are in lower case. Only relevant for names that no table
 * contains.
 */
const inCapitals: ReadonlySet<string> = new Set(
  words('access_transparency admin classroom context_aware_access gcp mobile'),
)

export function isBigQueryRow(row: JsonObject): boolean {
  return row.time_usec !== undefined && typeof row.record_type === 'string' && typeof row.event_name === 'string'
}

/**
 * Returns the record of an application in a row; undefined for none. A table has it as JSON text, or in one column per
 * field: `token.client_id`. Empty cells are null.
 */
function recordIn(row: JsonObject, application: string): JsonObject | undefined {
  const whole = parseColumn(row[application])
  if (isObject(whole)) return whole
  const record: JsonObject = {}
  for (const [name, value] of Object.entries(row)) {
    if (!name.startsWith(`${application}.`) || value === '' || value === undefined) continue
    const path = name.split('.').slice(1)
    if (path.length <= deepestRecord && !path.includes('__proto__')) setField(record, path, parseColumn(value) ?? null)
  }
  return Object.keys(record).length === 0 ? undefined : record
}

/**
 * Applications whose parameters name the application, the object or the other person of an event. For other events, such as
 * sign-ins and password changes, the row itself names the account and the network.
 */
const needsParameters: ReadonlySet<string> = new Set(
  words('access_evaluation admin calendar chat data_studio drive gmail groups groups_enterprise keep token'),
)

const hasColumns = (row: JsonObject, application: string): boolean =>
  Object.keys(row).some((name) => name === application || name.startsWith(`${application}.`))

function setField(record: JsonObject, [name = '', ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) {
    record[name] = value
    return
  }
  const inner = Object.hasOwn(record, name) ? record[name] : undefined
  const next = isObject(inner) ? inner : {}
  record[name] = next
  setField(next, rest, value)
}

function parametersIn(record: JsonObject | undefined, application: string): Json[] {
  if (record === undefined) return []
  const parameters = parametersOf(filled(record) as JsonObject)
  if (!inCapitals.has(application)) return parameters
  return parameters.filter(isObject).map((one) => ({ ...one, name: String(one.name).toUpperCase() }))
}

export function takeBigQueryRow(row: JsonObject, place: Place, walk: Walk): void {
  const { time_usec, record_type, event_name, unique_identifier } = row
  const application = String(record_type).toLowerCase()
  const record = recordIn(row, application)
  if (application === 'gmail' && isGmailLog(record)) {
    emitGmailLog(row, record, place, walk)
    return
  }
  // JSON may omit a record that is null. A table has the columns of all its rows.
  if (place.source === undefined && needsParameters.has(application) && !hasColumns(row, application)) {
    const detail = `the row of ${application} has no column ${application} with the parameters of its event, and no columns ${application}.…: export the table as JSON, or include these columns`
    walk.fail('format_unknown', detail, row, place)
    return
  }
  const id: JsonObject = {
    time: timeOf(time_usec) ?? null,
    uniqueQualifier: qualifierOf(unique_identifier, place),
    applicationName: application,
  }
  const event: JsonObject = { name: event_name ?? null, parameters: parametersIn(record, application) }
  walk.emit('G', activityOf(row, id, event), place)
}
