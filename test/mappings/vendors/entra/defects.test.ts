// What is known to go wrong elsewhere with Entra's logs. Each test takes a raw record to its document.
import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { getPath } from '../../../../mappings/kernel/path.ts'
import { checkDocument } from '../../../../mappings/lib/check-document.ts'
import { mapRecord, mapSample, sampleNames } from './samples.ts'

const tenantId = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'
const time = '2026-03-11T09:14:27.4710000Z'

const audit = (properties: JsonObject): EcsDocument =>
  mapRecord('auditlogs', { activityDateTime: time, ...properties }, { time, category: 'AuditLogs', tenantId })

const auditProperties = (document: EcsDocument): JsonObject =>
  getPath(document, ['azure', 'auditlogs', 'properties']) as JsonObject

const signInProperties = (document: EcsDocument): JsonObject =>
  getPath(document, ['azure', 'signinlogs', 'properties']) as JsonObject

const signIn = (properties: JsonObject, envelope: JsonObject = {}): EcsDocument =>
  mapRecord(
    'signinlogs',
    { id: 'r1', createdDateTime: time, appId: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', ...properties },
    { time, category: 'SignInLogs', tenantId, ...envelope },
  )

it.each(sampleNames('auditlogs'))('an audit record has a category and a type, so rules on iam match it: %s', (name) => {
  const document = mapSample('auditlogs', name)
  expect(document.event.category?.length).toBeGreaterThan(0)
  expect(checkDocument(document, 'azure').filter(({ code }) => code === 'M003')).toEqual([])
})

it('an audit record of an unknown activity is still iam', () => {
  expect(audit({ activityDisplayName: 'Something new' }).event).toMatchObject({ category: ['iam'], type: ['info'] })
})

it.each([
  ['Failure', 'failure', undefined],
  ['timeout', 'unknown', 'timeout'],
  ['', undefined, undefined],
])(
  'an audit record has the outcome of its result %j, and keeps a result without an outcome',
  (result, outcome, kept) => {
    const document = audit({ activityDisplayName: 'Add user', result })
    expect(document.event.outcome).toBe(outcome)
    expect(JSON.parse(JSON.stringify(auditProperties(document))).result).toBe(kept)
  },
)

it('a sign-in by device code has the transfer method that its record forgets', () => {
  const document = signIn({ authenticationProtocol: 'deviceCode', originalTransferMethod: 'none' })
  expect(signInProperties(document)).toMatchObject({
    authentication_protocol: 'deviceCode',
    original_transfer_method: 'deviceCodeFlow',
  })
})

it('a sign-in keeps a transfer method that its record states', () => {
  const document = signIn({ authenticationProtocol: 'deviceCode', originalTransferMethod: 'authenticationTransfer' })
  expect(signInProperties(document)).toMatchObject({ original_transfer_method: 'authenticationTransfer' })
})

it('a sign-in has its place and its network in source, country included', () => {
  const location = {
    city: 'Delft',
    state: 'Zuid-Holland',
    countryOrRegion: 'NL',
    geoCoordinates: { latitude: 52, longitude: 4.3 },
  }
  const document = signIn({ ipAddress: '203.0.113.77', autonomousSystemNumber: 64500, location }, { location: 'NL' })
  expect(document.source).toMatchObject({
    ip: '203.0.113.77',
    as: { number: 64500 },
    geo: { city_name: 'Delft', region_name: 'Zuid-Holland', country_iso_code: 'NL', location: { lat: 52, lon: 4.3 } },
  })
})

it('the time of a sign-in is its creation time, not the time of its log entry', () => {
  const document = signIn({ createdDateTime: '2026-03-11T09:10:00Z' }, { time: '2026-03-11T09:28:00Z' })
  expect(document['@timestamp']).toBe('2026-03-11T09:10:00.000Z')
})

it.each([
  ['status', { status: 'failed' }],
  ['device_detail', { deviceDetail: 'Windows' }],
  ['mfa_detail', { mfaDetail: ['text'] }],
])('a sign-in with a text in place of %s still becomes a document', (name, properties) => {
  const document = signIn(properties)
  const shaped = signInProperties(document)
  expect(shaped[name]).toBeUndefined()
  expect(document.event.action).toBe('Sign-in activity')
})

it('a sign-in does not lose its document for an object in place of a number, at any depth', () => {
  const document = signIn({ status: { errorCode: { value: 0 } }, deviceDetail: { isManaged: 'True' } })
  const properties = JSON.parse(JSON.stringify(signInProperties(document))) as JsonObject
  expect(properties.status).toEqual({ error_code_str: '{"value":0}' })
  expect(properties.device_detail).toEqual({ is_managed: true })
})
