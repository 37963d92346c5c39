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

/** What one row did with a record. */
export type RowResult =
  | { readonly kind: 'wrote'; readonly field: string; readonly value: Json; readonly from?: RowRead }
  /** A lookup that did not have the text; `value` is what its `otherwise` put there, if anything. */
  | { readonly kind: 'otherwise'; readonly field: string; readonly value?: Json; readonly from: RowRead }
  /** The member holds what is no value of the field's type. */
  | { readonly kind: 'refused'; readonly field: string; readonly type: string; readonly from: RowRead }

/** The member that a row read. */
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

/** Of several members the first that holds something; of one its value, whatever it is. */
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
  // Nothing is no mistake.
  return withoutEmpty(from.value) === undefined ? [] : [{ kind: 'refused', field, type, from }]
}

/** Fills the document from the rows. */
export function runRows(rows: Rows, record: Part, element: Part, document: JsonObject): RowResult[] {
  return Object.entries(rows).flatMap(([name, row]) => {
    const results = runRow(name as CommonFieldName, row as Row<CommonFieldName>, record, element)
    for (const { field, ...result } of results)
      if ('value' in result && result.value !== undefined) setPath(document, splitPath(field), result.value)
    return results
  })
}
