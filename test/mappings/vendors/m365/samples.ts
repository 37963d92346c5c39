import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { compileVendorMapping } from '../../../../mappings/vendors/compile.ts'
import audit from '../../../../mappings/vendors/m365/audit.mapping.ts'

const folder = new URL('../../../../mappings/vendors/m365/samples/audit/', import.meta.url)
const suffix = '.raw.json'

const compiled = compileVendorMapping(audit)

export const sampleNames: readonly string[] = readdirSync(fileURLToPath(folder))
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length))
  .sort()

export function rawSample(name: string): JsonObject {
  return JSON.parse(readFileSync(new URL(`${name}${suffix}`, folder), 'utf8')) as JsonObject
}

export function mapRecord(record: JsonObject): EcsDocument {
  return compiled.map(record, record, 0, undefined)
}

export function mapSample(name: string): EcsDocument {
  return mapRecord(rawSample(name))
}
