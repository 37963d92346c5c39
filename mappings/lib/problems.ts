// What a document says when something in its record could not be read: the rest of it stands, and the record as it came
// is kept, so that nobody has to find it again to see what was wrong.
import type { EcsDocument } from '../fields/document.ts'
import type { JsonObject } from '../kernel/json.ts'

/** Names what could not be read, and keeps the record whole. */
export function addProblems(document: EcsDocument, problems: readonly string[], record: JsonObject): void {
  document.error = { ...document.error, message: [...problems] }
  document.event.kind = 'pipeline_error'
  document.event.original = JSON.stringify(record)
  document.tags = [...(document.tags ?? []), 'preserve_original_event']
}
