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

it('a user is read, and the constant for all users is not an ID', () => {
  expect(
    readEntity([
      { ID: 'mara.voss@northpier.example', Type: 5 },
      { ID: '10032002A1B2C3D4', Type: 3 },
      { ID: '18ed3507-a475-4ccb-b669-d66bc9f2a36e', Type: 2 },
      { ID: `User_${oid}`, Type: 2 },
      { ID: oid, Type: 2 },
      { ID: 'User', Type: 2 },
    ]),
  ).toEqual({ kind: 'User', objectId: oid, upn: 'mara.voss@northpier.example', puid: '10032002a1b2c3d4' })
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
