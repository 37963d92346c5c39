// Rows in the form of BigQuery's REST API: cells without names, and the schema of the table.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'

function typeOf(value: Json): string {
  if (isObject(value)) return 'RECORD'
  return typeof value === 'boolean' ? 'BOOLEAN' : 'STRING'
}

/** Returns the columns of these rows. A column contains one type of value, or a list of values of this type. */
function fieldsOf(rows: readonly JsonObject[]): JsonObject[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return names.map((name) => {
    const given = rows.map((row) => row[name]).filter((value) => value !== undefined && value !== null)
    const values = given.flat()
    const type = typeOf(values[0] ?? null)
    return {
      name,
      type,
      mode: Array.isArray(given[0]) ? 'REPEATED' : 'NULLABLE',
      ...(type === 'RECORD' && { fields: fieldsOf(values.filter(isObject)) }),
    }
  })
}

function cell(field: JsonObject, value: Json): Json {
  if (field.type === 'RECORD' && isObject(value)) return cells(field.fields as JsonObject[], value)
  return value === null ? null : String(value)
}

function cells(fields: readonly JsonObject[], row: JsonObject): JsonObject {
  return {
    f: fields.map((field) => {
      const value = row[String(field.name)] ?? null
      if (field.mode !== 'REPEATED') return { v: cell(field, value) }
      return { v: (Array.isArray(value) ? value : []).map((each) => ({ v: cell(field, each) })) }
    }),
  }
}

/** Returns a page in the form of a response to `jobs.getQueryResults`. */
export function bigQueryPage(rows: readonly JsonObject[]): JsonObject {
  const fields = fieldsOf(rows)
  return {
    kind: 'bigquery#getQueryResultsResponse',
    schema: { fields },
    jobReference: { projectId: 'northpier-logs', jobId: 'job_Qx7', location: 'EU' },
    totalRows: String(rows.length),
    rows: rows.map((row) => cells(fields, row)),
    jobComplete: true,
  }
}

/** One row with the schema that names its cells. */
export function bigQueryCells(row: JsonObject): JsonObject {
  const fields = fieldsOf([row])
  return { schema: { fields }, row: cells(fields, row) }
}
