// If a record contains several events, the document of one event keeps the record with only its own event. Otherwise, n
// events would store n² events.
import type { JsonObject } from '../kernel/json.ts'

/** Returns the record with only this element in its list `fanOut`, or the record itself if there is no other. */
export function withElementAlone(record: JsonObject, fanOut: string | undefined, element: JsonObject): JsonObject {
  if (fanOut === undefined || element === record) return record
  const elements = record[fanOut]
  return Array.isArray(elements) && elements.length === 1 ? record : { ...record, [fanOut]: [element] }
}
