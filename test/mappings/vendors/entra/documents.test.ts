// The content of the documents of the Azure datasets, read from samples.
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { unmappedFields } from '../../../../mappings/lib/vendor-catalog.ts'
import { compiled, mapRecord, mapSample, readSample, type Stream, sampleNames } from './samples.ts'

const streams = Object.keys(compiled) as Stream[]

describe.each(streams)('every document of azure.%s', (stream) => {
  it.each(sampleNames(stream))('the catalog contains every field of the sample %s', (name) => {
    const document = mapSample(stream, name)
    expect(unmappedFields(compiled[stream].mapping, document)).toEqual([])
    expect(document).not.toHaveProperty('error.message')
  })

  it('a document contains the members of the envelope that no mapping uses', () => {
    const { record, context } = readSample(stream, sampleNames(stream)[0] as string)
    const { azure } = mapRecord(stream, record, { ...context, others: { newMember: 'x', zones: { a: 1 } } })
    expect(Object.values(azure as JsonObject)).toContainEqual(
      expect.objectContaining({ new_member: 'x', zones: '{"a":1}' }),
    )
  })
})

it('azure.auditlogs derives a refusal from the result reason if no property contains the refusal', () => {
  const { record, context } = readSample('auditlogs', 'audit-consent-blocked-risky')
  const [target] = record.targetResources as [JsonObject]
  const properties = (target.modifiedProperties as JsonObject[]).filter(
    ({ displayName }) => displayName !== 'MethodExecutionResult.' && displayName !== 'ConsentAction.Reason',
  )
  const bare = { ...record, targetResources: [{ ...target, modifiedProperties: properties }] }
  const reason = 'Microsoft.Online.Security.UserConsentBlockedForRiskyAppsException'
  const act = (resultReason: string) => mapRecord('auditlogs', { ...bare, resultReason } as JsonObject, context).oauth
  expect(act(reason)).toMatchObject({ action: 'consent_block', grant: { risky: true, reason } })
  expect(act('Timed out')).toMatchObject({ action: 'consent' })
})

it('azure.auditlogs has numbered fields for at most 20 targets with 50 changes, and lists all targets', () => {
  const { record } = readSample('auditlogs', 'audit-owner-added')
  const changes = Array.from({ length: 60 }, (_, i) => ({ displayName: `P${i}`, newValue: '"x"' }))
  const targets = Array.from({ length: 25 }, () => ({ id: 'a', type: 'Other', modifiedProperties: changes }))
  const document = mapRecord('auditlogs', { ...record, targetResources: targets } as JsonObject)
  const { properties } = (document.azure as JsonObject).auditlogs as {
    properties: Record<string, Record<string, { modified_properties: object }>>
  }
  expect(Object.keys(properties.target_resources ?? {})).toHaveLength(20)
  expect(Object.keys(properties.target_resources?.[19]?.modified_properties ?? {})).toHaveLength(50)
  expect(properties.target_resources_list).toHaveLength(25)
})

it.each([
  [{ Level: 4 }, '4', '4'],
  [{ Level: '4', level: 'Informational' }, '4', 'Informational'],
  [{ level: 'Informational' }, undefined, 'Informational'],
  [{ level: 4 }, undefined, '4'],
])('a document of azure.auditlogs keeps the two levels of %j apart', (levels, own, level) => {
  const { record } = readSample('auditlogs', 'audit-owner-added')
  const document = mapRecord('auditlogs', record, levels)
  const { level: stated } = (document.azure?.auditlogs ?? {}) as { level?: string }
  expect(stated).toBe(own)
  expect(document.log?.level).toBe(level)
})

it('azure.auditlogs reads times that begin with the month', () => {
  const { record } = readSample('auditlogs', 'audit-owner-added')
  const at = (time: string) => mapRecord('auditlogs', { ...record, activityDateTime: null }, { time })['@timestamp']
  expect(at('3/11/2026 9:14:27 PM')).toBe('2026-03-11T21:14:27.000Z')
  expect(at('3/11/2026 12:14:27 AM +02:00')).toBe('2026-03-10T22:14:27.000Z')
  expect(at('3/11/2026 21:14:27')).toBe('2026-03-11T21:14:27.000Z')
  expect(at('yesterday')).toBeUndefined()
})

it('azure.signinlogs names the service after its service principal', () => {
  const { record, context } = readSample('signinlogs', 'signin-app-new-secret')
  const document = mapRecord('signinlogs', { ...record, servicePrincipalName: 'Payroll Bridge (test)' }, context)
  expect(document.service?.name).toBe('Payroll Bridge (test)')
  expect(document.oauth?.app?.name).toBe('Payroll Bridge')
})

it('a member with an unexpected shape is kept as text, or under another name', () => {
  const { record } = readSample('signinlogs', 'signin-user-app')
  const strange = { ...record, riskDetail: { a: 1 }, riskEventTypes: ['x', { b: 2 }], mfaDetail: 'phone' } as JsonObject
  const document = mapRecord('signinlogs', strange)
  const signIn = (document.azure as JsonObject).signinlogs as { properties: JsonObject }
  expect(signIn.properties).toMatchObject({
    risk_detail: '{"a":1}',
    risk_event_types: ['x', '{"b":2}'],
    mfa_detail_raw: 'phone',
  })
  expect(signIn.properties).not.toHaveProperty('mfa_detail')
})

it('agents are applications with a separate kind in sign-ins, snapshots and verdicts', () => {
  expect(mapSample('signinlogs', 'signin-agent').oauth?.app?.kind).toBe('agent')
  const { record, context } = readSample('signinlogs', 'signin-agent')
  const notAgentic = { ...record, agent: { agentType: 'notAgentic' } }
  expect(mapRecord('signinlogs', notAgentic, context).oauth?.app?.kind).toBeUndefined()
  const risky = readSample('identity_protection', 'risk-app-state')
  const agent = { ...risky.record, servicePrincipalType: 'ServiceIdentity' }
  expect(mapRecord('identity_protection', agent, risky.context).oauth?.app?.kind).toBe('agent')
})

it('an agent in the audit log is the application of the act: a blueprint, or an agent that receives a permission', () => {
  for (const name of ['audit-blueprint-credential-added', 'audit-blueprint-redirect-added', 'audit-agent-granted-mail'])
    expect(mapSample('auditlogs', name).oauth?.app?.kind).toBe('agent')
  const { record, context } = readSample('auditlogs', 'audit-blueprint-redirect-added')
  const other = JSON.parse(JSON.stringify(record).replace('agenticApp', 'notAgentic'))
  expect(mapRecord('auditlogs', other, context).oauth?.app?.kind).toBeUndefined()
})
