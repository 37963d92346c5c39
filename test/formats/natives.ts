import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { loadSamples } from '../../pipeline/content-check/samples.ts'
import type { NativeKind } from '../../pipeline/outcome.ts'
import type { Native } from './form.ts'

function kindOf(record: JsonObject): NativeKind {
  if ('RecordType' in record) return 'U'
  if ('activityDisplayName' in record) return 'A'
  if ('riskState' in record && !('createdDateTime' in record)) return 'R'
  if ('httpStatusCode' in record) return 'N'
  if ('requestUri' in record) return 'M'
  if ('alertId' in record) return 'C'
  if ('protoPayload' in record) return 'L'
  if ('event_info' in record || 'record_type' in record) return 'B'
  if ('snapshotTime' in record) return 'kind' in record ? 'D' : 'I'
  return isObject(record.id) ? 'G' : 'S'
}

function goldenDocuments(file: string): JsonObject[] {
  const golden = JSON.parse(readFileSync(join(packageRoot, file), 'utf8')) as
    | { document: JsonObject }
    | { document: JsonObject }[]
  return [golden].flat().map(({ document }) => document)
}

/** Loads the native records. Samples are plain records, or Azure Monitor batches of one record. */
export function loadNatives(): Native[] {
  return loadSamples().map(({ ref, text, goldenFile }) => {
    const value = JSON.parse(text) as JsonObject
    const envelope = Array.isArray(value.records) ? (value.records[0] as JsonObject) : undefined
    const record = envelope === undefined ? value : (envelope.properties as JsonObject)
    const documents = goldenDocuments(goldenFile)
    const native = { ref, kind: kindOf(record), record, text: JSON.stringify(envelope ?? value), documents }
    return envelope === undefined ? native : { ...native, envelope }
  })
}
