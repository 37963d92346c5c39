// Facts about applications and grants that no sample covers. The golden files cover the facts of each operation.
import { expect, it } from 'vitest'
import { mapRecord, mapSample, rawSample } from './samples.ts'

const graph = '00000003-0000-0000-c000-000000000000'
const mara = { id: '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514', name: 'mara.voss@northpier.example', kind: 'member' }
const invoice = {
  id: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
  name: 'Invoice Sync Helper',
  object_id: '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a',
}
const payroll = { id: '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34', name: 'Payroll Bridge' }

const oauthOf = (name: string) => {
  const oauth = mapSample(name).oauth
  if (oauth === undefined) throw new Error(`${name} has no oauth group`)
  return oauth
}

it('consent with truncated permissions is read as far as possible and tagged', () => {
  const text = JSON.stringify(rawSample('consent-user-mail')).replace(
    ' Mail.Send offline_access openid profile]]; ',
    '',
  )
  const document = mapRecord(JSON.parse(text))
  expect(document.tags).toEqual(['truncated'])
  expect(document.oauth?.grant?.scopes).toEqual(['Mail.ReadWrite'])
  expect(mapSample('consent-user-mail').tags).toBeUndefined()
})

it('a consent for another account is not marked as consent for the actor', () => {
  const text = JSON.stringify(rawSample('consent-user-mail'))
  const other = '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26'
  const record = JSON.parse(text.replace(`PrincipalId: ${mara.id}`, `PrincipalId: ${other}`))
  expect(mapRecord(record).oauth).toMatchObject({
    grant: { self: false, principal: { id: other } },
    account: { id: other },
  })
})

it('a grant with its operation name from before 2020 is read without properties', () => {
  const record = {
    ...rawSample('delegated-grant-added'),
    Operation: 'Add OAuth2PermissionGrant.',
    ModifiedProperties: [],
  }
  expect(mapRecord(record).oauth).toMatchObject({ action: 'delegated_grant', grant: { resource: { id: [graph] } } })
})

it('a grant in records of 2020 without the name of the role is still a grant', () => {
  const record = rawSample('app-role-grant-mail')
  const kept = (record.ModifiedProperties as { Name: string }[]).filter(({ Name }) => !Name.startsWith('AppRole'))
  const oauth = mapRecord({ ...record, ModifiedProperties: kept as never }).oauth
  expect(oauth).toMatchObject({ action: 'app_role_grant', app: payroll })
  expect(oauth?.grant).not.toHaveProperty('scopes')
})

it('an application with several changes has the most severe change as its action, and the others in the groups', () => {
  const names = ['application-redirect-added', 'application-made-multitenant', 'federated-credential-added']
  const changes = names.flatMap((name) => rawSample(name).ModifiedProperties as never[])
  const oauth = mapRecord({ ...rawSample('application-updated-empty'), ModifiedProperties: changes }).oauth
  expect(oauth).toMatchObject({
    action: 'credential_add',
    credential: { kind: 'federated' },
    redirect: { kind: ['https', 'shared_hosting'] },
    policy: { setting: 'AvailableToOtherTenants' },
  })
})

it('a federated credential with the same ID and a different subject counts as added', () => {
  const record = rawSample('federated-credential-added')
  const [change] = record.ModifiedProperties as [{ NewValue: string }]
  const old = { ...change, OldValue: change.NewValue.replace('northpier-tools', 'mossfen-labs') }
  const oauthAfter = (OldValue: string) => mapRecord({ ...record, ModifiedProperties: [{ ...old, OldValue }] }).oauth
  expect(oauthAfter(old.OldValue)).toMatchObject({ action: 'credential_add', credential: { added: 1, total: 1 } })
  expect(oauthAfter(change.NewValue)?.action).not.toBe('credential_add')
})

it('a credential is recognized even if its name contains list separators', () => {
  const text = JSON.stringify(rawSample('credential-secret-added')).replaceAll('=backup', '=back\\"up')
  expect(mapRecord(JSON.parse(text)).oauth).toMatchObject({
    action: 'credential_add',
    credential: { kind: 'secret', name: 'back"up', added: 1, total: 2 },
  })
})

it('the client in the access context has precedence over the client of the record', () => {
  const record = { ...rawSample('mail-items-accessed-bind'), ClientAppId: '11111111-2222-4333-8444-555555555555' }
  expect(mapRecord(record).oauth?.app?.id).toBe(invoice.id)
})

it('mail access without an application is not a use of an application', () => {
  const { AppAccessContext, ClientAppId, ...record } = rawSample('mail-items-accessed-bind')
  expect([AppAccessContext, ClientAppId]).not.toContain(undefined)
  expect(mapRecord(record).oauth).toBeUndefined()
})

it('a page is a use of SharePoint, without items, only if it registers add-ins', () => {
  const { ApplicationId: _, ...record } = rawSample('page-viewed')
  const oauthAt = (page: string) =>
    mapRecord({
      ...record,
      Operation: 'PageViewed',
      ObjectId: `https://northpier.sharepoint.example/_layouts/15/${page}`,
    }).oauth
  expect(oauthAt('Doc.aspx?id=7')).toBeUndefined()
  const { activity } = oauthAt('AppInv.aspx?IsDlg=1') ?? {}
  expect(activity).toMatchObject({ kind: 'file', method: 'appinv.aspx' })
  expect(activity).not.toHaveProperty('items')
})

it('a role for a person is not a grant to an application', () => {
  const record = { ...rawSample('exchange-role-granted-to-application'), Parameters: [{ Name: 'User', Value: 'jo' }] }
  expect(mapRecord(record).oauth).toBeUndefined()
})

it.each([
  ['acts', ['app-role-grant-critical', 'app-role-grant-mail', 'app-role-grant-low']],
  ['records', ['consent-user-mail', 'delegated-grant-added', 'service-principal-added', 'user-assigned']],
])('several %s from one click have different act IDs and the same bundle', (_, names) => {
  const acts = names.map((name) => oauthOf(name).act)
  expect(new Set(acts.map((act) => act?.id)).size).toBe(names.length)
  expect(new Set(acts.map((act) => act?.bundle)).size).toBe(1)
})

it('an act ID does not depend on the record ID if the correlation ID is known', () => {
  const record = { ...rawSample('consent-user-mail'), Id: 'another' }
  expect(mapRecord(record).oauth?.act?.id).toBe(oauthOf('consent-user-mail').act?.id)
})

it('a change and its empty duplicate have different act IDs', () => {
  const empty = { ...rawSample('application-updated-empty'), InterSystemsId: 'c' }
  const full = { ...rawSample('application-redirect-added'), InterSystemsId: 'c' }
  expect(mapRecord(empty).oauth?.act?.id).not.toBe(mapRecord(full).oauth?.act?.id)
})

const exchangeAct = (
  Operation: string,
  name: string,
  grantee: string,
  more: Readonly<Record<string, string>> = { AccessRights: 'FullAccess' },
) => {
  const parameters = { Identity: `${mara.name}:\\Inbox`, [name]: grantee, ...more }
  const Parameters = Object.entries(parameters).map(([Name, Value]) => ({ Name, Value }))
  return mapRecord({ ...rawSample('exchange-role-granted-to-application'), Operation, Parameters }).oauth
}

it.each([
  ['Add-MailboxPermission', 'User'],
  ['Add-RecipientPermission', 'Trustee'],
  ['Set-MailboxFolderPermission', 'User'],
])('%s for the object ID of a service principal is a grant to the application for one mailbox', (Operation, name) => {
  const rightFor = (grantee: string) => exchangeAct(Operation, name, grantee)
  expect(rightFor(invoice.object_id)).toMatchObject({
    action: 'app_role_grant',
    app: { object_id: invoice.object_id },
    grant: { breadth: 'user', app_only: true },
    account: { name: mara.name },
    role: { name: 'FullAccess' },
  })
  expect(rightFor('jo@northpier.example')).toBeUndefined()
  expect(exchangeAct(Operation, name, invoice.object_id, { Deny: 'True' })).toBeUndefined()
  expect(exchangeAct(Operation.replace(/^[AS]\w+-/, 'Remove-'), name, invoice.object_id)?.action).toBe(
    'app_role_revoke',
  )
})

it('a parameter that a cmdlet clears does not limit the role of an application', () => {
  const breadth = (CustomResourceScope: string) =>
    exchangeAct('New-ManagementRoleAssignment', 'App', invoice.object_id, { CustomResourceScope })?.grant?.breadth
  expect(breadth('Desk')).toBe('group')
  expect([breadth(''), breadth('$null')]).toEqual(['tenant', 'tenant'])
})

it('a service principal in an Exchange role group has a grant for all mailboxes', () => {
  const expected = { action: 'app_role_grant', grant: { breadth: 'tenant' }, role: { name: `${mara.name}:\\Inbox` } }
  const act = exchangeAct('Add-RoleGroupMember', 'Member', invoice.object_id)
  expect(act).toMatchObject(expected)
  expect(act?.account).toBeUndefined()
  const members = `${mara.name};${invoice.object_id}`
  expect(exchangeAct('Update-RoleGroupMember', 'Members', members)).toMatchObject(expected)
  expect(exchangeAct('New-RoleGroup', 'Members', members)).toMatchObject(expected)
  expect(exchangeAct('New-RoleGroup', 'Members', mara.name)).toBeUndefined()
})
