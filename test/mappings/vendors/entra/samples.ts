// Samples of Entra and Graph, processed by decoder and mapping without the knowledge files.
import { readFileSync } from 'node:fs'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { compileVendorMapping } from '../../../../mappings/vendors/compile.ts'
import aadgraphactivitylogs from '../../../../mappings/vendors/entra/aadgraphactivitylogs.mapping.ts'
import auditlogs from '../../../../mappings/vendors/entra/auditlogs.mapping.ts'
import graphactivitylogs from '../../../../mappings/vendors/entra/graphactivitylogs.mapping.ts'
import identityProtection from '../../../../mappings/vendors/entra/identity-protection.mapping.ts'
import signinlogs from '../../../../mappings/vendors/entra/signinlogs.mapping.ts'
import { samplesIn } from '../sample-names.ts'

export const compiled = {
  auditlogs: compileVendorMapping(auditlogs),
  identity_protection: compileVendorMapping(identityProtection),
  signinlogs: compileVendorMapping(signinlogs),
  aadgraphactivitylogs: compileVendorMapping(aadgraphactivitylogs),
  graphactivitylogs: compileVendorMapping(graphactivitylogs),
} as const
export type Stream = keyof typeof compiled

const folder = (stream: Stream) => `mappings/vendors/entra/samples/${stream}`
export const sampleNames = (stream: Stream): string[] => samplesIn(folder(stream))

/** The record of a sample and the envelope around it. */
export function readSample(stream: Stream, name: string): { record: JsonObject; context: JsonObject | undefined } {
  const raw = JSON.parse(readFileSync(`${folder(stream)}/${name}.raw.json`, 'utf8')) as JsonObject
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
