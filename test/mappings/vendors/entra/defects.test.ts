// Known defects of other pipelines with Entra's logs. Each test maps a raw record to its document.
import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { getPath } from '../../../../mappings/kernel/path.ts'
import { mapRecord } from './samples.ts'

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

it('an audit record of an unknown activity has the category iam', () => {
  expect(audit({ activityDisplayName: 'Something new' }).event).toMatchObject({ category: ['iam'], type: ['info'] })
})

it.each([
  ['Failure', 'failure', undefined],
  [' SUCCESS ', 'success', undefined],
  ['Succès', 'unknown', 'Succès'],
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

it.each([
  [0, 'success'],
  ['50126', 'failure'],
  ['Success', 'success'],
  ['Échec', 'unknown'],
])('a sign-in has the outcome of its result %j: %s', (resultType, outcome) => {
  expect(signIn({}, { resultType }).event.outcome).toBe(outcome)
})

it.each([
  ['none', 'deviceCodeFlow'],
  ['authenticationTransfer', 'authenticationTransfer'],
])('a device code sign-in with originalTransferMethod %s is mapped to method %s', (originalTransferMethod, method) => {
  const document = signIn({ authenticationProtocol: 'deviceCode', originalTransferMethod })
  expect(signInProperties(document)).toMatchObject({ original_transfer_method: method })
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

it.each([
  ['Guest', 'guest', undefined],
  [' member', 'member', undefined],
  ['', 'member', undefined],
  ['Gast', 'member', ['userType: "gast" is no known type']],
])(
  'a sign-in names a user type that is not readable, because the account could be a guest: %j',
  (userType, kind, problems) => {
    const document = signIn({ userId: 'u1', userPrincipalName: 'mara.voss@northpier.example', userType })
    expect(document.oauth?.account?.kind).toBe(kind)
    expect(document.error?.message).toEqual(problems)
  },
)

it('a sign-in with an object in place of a number becomes a document, at any depth', () => {
  const document = signIn({ status: { errorCode: { value: 0 } }, deviceDetail: { isManaged: 'True' } })
  const properties = JSON.parse(JSON.stringify(signInProperties(document))) as JsonObject
  expect(properties.status).toEqual({ error_code_str: '{"value":0}' })
  expect(properties.device_detail).toEqual({ is_managed: true })
})
