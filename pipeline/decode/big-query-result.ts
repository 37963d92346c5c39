// Results of BigQuery's REST API: rows are lists of cells without names; the accompanying schema contains the names.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
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
  const type = String(field.type)
  if ((type === 'RECORD' || type === 'STRUCT') && isObject(value)) return rowObject(fieldsOf(field), value, depth + 1)
  if ((type === 'BOOLEAN' || type === 'BOOL') && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

function rowObject(fields: readonly Json[], row: Json, depth = 0): JsonObject {
  const object: JsonObject = {}
  const cells = cellsOf(row) ?? []
  if (depth > deepestRecord) return object
  // Iterates over the cells, because a short row has few cells, and rows times fields has no limit.
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
