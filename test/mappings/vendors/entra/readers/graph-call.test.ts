import fc from 'fast-check'
import { expect, it } from 'vitest'
import { snakeCase } from '../../../../../mappings/lib/snake-case.ts'
import { readGraphCall, readLegacyGraphCall } from '../../../../../mappings/vendors/entra/readers/graph-call.ts'

const base = 'https://graph.microsoft.com/v1.0'
const id = '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514'
const voss = 'mara.voss@northpier.example'
const ohara = "o'hara@northpier.example"
const guest = 'ida_far.example#ext#@northpier.example'

it.each([
  ['GET', '/me', 'identity', 'read'],
  ['GET', '/me/messages?$search="invoice"', 'mail', 'list'],
  ['GET', `/copilot/users/${id}/interactionHistory/getAllEnterpriseInteractions`, 'chat', 'list'],
  ['GET', `/groups/${id}/conversations`, 'mail', 'list'],
  ['GET', `/groups/${id}/threads/AAQkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=/posts`, 'mail', 'list'],
  ['GET', `/users/${id}/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=`, 'mail', 'read'],
  ['GET', `/users/mara.voss@northpier.example/mailFolders/inbox/messages`, 'mail', 'list'],
  ['GET', `/users/${id}/mailFolders/inbox/messages/delta?$deltatoken=x`, 'mail', 'sync'],
  ['GET', '/me/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=/$value', 'mail', 'read'],
  ['POST', '/me/sendMail', 'mail', 'send'],
  ['POST', '/me/mailFolders/inbox/messageRules', 'mail', 'write'],
  ['POST', '/deviceManagement/managedDevices/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/wipe', 'admin', 'delete'],
  ['POST', '/deviceManagement/managedDevices/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/syncDevice', 'admin', 'write'],
  ['GET', '/me/messages?%24deltatoken=x', 'mail', 'sync'],
  ['DELETE', '/me/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=', 'mail', 'delete'],
  ['POST', '/drives/b!x/items/01ABCDEFGHIJKLMNOPQRSTUVWXYZ/permanentDelete', 'file', 'delete'],
  ['GET', '/me/drive/root/children', 'file', 'list'],
  ['GET', '/drives/b!x/root/delta', 'file', 'sync'],
  ['GET', '/me/drive/items/01ABCDEFGHIJKLMNOPQRSTUVWXYZ/content', 'file', 'read'],
  ['POST', '/me/drive/items/01ABCDEFGHIJKLMNOPQRSTUVWXYZ/createLink', 'file', 'permission'],
  ['GET', '/me/calendarView', 'calendar', 'list'],
  ['GET', '/me/contacts', 'contacts', 'list'],
  ['POST', '/chats/19:abc@thread.v2/messages', 'chat', 'send'],
  ['GET', '/users?$top=999', 'directory', 'list'],
  ['GET', `/groups/${id}/members`, 'directory', 'list'],
  ['POST', '/oauth2PermissionGrants', 'directory', 'permission'],
  ['POST', `/applications/${id}/addPassword`, 'directory', 'permission'],
  ['POST', `/servicePrincipals/${id}/appRoleAssignments`, 'directory', 'permission'],
  ['GET', `/deviceLocalCredentials/${id}`, 'directory', 'read'],
  ['GET', `/informationProtection/bitlocker/recoveryKeys/${id}`, 'directory', 'read'],
  ['GET', '/directoryRoles', 'admin', 'list'],
  ['GET', '/auditLogs/signIns', 'admin', 'list'],
  ['POST', '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations', 'policy', 'write'],
  ['PATCH', `/identity/conditionalAccess/namedLocations/${id}`, 'policy', 'write'],
  ['POST', '/domains/northpier.example/federationConfiguration', 'policy', 'write'],
  ['POST', `/organization/${id}/certificateBasedAuthConfiguration`, 'policy', 'write'],
  ['PATCH', '/organization', 'admin', 'write'],
  ['POST', `/security/cases/ediscoveryCases/${id}/searches`, 'admin', 'write'],
  [
    'POST',
    `/security/cases/ediscoveryCases/${id}/searches/${id}/microsoft.graph.security.exportResult`,
    'admin',
    'export',
  ],
  ['POST', `/security/cases/ediscoveryCases/${id}/searches/${id}/graph.security.exportResult`, 'admin', 'export'],
  ['POST', '/users/graph.desk@northpier.example/sendMail', 'mail', 'send'],
  ['POST', `/compliance/ediscovery/cases/${id}/reviewSets/${id}/export`, 'admin', 'export'],
  ['POST', '/search/query', 'other', 'list'],
  ['POST', '/security/auditLog/queries', 'admin', 'list'],
  ['POST', '/roleManagement/directory/roleAssignments/query', 'admin', 'list'],
  ['POST', '/directoryObjects/getByIds', 'directory', 'read'],
  ['POST', '/communications/getPresencesByUserId', 'other', 'read'],
  ['POST', `/deviceManagement/deviceManagementScripts/${id}/assign`, 'policy', 'write'],
  ['PATCH', `/devicemanagement/DeviceShellScripts/${id}`, 'policy', 'write'],
  ['POST', `/deviceManagement/managedDevices/${id}/initiateOnDemandProactiveRemediation`, 'policy', 'write'],
  ['POST', `/deviceAppManagement/mobileApps/${id}/assign`, 'policy', 'write'],
  ['GET', '/deviceAppManagement/mobileApps', 'policy', 'list'],
  ['POST', '/deviceManagement/reports/getDeviceNonComplianceReport', 'admin', 'read'],
  ['POST', `/groups/${id}/validateProperties`, 'directory', 'read'],
  ['POST', '/deviceAppManagement/mobileApps/hasPayloadLinks', 'policy', 'read'],
  ['POST', '/deviceAppManagement/mobileApps/validateXml', 'policy', 'read'],
  ['POST', '/roleManagement/directory/estimateAccess', 'admin', 'read'],
  ['POST', '/identity/conditionalAccess/evaluate', 'policy', 'read'],
  ['POST', `/domains/${id}/verify`, 'policy', 'write'],
  ['POST', `/deviceManagement/templates/${id}/createInstance`, 'policy', 'write'],
  ['POST', '/deviceManagement/deviceCompliancePolicies', 'policy', 'write'],
  ['PATCH', `/deviceManagement/deviceEnrollmentConfigurations/${id}`, 'policy', 'write'],
  ['DELETE', `/deviceManagement/reusablePolicySettings/${id}`, 'policy', 'delete'],
  ['POST', '/drives/b!x/items/01ABCDEFGHIJKLMNOPQRSTUVWXYZ/preview', 'file', 'read'],
])('the Microsoft Graph call %s %s has the kind %s and the access %s', (verb, path, kind, access) => {
  expect(readGraphCall(verb, `${base}${path}`)).toMatchObject({ kind, access })
})

it('the name of a Microsoft Graph call contains no IDs', () => {
  expect(readGraphCall('get', `${base}/users/${id}/messages`)).toMatchObject({
    method: 'GET /users/{id}/messages',
    owner: id,
  })
  const methods = '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations'
  expect(readGraphCall('PATCH', `${base}${methods}/${id}`).method).toBe(`PATCH ${methods}/{id}`)
  expect(readGraphCall('GET', `${base}/domains/northpier.example`)).toMatchObject({
    method: 'GET /domains/{id}',
    access: 'read',
  })
  expect(readGraphCall('POST', `${base}/$batch`)).not.toHaveProperty('access')
})

it.each([
  [`/users('${id}')/messages('AAMkAGI2=')`, 'mail', 'DELETE /users/{id}/messages/{id}', id],
  [`/users(%27Mara.Voss%40northpier.example%27)/messages`, 'mail', 'DELETE /users/{id}/messages', voss],
  ["/users('o''hara@northpier.example')/mailFolders('delta')", 'mail', 'DELETE /users/{id}/mailFolders/{id}', ohara],
  ['/users/mara.voss%40northpier.example/messages', 'mail', 'DELETE /users/{id}/messages', voss],
  ['/users/mara.voss%2540northpier.example/messages', 'mail', 'DELETE /users/{id}/messages', voss],
  ['/users/ida_far.example%23EXT%23@northpier.example', 'directory', 'DELETE /users/{id}', guest],
  [`/users/${id}%2Fmess%61ges/AAMkAGI2%2FTG93%3D`, 'mail', 'DELETE /users/{id}/messages/{id}', id],
  [`/applications(appId='${id}')/owners/$ref`, 'directory', 'DELETE /applications/{id}/owners/$ref', undefined],
  [
    `/devices/${id}/microsoft.graph.list(last='7')`,
    'directory',
    'DELETE /devices/{id}/microsoft.graph.list',
    undefined,
  ],
  [
    "/reports/getOffice365ActiveUserCounts(period='D7')",
    'admin',
    'DELETE /reports/getOffice365ActiveUserCounts',
    undefined,
  ],
])(
  'the reader of Graph calls reads keys in parentheses and percent-encoded segments in %s like plain segments',
  (path, kind, method, owner) => {
    const call = readGraphCall('DELETE', `${base}${path}`)
    expect([call.kind, call.method, call.owner]).toEqual([kind, method, owner])
  },
)

it.each([
  ['PUT', '/drives/b!x/root:/Permissions/a.xlsx:/content', 'write', '/drives/{id}/root/{path}/content'],
  ['POST', '/drives/b!x/root:/Plans (old)/a.xlsx:/createLink', 'permission', '/drives/{id}/root/{path}/createLink'],
  ['GET', '/me/drive/root:/delta/CV.docx:/content', 'read', '/me/drive/root/{path}/content'],
  ['GET', '/me/drive/root:/delta/members:/children', 'list', '/me/drive/root/{path}/children'],
  ['DELETE', '/me/drive/root:/grant/a.txt', 'delete', '/me/drive/root/{path}'],
  ['GET', '/me/drive/root::/children', 'list', '/me/drive/root/children'],
  ['PUT', '/drives/b!x/items/root%3A%2Fgrant%2Fa.txt%3A/content', 'write', '/drives/{id}/items/root/{path}/content'],
  ['PUT', `/me/drive/root:/${'a/'.repeat(30)}a:/permissions`, 'permission', '/me/drive/root/{path}/permissions'],
  ['GET', '/sites/far.example:/sites/delta:/lists', 'list', '/sites/{id}/{path}/lists'],
  ['GET', "/sites/far.example/getByPath(path='/delta')/lists", 'list', '/sites/{id}/getByPath/lists'],
])(
  'in the Graph call %s %s, the names of files, folders and sites are not read as segments of the API',
  (verb, path, access, shown) => {
    expect(readGraphCall(verb, `${base}${path}`)).toMatchObject({ kind: 'file', access, method: `${verb} ${shown}` })
  },
)

it.each([
  ['post', `/GROUPS/${id}/Members/$REF`, 'POST /groups/{id}/members/$ref'],
  ['PATCH', '/USERS/mara.voss@northpier.example/MailboxSettings', 'PATCH /users/{id}/mailboxSettings'],
  ['GET', '/serviceprincipals', 'GET /servicePrincipals'],
  ['POST', '/me/drive/items/1/PermanentDelete', 'POST /me/drive/items/{id}/permanentDelete'],
])('the Graph call %s %s has the documented names, whatever the case of its URL', (verb, path, method) => {
  expect(readGraphCall(verb, `${base}${path}`).method).toBe(method)
})

it('a call of Azure AD Graph with a key in parentheses has the account and the collection', () => {
  expect(readLegacyGraphCall('GET', `https://graph.windows.net/northpier.example/users('${id}')/memberOf`)).toEqual({
    kind: 'directory',
    access: 'list',
    method: 'GET /users/{id}/memberOf',
    owner: id,
  })
})

it('any text is read as a Microsoft Graph call quickly and without an exception', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (verb, address) => {
      expect(readGraphCall(verb, address).method).toContain('/')
    }),
  )
  for (const text of ['a%(', "('", 'a:/', '%25'])
    expect(readGraphCall('GET', `${base}/${text.repeat(200_000)}`).method).toMatch(/^GET/)
})

it('names of Graph fields are converted to snake case, as in the fields of Elastic', () => {
  expect(
    ['userPrincipalName', 'ipAddress', 'signInSessionStatus', 'UserPrincipalObjectID', 'C_Idtyp'].map(snakeCase),
  ).toEqual(['user_principal_name', 'ip_address', 'sign_in_session_status', 'user_principal_object_id', 'c_idtyp'])
})

it('readGraphCall reads the owner of a Copilot history from the URL', () => {
  expect(readGraphCall('GET', `/copilot/users/${id}/interactionHistory/getAllEnterpriseInteractions`).owner).toBe(id)
})
