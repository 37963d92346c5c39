// Samples of Entra and Graph, processed by decoder and mapping without the knowledge files.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { compileVendorMapping } from '../../../../mappings/vendors/compile.ts'
import aadgraphactivitylogs from '../../../../mappings/vendors/entra/aadgraphactivitylogs.mapping.ts'
import auditlogs from '../../../../mappings/vendors/entra/auditlogs.mapping.ts'
import graphactivitylogs from '../../../../mappings/vendors/entra/graphactivitylogs.mapping.ts'
import identityProtection from '../../../../mappings/vendors/entra/identity-protection.mapping.ts'
import signinlogs from '../../../../mappings/vendors/entra/signinlogs.mapping.ts'

export const compiled = {
  auditlogs: compileVendorMapping(auditlogs),
  identity_protection: compileVendorMapping(identityProtection),
  signinlogs: compileVendorMapping(signinlogs),
  aadgraphactivitylogs: compileVendorMapping(aadgraphactivitylogs),
  graphactivitylogs: compileVendorMapping(graphactivitylogs),
} as const
export type Stream = keyof typeof compiled

const folder = (stream: Stream) => `mappings/vendors/entra/samples/${stream}`
const suffix = '.raw.json'

export function sampleNames(stream: Stream): string[] {
  return readdirSync(folder(stream))
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort()
}

/** The record of a sample and the envelope around it. */
export function readSample(stream: Stream, name: string): { record: JsonObject; context: JsonObject | undefined } {
  const raw = JSON.parse(readFileSync(join(folder(stream), `${name}${suffix}`), 'utf8')) as JsonObject
  if (!Array.isArray(raw.records)) return { record: raw, context: undefined }
  const { properties, ...envelope } = raw.records[0] as JsonObject
  return { record: properties as JsonObject, context: envelope }
}

export function mapRecord(stream: Stream, record: JsonObject, context?: JsonObject): EcsDocument {
  return compiled[stream].map(record, record, 0, context)
}

export function mapSample(stream: Stream, name: string): EcsDocument {
  const { record, context } = readSample(stream, name)
  return mapRecord(stream, record, context)
}
