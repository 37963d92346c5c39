// One act in two log sources: the unified audit log and Entra's own logs must describe the act identically.
import { expect, it } from 'vitest'
import type { OauthGroup } from '../../../../mappings/fields/document.ts'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { mapSample as mapUnified } from '../m365/samples.ts'
import { mapRecord, mapSample, readSample, sampleNames } from './samples.ts'

/** Dotted names and values of everything in a group. */
function flat(value: unknown, name = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[name, value]]
  return Object.entries(value).flatMap(([key, member]) => flat(member, name === '' ? key : `${name}.${key}`))
}

function differences(left: OauthGroup | undefined, right: OauthGroup | undefined): string[] {
  const [a, b] = [new Map(flat(left ?? {})), new Map(flat(right ?? {}))]
  const names = [...new Set([...a.keys(), ...b.keys()])].sort()
  return names.filter((name) => JSON.stringify(a.get(name)) !== JSON.stringify(b.get(name)))
}

/** Members that one of the log sources does not contain, by sample. Every other member and every act id is equal. */
const lacking: Readonly<Record<string, readonly string[]>> = {
  // Entra identifies the application that acted only by its service principal.
  'app-role-grant-by-itself': ['actor_app.id'],
}

/**
 * Acts with a sample in both logs, except acts of agents: only Entra's own log marks an application as an agent.
 * Records of Privileged Identity Management are in Entra's own log only.
 */
const audits = sampleNames('auditlogs').filter((name) => {
  const { oauth } = mapSample('auditlogs', name)
  return !/^audit-polled-|-in-pim-/.test(name) && oauth?.action !== undefined && oauth.app?.kind !== 'agent'
})

it.each(audits)('an act in the unified audit log and in the directory audit log has the same facts: %s', (name) => {
  const act = name.slice('audit-'.length)
  const [unified, entra] = [mapUnified(act), mapSample('auditlogs', name)]
  expect(entra.oauth?.act?.id).toBeDefined()
  expect(entra.oauth?.act, 'InterSystemsId and correlationId of the samples differ').toEqual(unified.oauth?.act)
  expect(differences(unified.oauth, entra.oauth)).toEqual(lacking[act] ?? [])
  expect(entra.service).toEqual(unified.service)
  expect(entra.organization?.id).toBe(unified.organization?.id)
})

it('an act polled from Graph, whose record lacks the tenant, is the same as in the unified audit log', () => {
  const { record } = readSample('auditlogs', 'audit-polled-app-role-grant-mail')
  expect(differences(mapUnified('app-role-grant-mail').oauth, mapRecord('auditlogs', record).oauth)).toEqual([])
})

it('another role of the same click is a different act in both audit logs', () => {
  const { record, context } = readSample('auditlogs', 'audit-app-role-grant-critical')
  const text = JSON.stringify(record).replaceAll(
    '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8',
    '00000000-0000-4000-8000-000000000001',
  )
  const other = mapRecord('auditlogs', JSON.parse(text) as JsonObject, context).oauth?.act
  const act = mapSample('auditlogs', 'audit-app-role-grant-critical').oauth?.act
  expect(other?.bundle).toBe(act?.bundle)
  expect(other?.id).not.toBe(act?.id)
})

it('a sign-in is the same act in both logs, and only the sign-in log names the application, its owner and the API', () => {
  const [unified, entra] = [mapUnified('sign-in').oauth, mapSample('signinlogs', 'signin-user-app').oauth]
  expect(entra?.act).toEqual(unified?.act)
  expect(differences(unified, entra)).toEqual(['app.name', 'app.own_tenant', 'app.owner_tenant', 'grant.resource.name'])
})
