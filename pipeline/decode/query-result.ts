// Responses of the Log Analytics query API: rows are lists of values without names; the accompanying columns contain
// the names.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { failPartialAnswer } from './api-error.ts'
import type { Place, Walk } from './walk.ts'

const isTable = (value: Json): value is JsonObject & { columns: Json[]; rows: Json[] } =>
  isObject(value) && Array.isArray(value.columns) && Array.isArray(value.rows)

export function isQueryResult(value: JsonObject): boolean {
  return Array.isArray(value.tables) && value.tables.every(isTable)
}

const nameOf = (column: Json | undefined): string | undefined =>
  isObject(column) && typeof column.name === 'string' && column.name !== '__proto__' ? column.name : undefined

/** Converts a row to an object with column names. Omits missing values, as the rows of an export do. */
function rowObject(columns: readonly Json[], row: Json): JsonObject {
  const object: JsonObject = {}
  if (!Array.isArray(row)) return object
  row.slice(0, columns.length).forEach((value, i) => {
    const name = nameOf(columns[i])
    if (name !== undefined && value !== null) object[name] = value
  })
  return object
}

export function takeQueryResult(value: JsonObject, place: Place, walk: Walk): void {
  for (const [t, table] of (value.tables as Json[]).filter(isTable).entries())
    table.rows.forEach((row, i) => {
      walk.value(rowObject(table.columns, row), walk.inside(place, `.tables[${t}].rows[${i}]`))
    })
  failPartialAnswer(value, place, walk)
}
