import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseConsentPermissions } from '../../../../../mappings/vendors/microsoft/readers/consent-permissions.ts'

const client = '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a'
const principal = '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514'
const graph = '9c8b7a69-5847-4635-a241-302f1e0d9c8b'
const exchange = '3e2d1c0b-4a59-4687-b9a8-c7d6e5f40312'
const zeros = '00000000-0000-0000-0000-000000000000'
const tenantWideId = 'cI-eTVtsOUqCgX5vXUw7Kml6i5xHWDVGokEwLx4NnIs'
const principalId = 'cI-eTVtsOUqCgX5vXUw7Kml6i5xHWDVGokEwLx4NnItuL3wL1FEZTIoOk_LWp-UU'

const forAll = (resource: string, scope: string) =>
  `[Id: ${tenantWideId}, ClientId: ${client}, PrincipalId: , ResourceId: ${resource}, ConsentType: AllPrincipals, Scope: ${scope}]`
const forOne = (scope: string, tail = '') =>
  `[Id: ${principalId}, ClientId: ${client}, PrincipalId: ${principal}, ResourceId: ${graph}, ConsentType: Principal, Scope: ${scope}${tail}]`

const grantForAll = (resource: string, ...scopes: string[]) => ({
  id: tenantWideId,
  client,
  resource,
  breadth: 'tenant',
  scopes,
})
const grantForOne = (...scopes: string[]) => ({
  id: principalId,
  client,
  principal,
  resource: graph,
  breadth: 'user',
  scopes,
})

it('the text of a consent: a new service principal has no client yet', () => {
  const text = `[] => [[Id: AAAAAAAAAAAAAAAAAAAAAGl6i5xHWDVGokEwLx4NnItuL3wL1FEZTIoOk_LWp-UU, ClientId: ${zeros}, PrincipalId: ${principal}, ResourceId: ${graph}, ConsentType: Principal, Scope: Mail.Read]]; `
  const [grant] = parseConsentPermissions(text).after
  expect(grant).not.toHaveProperty('client')
  expect(grant).toMatchObject({ principal, resource: graph, scopes: ['Mail.Read'] })
})

const own = forOne('User.Read')
const ownGrant = grantForOne('User.Read')
it.each([
  ['no grants', '[] => []; ', [], []],
  ['the same grant on both sides', `[${own}] => [${own}]; `, [ownGrant], [ownGrant]],
  ['no final separator', `[] => [${own}]`, [], [ownGrant]],
  [
    'two resources of a tenant-wide consent',
    `[] => [${forAll(graph, 'User.Read')}, ${forAll(exchange, 'EWS.AccessAsUser.All')}]; `,
    [],
    [grantForAll(graph, 'User.Read'), grantForAll(exchange, 'EWS.AccessAsUser.All')],
  ],
  [
    'a last field without a colon, as in 2026',
    `[] => [${forOne(' User.Read', ', CreatedDateTime: , LastModifiedDateTime ')}]; `,
    [],
    [ownGrant],
  ],
  ['an unknown field', `[] => [${forOne('User.Read', ', ExpiryTime: 2027')}]; `, [], [ownGrant]],
  [
    'several pairs',
    `[] => [${own}]; [${forAll(graph, 'A')}] => [${forAll(graph, 'A B')}]; `,
    [grantForAll(graph, 'A')],
    [ownGrant, grantForAll(graph, 'A', 'B')],
  ],
])('the text of a consent with %s is read', (_, text, before, after) => {
  expect(parseConsentPermissions(text)).toEqual({ before, after, truncated: false })
})

it('the text of a consent: IDs without a field come from the grant ID', () => {
  const [grant] = parseConsentPermissions(
    `[] => [[Id: ${principalId}, ConsentType: Principal, Scope: Mail.Read]]; `,
  ).after
  expect(grant).toMatchObject({ client, principal, resource: graph })
})

it.each([
  `[] => [${forOne('User.Read Mail.Re').slice(0, -1)}`,
  `[] => [${forOne('User.Read')}`,
  `[${forOne('User.Read')}]`,
])('the text of a consent: a truncated text is read as far as possible and marked: %s', (text) => {
  const { before, after, truncated } = parseConsentPermissions(text)
  expect(truncated).toBe(true)
  expect([...before, ...after][0]?.scopes[0]).toBe('User.Read')
})

it('the text of a consent: no text causes an exception', () => {
  const pieces = fc.constantFrom('[', ']', ' => ', '; ', ', ', 'Id: ', 'Scope: ', 'ClientId', ':', 'x', ' ')
  fc.assert(fc.property(fc.array(pieces), (parts) => void parseConsentPermissions(parts.join(''))))
})

// An algorithm with quadratic time takes minutes.
it.each(['[', '[Id: ', ', Id: ', ', Scope: ', ' => ', '[]', ', LastModifiedDateTime   ', ' '])(
  'the text of a consent: a hostile text of a million characters is read: %j',
  { timeout: 60_000 },
  (piece) => {
    parseConsentPermissions(`[Id: ${piece.repeat(1_000_000 / piece.length)}`)
  },
)
