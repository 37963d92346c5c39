// Samples and activities through the real mappings.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { type CompiledMapping, compileMapping } from '../../../../mappings/lib/compile.ts'
import admin from '../../../../mappings/sources/google-workspace/admin.mapping.ts'
import drive from '../../../../mappings/sources/google-workspace/drive.mapping.ts'
import groups from '../../../../mappings/sources/google-workspace/groups.mapping.ts'
import login from '../../../../mappings/sources/google-workspace/login.mapping.ts'
import saml from '../../../../mappings/sources/google-workspace/saml.mapping.ts'
import token from '../../../../mappings/sources/google-workspace/token.mapping.ts'
import userAccounts from '../../../../mappings/sources/google-workspace/user-accounts.mapping.ts'

export const mappings: Readonly<Record<string, CompiledMapping>> = {
  admin: compileMapping(admin),
  drive: compileMapping(drive),
  groups: compileMapping(groups),
  login: compileMapping(login),
  saml: compileMapping(saml),
  token: compileMapping(token),
  user_accounts: compileMapping(userAccounts),
}

export const samplesFolder = 'mappings/sources/google-workspace'

export function readSample(stream: string, name: string): JsonObject {
  return JSON.parse(readFileSync(join(samplesFolder, `${stream}.samples`, `${name}.raw.json`), 'utf8'))
}

/** One document per event of the activity. */
export function mapActivity(activity: JsonObject): EcsDocument[] {
  const compiled = Object.values(mappings).find((candidate) => candidate.takes(activity))
  if (compiled === undefined) throw new Error('no mapping takes the activity')
  return (activity.events as JsonObject[]).map((event, i) => compiled.map(activity, event, i, undefined))
}

/** The first document of a sample. */
export function mapSample(stream: string, name: string): EcsDocument {
  return mapActivity(readSample(stream, name))[0] as EcsDocument
}

/** An activity of one event. */
export function activity(stream: string, name: string, parameters: unknown, more: JsonObject = {}): JsonObject {
  return {
    kind: 'admin#reports#activity',
    id: { time: '2026-05-04T06:00:00.000Z', uniqueQualifier: '42', applicationName: stream, customerId: 'C02exmpl9' },
    actor: { callerType: 'USER', email: 'Noor.Baker@northpier.example', profileId: '100000000000000000017' },
    events: [{ type: 'x', name, parameters: parameters as JsonObject[] }],
    ...more,
  }
}

/** The document of an activity of one event. */
export function mapEvent(stream: string, name: string, parameters: unknown, more?: JsonObject): EcsDocument {
  return mapActivity(activity(stream, name, parameters, more))[0] as EcsDocument
}
