// What a document of one event keeps of a record with several: all of it, but of the events its own alone. With the others,
// n events would keep n² of them.
import type { JsonObject } from '../kernel/json.ts'

/** The record with this element alone in its list `fanOut`; the record itself where there is no other. */
export function withElementAlone(record: JsonObject, fanOut: string | undefined, element: JsonObject): JsonObject {
  if (fanOut === undefined || element === record) return record
  const elements = record[fanOut]
  return Array.isArray(elements) && elements.length === 1 ? record : { ...record, [fanOut]: [element] }
}
