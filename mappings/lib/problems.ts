// The error of a document with an unreadable part of its record: the rest of the document is complete, and the original
// record is kept with it for the analysis.
import type { EcsDocument } from '../fields/document.ts'
import type { JsonObject } from '../kernel/json.ts'

/** Names what could not be read, and keeps the record whole. */
export function addProblems(document: EcsDocument, problems: readonly string[], record: JsonObject): void {
  document.error = { ...document.error, message: [...(document.error?.message ?? []), ...problems] }
  document.event.kind = 'pipeline_error'
  document.event.original ??= JSON.stringify(record)
  document.tags = [...new Set([...(document.tags ?? []), 'preserve_original_event'])]
}
