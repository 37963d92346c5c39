// Maps samples and activities with the real mappings.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import { loadContent } from '../../../../mappings/kernel/discover.ts'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import type { CompiledMapping } from '../../../../mappings/lib/compile.ts'
import { compileVendorMapping } from '../../../../mappings/vendors/compile.ts'
import type { VendorMapping } from '../../../../mappings/vendors/mapping.ts'

/** The mapping of every application, by the name of its stream. */
export const mappings: Readonly<Record<string, CompiledMapping>> = Object.fromEntries(
  (await loadContent<VendorMapping>('mappings/vendors/google-workspace', 'mapping'))
    .filter(({ value }) => value.activity !== undefined && value.takes.kind === 'G')
    .map(({ value }) => [value.activity?.stream, compileVendorMapping(value)]),
)

export const samplesFolder = 'mappings/vendors/google-workspace/samples'

export function readSample(stream: string, name: string): JsonObject {
  const folder = stream.replaceAll('_', '-')
  return JSON.parse(readFileSync(join(samplesFolder, folder, `${name}.raw.json`), 'utf8'))
}

/** One document per event of the activity. */
export function mapActivity(activity: JsonObject): EcsDocument[] {
  const particular = Object.values(mappings).filter(({ mapping }) => mapping.takes.when !== undefined)
  const compiled = particular.find((candidate) => candidate.takes(activity)) ?? mappings.activity
  if (compiled === undefined) throw new Error('no mapping takes the activity')
  return (activity.events as JsonObject[]).map((event, i) => compiled.map(activity, event, i, undefined))
}

/** The first document of a sample. */
export function mapSample(stream: string, name: string): EcsDocument {
  return mapActivity(readSample(stream, name))[0] as EcsDocument
}

export function activity(stream: string, name: string, parameters: unknown, more: JsonObject = {}): JsonObject {
  return {
    kind: 'admin#reports#activity',
    id: {
      time: '2026-05-04T06:00:00.000Z',
      uniqueQualifier: '42',
      applicationName: mappings[stream]?.mapping.takes.when?.['id.applicationName']?.[0] ?? stream,
      customerId: 'C02exmpl9',
    },
    actor: { callerType: 'USER', email: 'Noor.Baker@northpier.example', profileId: '100000000000000000017' },
    events: [{ type: 'x', name, parameters: parameters as JsonObject[] }],
    ...more,
  }
}

export function mapEvent(stream: string, name: string, parameters: unknown, more?: JsonObject): EcsDocument {
  return mapActivity(activity(stream, name, parameters, more))[0] as EcsDocument
}
