import { expect, it } from 'vitest'
import { decode } from '../../../pipeline/decode/decode.ts'
import type { Decoded, Delivery } from '../../../pipeline/outcome.ts'
import { servicePrincipal } from '../../support/native-samples.ts'

const taken = '2026-04-20T05:00:00Z'

function objects(value: unknown, delivery: Partial<Delivery> = {}): Decoded[] {
  return decode({ delivery: { source: 't', offset: '0', ...delivery }, text: JSON.stringify(value) }).flatMap((one) =>
    one.ok ? one : [],
  )
}

const typeOf = (value: unknown) => objects(value)[0]?.record['@odata.type']

it.each<[string, object]>([
  ['servicePrincipal', servicePrincipal],
  ['servicePrincipal', { id: 'x', appId: 'y', appOwnerOrganizationId: 'z' }],
  ['application', { id: 'x', appId: 'y', identifierUris: [], publisherDomain: 'northpier.example' }],
  ['oAuth2PermissionGrant', { clientId: 'x', consentType: 'AllPrincipals', resourceId: 'y', scope: 'openid' }],
  ['appRoleAssignment', { appRoleId: 'x', principalId: 'y', principalType: 'ServicePrincipal', resourceId: 'z' }],
  ['user', { id: 'x', userPrincipalName: 'mara.voss@northpier.example', accountEnabled: true }],
  ['user', { id: 'x', userPrincipalName: 'mara.voss@northpier.example', givenName: 'Mara', surname: null }],
])('the members of a Microsoft Graph object identify it as a %s', (type, value) => {
  expect(typeOf(value)).toBe(`#microsoft.graph.${type}`)
})

it.each<[string, object]>([
  [
    'a risky user',
    { id: 'x', userPrincipalName: 'mara.voss@northpier.example', riskLevel: 'high', riskState: 'atRisk' },
  ],
  ['any client id', { id: 'x', appId: 'y' }],
  ['another kind of Google', { kind: 'admin#directory#group', id: 'x', primaryEmail: 'all@northpier.example' }],
])('no directory object is read from %s', (_, value) => {
  expect(objects(value)).toEqual([])
})

it('the time of a directory object comes from the object, else its page, else Kafka, else the file', () => {
  const times = (value: object, delivery: Partial<Delivery> = {}) =>
    objects(value, delivery).map(({ record }) => record.snapshotTime)
  const [receivedAt, writtenAt] = ['2026-04-21T00:00:00.000Z', '2026-04-22T00:00:00.000Z']
  const page = { '@odata.context': 'x', value: [servicePrincipal] }
  expect(times({ ...servicePrincipal, snapshotTime: taken }, { receivedAt })).toEqual([taken])
  expect(times({ ...page, snapshotTime: taken }, { receivedAt })).toEqual([taken])
  expect(times(page, { receivedAt, writtenAt })).toEqual([receivedAt])
  expect(times(page, { writtenAt })).toEqual([writtenAt])
  expect(times(page)).toEqual([undefined])
})

it('a directory object can be a row of GAM, which names the holder by address', () => {
  const row = { user: 'lena.ostrow@northpier.example', clientId: 'x', displayText: 'y', scopes: 'a b' }
  expect(objects(row)).toMatchObject([{ kind: 'D', record: { ...row, kind: 'admin#directory#token' } }])
})
