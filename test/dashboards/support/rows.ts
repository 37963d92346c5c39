// The answer to a panel as rows: the keys of its buckets from the outside in, and its metrics.
import { columnId, type Layer } from '../../../dashboards/lib/layer.ts'
import { isObject, type JsonObject } from '../../../mappings/kernel/json.ts'

/** A number, a text, or several texts of which each is allowed: documents with the same time have no order. */
type Value = number | string | readonly string[] | null

export interface AnswerRow {
  readonly keys: readonly string[]
  readonly values: readonly Value[]
}

/** Checks whether a value shows data: a number above zero, or a text. */
export function saysSomething(value: Value | undefined): boolean {
  return typeof value === 'number' ? value > 0 : value !== null && value !== undefined
}

/** Returns the expected rows. Where several values are allowed, takes the response's value if it is one of them. */
export function settled(expected: readonly AnswerRow[], answer: readonly AnswerRow[]): AnswerRow[] {
  return expected.map(({ keys, values }, row) => ({
    keys,
    values: values.map((value, i) => {
      const found = answer[row]?.values[i]
      return typeof value === 'object' && typeof found === 'string' && value?.includes(found) ? found : value
    }),
  }))
}

export function readRows(layer: Layer, response: JsonObject): AnswerRow[] {
  const hits = member(member(response, 'hits'), 'total').value
  return level(layer, 0, { doc_count: hits ?? null, ...member(response, 'aggregations') })
}

function level(layer: Layer, depth: number, here: JsonObject): AnswerRow[] {
  const bucket = layer.buckets[depth]
  if (bucket === undefined) return [{ keys: [], values: layer.metrics.map((metric) => metricValue(metric, here)) }]
  const { buckets } = member(here, columnId(bucket))
  if (!Array.isArray(buckets)) throw new Error(`no buckets ${columnId(bucket)}`)
  return buckets.filter(isObject).flatMap((each) => {
    const key = String(bucket.kind === 'terms' ? (each.key_as_string ?? each.key) : each.key)
    return level(layer, depth + 1, each).map((row) => ({ ...row, keys: [key, ...row.keys] }))
  })
}

function metricValue(metric: Layer['metrics'][number], here: JsonObject): number | string | null {
  const id = columnId(metric)
  if (metric.of === 'last_value') return lastValue(metric.field, member(member(here, id), id))
  const around = metric.filter === undefined ? here : member(here, id)
  const value = metric.of === 'count' ? around.doc_count : member(around, id).value
  return typeof value === 'number' ? value : null
}

/** Returns the values of the single last document. */
function lastValue(field: string, answer: JsonObject): string | null {
  const { hits } = member(answer, 'hits')
  const last = Array.isArray(hits) ? hits[0] : undefined
  const values = isObject(last) && isObject(last.fields) ? last.fields[field] : undefined
  return Array.isArray(values) ? values.map(String).sort().join(', ') : null
}

function member(object: JsonObject, name: string): JsonObject {
  const value = object[name]
  return isObject(value) ? value : {}
}

/** Reads the documents of a search response: the values of each of these fields as one text. */
export function readEvents(fields: readonly string[], response: JsonObject): { total: number; columns: string[] } {
  const { total, hits } = member(response, 'hits')
  const listed = Array.isArray(hits) ? hits.filter(isObject) : []
  const cell = (hit: JsonObject, field: string) => {
    const values = isObject(hit.fields) ? hit.fields[field] : undefined
    return Array.isArray(values) ? [...new Set(values.map(String))].sort().join(', ') : ''
  }
  return {
    total: Number(isObject(total) ? total.value : Number.NaN),
    columns: listed.map((hit) => fields.map((field) => cell(hit, field)).join(' | ')),
  }
}
