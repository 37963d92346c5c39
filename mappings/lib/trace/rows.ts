// Runs the rows of a table one by one, with the same converters as the compiled mapping, and returns the result of
// each.
import { type CommonFieldName, commonFields } from '../../fields/document.ts'
import type { Field } from '../../fields/field.ts'
import type { Json, JsonObject } from '../../kernel/json.ts'
import { setPath, splitPath } from '../../kernel/path.ts'
import { withoutEmpty } from '../clean.ts'
import { converterFor, toList, toText } from '../convert.ts'
import { compileLookup } from '../lookup.ts'
import type { Row, Rows, Source } from '../mapping.ts'

export type RowResult =
  | { readonly kind: 'wrote'; readonly field: string; readonly value: Json; readonly from?: RowRead }
  /** The lookup did not contain the text. `value` is the value of its `otherwise`, if any. */
  | { readonly kind: 'otherwise'; readonly field: string; readonly value?: Json; readonly from: RowRead }
  /** The value of the member does not have the type of the field. */
  | { readonly kind: 'refused'; readonly field: string; readonly type: string; readonly from: RowRead }

interface RowRead {
  readonly path: string
  readonly value: Json
}

interface Part {
  readonly value: JsonObject
  /** Path of the part inside the record; empty for the record itself. */
  readonly path: string
}

function valueAt(value: JsonObject, path: string): Json | undefined {
  let here: unknown = value
  for (const segment of splitPath(path)) here = (here as JsonObject | null | undefined)?.[segment]
  return here as Json | undefined
}

/** Returns the first value that is not empty. For the last path, an empty text also counts. */
function read(part: Part, source: Source): RowRead | undefined {
  const paths = typeof source === 'string' ? [source] : source
  for (const [index, path] of paths.entries()) {
    const value = valueAt(part.value, path)
    const holds = value !== undefined && value !== null
    if (holds && (value !== '' || index === paths.length - 1))
      return { path: part.path === '' ? path : `${part.path}.${path}`, value }
  }
  return undefined
}

function lookUp(
  row: Extract<Row<CommonFieldName>, { lookup: unknown }>,
  field: CommonFieldName,
  from: RowRead,
): RowResult[] {
  const text = row.fold ? toText(from.value)?.toLowerCase() : toText(from.value)
  if (text === undefined) {
    const isNothing = typeof from.value !== 'object' || withoutEmpty(from.value) === undefined
    return isNothing ? [] : [{ kind: 'refused', field, type: commonFields[field].type, from }]
  }
  const found = compileLookup(row.lookup as Readonly<Record<string, Json>>).get(text)
  if (found !== undefined) return [{ kind: 'wrote', field, value: structuredClone(found), from }]
  const otherwise = row.otherwise === 'absent' ? undefined : (structuredClone(row.otherwise) as Json)
  return [{ kind: 'otherwise', field, from, ...(otherwise !== undefined && { value: otherwise }) }]
}

function runRow(field: CommonFieldName, row: Row<CommonFieldName>, record: Part, element: Part): RowResult[] {
  if ('value' in row) return [{ kind: 'wrote', field, value: structuredClone(row.value) as Json }]
  const from = 'from' in row ? read(record, row.from) : read(element, row.fromElement)
  if (from === undefined) return []
  if ('lookup' in row) return lookUp(row, field, from)
  const { type, list }: Field = commonFields[field]
  const convert = converterFor(type)
  const value = list ? toList(from.value, convert) : convert(from.value)
  if (value !== undefined) return [{ kind: 'wrote', field, value, from }]
  // An empty value is not an error.
  return withoutEmpty(from.value) === undefined ? [] : [{ kind: 'refused', field, type, from }]
}

export function runRows(rows: Rows, record: Part, element: Part, document: JsonObject): RowResult[] {
  return Object.entries(rows).flatMap(([name, row]) => {
    const results = runRow(name as CommonFieldName, row as Row<CommonFieldName>, record, element)
    for (const { field, ...result } of results)
      if ('value' in result && result.value !== undefined) setPath(document, splitPath(field), result.value)
    return results
  })
}
