// The error of a document if a part of its record is unreadable. The rest of the document is complete, and the document
// keeps the original record for analysis.
import type { EcsDocument } from '../fields/document.ts'
import type { JsonObject } from '../kernel/json.ts'

export function addProblems(document: EcsDocument, problems: readonly string[], record: JsonObject): void {
  document.error = { ...document.error, message: [...(document.error?.message ?? []), ...problems] }
  // All stages recognize an inventory by its kind: they must not read its state as an event.
  if (document.event.kind !== 'asset') document.event.kind = 'pipeline_error'
  document.event.original ??= JSON.stringify(record)
  document.tags = [...new Set([...(document.tags ?? []), 'preserve_original_event'])]
}
