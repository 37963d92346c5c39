import { expect, it } from 'vitest'
import type { OauthGroup } from '../../../mappings/fields/document.ts'
import { nameScopes, parseScope } from '../../../pipeline/enrich/scope-names.ts'

const graph = '00000003-0000-0000-c000-000000000000'
const exchange = '00000002-0000-0ff1-ce00-000000000000'
const mailReadWrite = 'e2a3a72e-5f79-4c64-b1b1-878b674786c9'
const calendars = 'ef54d2bf-783f-4e0f-bca1-3210c0444d99'
const userRead = 'e1fe6dd8-ba31-4d61-89e7-88639da4683d'
const nobody = '11111111-1111-4111-8111-111111111111'

type Grant = NonNullable<OauthGroup['grant']>
function named(grant: Grant): Grant {
  nameScopes(grant)
  return grant
}

it('a permission ID is replaced by its name in its API', () => {
  const grant = (id: string) => named({ kind: 'application', resource: { id: [id] }, scopes: [calendars] })
  expect(grant(graph).scopes).toEqual(['Calendars.ReadWrite'])
  expect(grant(exchange).scopes).toEqual(['Calendars.ReadWrite.All'])
})

it('permission IDs of both kinds in one list are replaced by their names, as in a registration', () => {
  const list = [`${graph}:${mailReadWrite}`, `${graph}:${userRead}`]
  expect(named({ kind: 'application', scopes_qualified: list, scopes_added: list })).toMatchObject({
    scopes_qualified: [`${graph}:Mail.ReadWrite`, `${graph}:User.Read`],
    scopes_added: ['Mail.ReadWrite', 'User.Read'],
  })
})

it('an unknown permission ID remains an ID', () => {
  const list = [`${graph}:${nobody}`]
  expect(named({ scopes_qualified: list, scopes_added: list })).toEqual({
    scopes_qualified: list,
    scopes_added: [nobody],
  })
})

it('a permission name remains unchanged', () => {
  const grant: Grant = { scopes: ['Mail.Read'], scopes_qualified: [`${graph}:Mail.Read`] }
  expect(named({ ...grant })).toEqual(grant)
})

it.each([
  ['https://mail.google.com/', { name: 'https://mail.google.com/' }],
  [`${graph}:Mail.Read`, { name: 'Mail.Read', resourceAppId: graph }],
  ['urn:x:y', { name: 'urn:x:y' }],
])('the colon in %s parts an API from its permission only after an app id', (text, scope) => {
  expect(parseScope(text)).toEqual(scope)
})
