import { expect, it } from 'vitest'
import { appIdOfNames, readEntity } from '../../../../../mappings/vendors/microsoft/readers/entity.ts'

const oid = '9c8b7a69-5847-4635-a241-302f1e0d9c8b'
const app = '00000003-0000-0000-c000-000000000000'

it('a service principal is read from its entries in any order', () => {
  const list = [
    { ID: `ServicePrincipal_${oid.toUpperCase()}`, Type: 2 },
    { ID: oid, Type: 2 },
    { ID: 'ServicePrincipal', Type: 2 },
    { ID: 'Microsoft Graph', Type: 1 },
    { ID: app, Type: 2 },
    { ID: `https://graph.microsoft.com/;${app}`, Type: 4 },
  ]
  const entity = { kind: 'ServicePrincipal', objectId: oid, name: 'Microsoft Graph', appId: app }
  expect(readEntity(list)).toEqual(entity)
  expect(readEntity([...list].reverse())).toEqual(entity)
})

it('an all-zero ID is treated as no ID', () => {
  const zeros = '00000000-0000-0000-0000-000000000000'
  expect(
    readEntity([
      { ID: `ServicePrincipal_${zeros}`, Type: 2 },
      { ID: zeros, Type: 2 },
    ]),
  ).toEqual({ kind: 'ServicePrincipal' })
})

it('the application ID is found among the service principal names', () => {
  expect(appIdOfNames(`https://graph.windows.net;${app}/graph.windows.net;${app}`)).toBe(app)
  expect(appIdOfNames('https://x.example')).toBeUndefined()
})
