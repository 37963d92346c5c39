import { readFileSync } from 'node:fs'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import type { Json, JsonObject } from '../../../../mappings/kernel/json.ts'
import { compileVendorMapping } from '../../../../mappings/vendors/compile.ts'
import audit from '../../../../mappings/vendors/m365/audit.mapping.ts'
import { samplesIn } from '../sample-names.ts'

const folder = 'mappings/vendors/m365/samples/audit'

const compiled = compileVendorMapping(audit)

export const sampleNames: readonly string[] = samplesIn(folder)

export function rawSample(name: string): JsonObject {
  return JSON.parse(readFileSync(`${folder}/${name}.raw.json`, 'utf8')) as JsonObject
}

export function mapRecord(record: JsonObject): EcsDocument {
  return compiled.map(record, record, 0, undefined)
}

export function mapSample(name: string): EcsDocument {
  return mapRecord(rawSample(name))
}

/** A list as the log writes parameters and properties. */
export const namedValues = (values: Readonly<Record<string, Json>>): JsonObject[] =>
  Object.entries(values).map(([Name, Value]) => ({ Name, Value }))

/** The document of a command of Exchange. */
export function mapCmdlet(
  Operation: string,
  parameters: Readonly<Record<string, Json>>,
  more: JsonObject = {},
): EcsDocument {
  const record = { CreationTime: '2026-03-11T09:14:27', Id: 'r1', RecordType: 1, UserId: 'mara.voss@northpier.example' }
  return mapRecord({ ...record, Operation, Parameters: namedValues(parameters), ...more })
}
