// The facts of each operation about applications and grants, shown on one sample each.
import { describe, expect, it } from 'vitest'
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

describe('consent', () => {
  it('consent of a user for mail', () => {
    const document = mapSample('consent-user-mail')
    expect(document.oauth).toMatchObject({
      action: 'consent',
      app: invoice,
      account: mara,
      grant: {
        kind: 'delegated',
        breadth: 'user',
        self: true,
        admin_consent: false,
        app_only: false,
        offline_access: true,
        principal: { id: mara.id, name: mara.name },
        scopes: ['Mail.ReadWrite', 'Mail.Send', 'offline_access', 'openid', 'profile'],
        scopes_added: ['Mail.ReadWrite', 'Mail.Send', 'offline_access', 'openid', 'profile'],
      },
    })
    expect(document.service).toEqual({ id: invoice.id, name: invoice.name })
    expect(document.event).toMatchObject({ category: ['web', 'iam'], type: ['info', 'change'], outcome: 'success' })
    expect(document.related?.user).toContain(mara.name)
  })

  it('consent for signing in only has no lasting access', () => {
    expect(oauthOf('consent-user-sign-in-only').grant).toMatchObject({
      scopes: ['User.Read', 'openid', 'profile'],
      offline_access: false,
    })
  })

  it('consent for the whole tenant, new scopes', () => {
    const { grant } = oauthOf('consent-tenant-wide')
    expect(grant).toMatchObject({
      breadth: 'tenant',
      admin_consent: true,
      self: false,
      scopes_added: ['Contacts.ReadWrite', 'Mail.Read', 'User.Read.All'],
    })
    expect(grant).not.toHaveProperty('principal')
  })

  it('repeated adds nothing', () => {
    const { grant } = oauthOf('consent-tenant-wide-repeated')
    expect(grant?.scopes).toEqual(['Contacts.ReadWrite', 'Mail.Read', 'User.Read.All'])
    expect(grant).not.toHaveProperty('scopes_added')
  })

  it('consent of an administrator for itself is not tenant-wide', () => {
    expect(oauthOf('consent-admin-for-self').grant).toMatchObject({ breadth: 'user', admin_consent: true, self: true })
  })

  it('consent for two resources names both', () => {
    expect(oauthOf('consent-two-resources').grant).toMatchObject({
      scopes: ['User.Read', 'EWS.AccessAsUser.All'],
      resource: { id: ['9c8b7a69-5847-4635-a241-302f1e0d9c8b', '3e2d1c0b-4a59-4687-b9a8-c7d6e5f40312'] },
    })
  })

  it('refused for risk is a block, and no id of zeros is an application', () => {
    const document = mapSample('consent-blocked-risky')
    expect(document.event.outcome).toBe('failure')
    expect(document.oauth).toMatchObject({
      action: 'consent_block',
      grant: { risky: true, reason: 'Risky application detected' },
      account: mara,
    })
    expect(document.oauth?.app).toEqual({ id: invoice.id })
  })

  it('that failed for a fault stays a consent', () => {
    expect(mapSample('consent-failed-technically').event.outcome).toBe('failure')
    expect(oauthOf('consent-failed-technically').action).toBe('consent')
    expect(oauthOf('consent-failed-technically').grant).not.toHaveProperty('risky')
  })

  it('called risky but given by an administrator is a risky consent', () => {
    expect(oauthOf('consent-risky-by-admin')).toMatchObject({ action: 'consent', grant: { risky: true } })
  })

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

  it('consent for another account is not for the actor itself', () => {
    const text = JSON.stringify(rawSample('consent-user-mail'))
    const other = '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26'
    const record = JSON.parse(text.replace(`PrincipalId: ${mara.id}`, `PrincipalId: ${other}`))
    expect(mapRecord(record).oauth).toMatchObject({
      grant: { self: false, principal: { id: other } },
      account: { id: other },
    })
  })
})

describe('a grant', () => {
  it('added knows its client by object id only, and the resource by app id', () => {
    const oauth = oauthOf('delegated-grant-added')
    expect(oauth).toMatchObject({
      action: 'delegated_grant',
      account: mara,
      grant: { kind: 'delegated', breadth: 'user', self: true, resource: { id: [graph], name: ['Microsoft Graph'] } },
    })
    expect(oauth.app).toEqual({ object_id: invoice.object_id })
    expect(oauth.grant?.scopes_qualified).toContain(`${graph}:Mail.Send`)
  })

  it('extended adds only what is new, by the application that acted', () => {
    expect(oauthOf('delegated-grant-extended')).toMatchObject({
      action: 'delegated_grant',
      actor_app: { ...payroll, self: false },
      grant: {
        breadth: 'tenant',
        scopes: ['User.Read', 'Mail.Read', 'Files.Read.All'],
        scopes_added: ['Mail.Read', 'Files.Read.All'],
      },
    })
  })

  it('removed names the permissions and the account', () => {
    const { action, grant, account } = oauthOf('delegated-grant-removed')
    expect(action).toBe('delegated_revoke')
    expect(grant).toMatchObject({ self: false, principal: { id: mara.id } })
    expect(grant?.scopes_removed).toContain('Mail.ReadWrite')
    expect(grant).not.toHaveProperty('scopes')
    expect(account).toEqual({ id: mara.id })
  })

  it('under its name of before 2020 is read without its properties', () => {
    const record = {
      ...rawSample('delegated-grant-added'),
      Operation: 'Add OAuth2PermissionGrant.',
      ModifiedProperties: [],
    }
    expect(mapRecord(record).oauth).toMatchObject({ action: 'delegated_grant', grant: { resource: { id: [graph] } } })
  })

  it('a grant of an application permission is for the whole tenant', () => {
    expect(oauthOf('app-role-grant-critical')).toMatchObject({
      action: 'app_role_grant',
      app: { ...payroll, object_id: 'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20' },
      grant: {
        kind: 'application',
        breadth: 'tenant',
        app_only: true,
        resource: { id: [graph] },
        scopes: ['RoleManagement.ReadWrite.Directory'],
        scopes_added: ['RoleManagement.ReadWrite.Directory'],
        scopes_qualified: [`${graph}:RoleManagement.ReadWrite.Directory`],
      },
    })
    expect(oauthOf('app-role-grant-low').grant?.scopes).toEqual(['AdministrativeUnit.Read.All'])
  })

  it('a grant by an application to itself is marked', () => {
    expect(oauthOf('app-role-grant-by-itself').actor_app).toEqual({ ...payroll, self: true })
  })

  it('a grant of an application permission removed', () => {
    expect(oauthOf('app-role-removed')).toMatchObject({
      action: 'app_role_revoke',
      grant: { scopes_removed: ['Mail.ReadWrite'] },
    })
  })

  it('a grant in records of 2020, which do not name the role, still is one', () => {
    const record = rawSample('app-role-grant-mail')
    const kept = (record.ModifiedProperties as { Name: string }[]).filter(({ Name }) => !Name.startsWith('AppRole'))
    const oauth = mapRecord({ ...record, ModifiedProperties: kept as never }).oauth
    expect(oauth).toMatchObject({ action: 'app_role_grant', app: payroll })
    expect(oauth?.grant).not.toHaveProperty('scopes')
  })

  it('a grant to use an application', () => {
    expect(oauthOf('user-assigned')).toMatchObject({
      action: 'user_assign',
      app: invoice,
      account: mara,
      grant: { breadth: 'user', self: true, principal: { id: mara.id, name: mara.name } },
    })
  })
})

describe('an application', () => {
  it('registered: redirects, requested permissions, own tenant', () => {
    expect(oauthOf('application-added')).toMatchObject({
      action: 'app_register',
      app: { ...payroll, registration_id: 'c5d7e9f1-3a2b-4c6d-8e0f-1b9a7c5d3e42', own_tenant: true },
      redirect: {
        added: ['https://payroll.northpier.example/auth', 'http://localhost:53682/'],
        added_domains: ['payroll.northpier.example', 'localhost'],
        kind: ['https', 'loopback'],
      },
      grant: { kind: 'delegated', scopes_added: [`${graph}:e1fe6dd8-ba31-4d61-89e7-88639da4683d`] },
    })
  })

  it('refused for its name', () => {
    expect(mapSample('application-name-refused').event.outcome).toBe('failure')
    expect(oauthOf('application-name-refused')).toMatchObject({
      action: 'app_register',
      app: { name: 'Micros0ft Outlook' },
    })
  })

  it('changed without saying how', () => {
    expect(oauthOf('application-updated-empty').action).toBe('app_update')
  })

  it('an application with a new redirect', () => {
    const { action, redirect } = oauthOf('application-redirect-added')
    expect(action).toBe('redirect_change')
    expect(redirect).toEqual({
      added: ['https://payroll-login.ngrok-free.app/cb'],
      added_domains: ['payroll-login.ngrok-free.app'],
      kind: ['https', 'shared_hosting'],
    })
  })

  it('opened to other tenants', () => {
    expect(oauthOf('application-made-multitenant')).toMatchObject({
      action: 'audience_change',
      policy: { setting: 'AvailableToOtherTenants', old: ['false'], new: ['true'], direction: 'loosened' },
    })
  })

  it('asking for a permission of its own', () => {
    expect(oauthOf('application-permission-requested')).toMatchObject({
      action: 'permission_request',
      grant: { kind: 'application', scopes_added: [`${graph}:e2a3a72e-5f79-4c64-b1b1-878b674786c9`] },
    })
  })

  it('made a public client', () => {
    expect(oauthOf('application-public-client')).toMatchObject({
      redirect: { public_client: true },
      app: { kind: 'public' },
    })
  })

  it('deleted', () => {
    expect(oauthOf('application-deleted').action).toBe('app_delete')
  })

  it('an application with several changes has the most severe as its action, and the others in the groups', () => {
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
})

describe('a credential', () => {
  it('secret added, under the name with the en dash', () => {
    expect(oauthOf('credential-secret-added')).toMatchObject({
      action: 'credential_add',
      app: payroll,
      credential: { kind: 'secret', name: 'backup', added: 1, removed: 0, total: 2 },
    })
  })

  it('a credential with a name that breaks its list is still recognized', () => {
    const text = JSON.stringify(rawSample('credential-secret-added')).replaceAll('=backup', '=back\\"up')
    expect(mapRecord(JSON.parse(text)).oauth).toMatchObject({
      action: 'credential_add',
      credential: { kind: 'secret', name: 'back"up', added: 1, total: 2 },
    })
  })

  it('certificate added', () => {
    expect(oauthOf('credential-certificate-added').credential).toMatchObject({
      kind: 'certificate',
      name: 'CN=payroll.northpier.example, O=Northpier, E=platform@northpier.example',
    })
  })

  it('added to a service principal', () => {
    expect(oauthOf('service-principal-credential-added')).toMatchObject({
      action: 'credential_add',
      credential: { added: 1, total: 1 },
    })
  })

  it('removed', () => {
    expect(oauthOf('credential-removed')).toMatchObject({
      action: 'credential_remove',
      credential: { added: 0, removed: 1, total: 1 },
    })
  })

  it('federated', () => {
    expect(oauthOf('federated-credential-added')).toMatchObject({
      action: 'credential_add',
      credential: {
        kind: 'federated',
        name: 'github-deploy',
        issuer: 'https://token.actions.githubusercontent.com',
        subject: 'repo:northpier-tools/release:ref:refs/heads/main',
        audience: 'api://AzureADTokenExchange',
      },
    })
  })
})

describe('a service principal, owner, role or policy', () => {
  it('service principal added and disabled', () => {
    expect(oauthOf('service-principal-added')).toMatchObject({ action: 'sp_add', app: invoice })
    expect(oauthOf('service-principal-added')).not.toHaveProperty('credential')
    expect(oauthOf('service-principal-disabled')).toMatchObject({ action: 'sp_disable', app: invoice })
    expect(oauthOf('service-principal-removed').action).toBe('sp_delete')
  })

  it('owner added', () => {
    const document = mapSample('owner-added')
    expect(document.oauth).toMatchObject({
      action: 'owner_add',
      app: payroll,
      owner: { id: '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26', name: 'jonas.reimer@northpier.example', kind: 'user' },
      account: { name: 'jonas.reimer@northpier.example' },
    })
    expect(document.user?.target?.email).toBe('jonas.reimer@northpier.example')
  })

  it('a directory role is an act on an application only if an application receives it', () => {
    const role = { id: '62e90394-69f5-4237-9190-012177145e10', name: 'Global Administrator' }
    expect(oauthOf('role-granted-to-service-principal')).toMatchObject({ action: 'role_grant', role, app: payroll })
    expect(oauthOf('role-granted-to-user')).toEqual({ role })
  })

  it('the authorization policy knows its direction', () => {
    expect(oauthOf('authorization-policy-loosened')).toMatchObject({
      action: 'policy_change',
      policy: {
        name: 'Authorization Policy',
        setting: 'PermissionGrantPolicyIdsAssignedToDefaultUserRole',
        new: ['ManagePermissionGrantsForSelf.microsoft-user-default-legacy'],
        direction: 'loosened',
      },
    })
    expect(oauthOf('authorization-policy-tightened').policy?.direction).toBe('tightened')
  })

  it('a change of an account is not an act on an application', () => {
    for (const name of ['account-disabled', 'password-reset', 'sessions-revoked', 'user-deleted']) {
      expect(mapSample(name).oauth).toBeUndefined()
      expect(mapSample(name).user?.target?.id).toBeDefined()
    }
  })
})

describe('use', () => {
  it('a sign-in is a token for an application in the name of an account', () => {
    const document = mapSample('sign-in')
    expect(document.oauth).toMatchObject({
      action: 'app_sign_in',
      app: { id: invoice.id },
      account: mara,
      grant: { resource: { id: [graph] } },
    })
    expect(document.event).toMatchObject({ category: ['web', 'authentication'], type: ['info', 'start', 'access'] })
    expect(document.error).toBeUndefined()
  })

  it('a failed sign-in has its error', () => {
    const document = mapSample('sign-in-failed')
    expect(document.event).toMatchObject({ outcome: 'failure', reason: 'DelegationDoesNotExist' })
    expect(document.error?.code).toBe('65001')
  })

  it('mail read message by message', () => {
    const document = mapSample('mail-items-accessed-bind')
    expect(document.oauth).toMatchObject({
      action: 'app_use',
      app: { id: invoice.id },
      account: { id: 'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80', name: mara.name },
      activity: {
        kind: 'mail',
        access: 'read',
        api: 'REST',
        items: 3,
        folders: 2,
        bytes: 60501,
        throttled: false,
        token_id: 'QmFzZTY0VXJsVG9rZW5JZA',
        token_issued: '2026-03-11T09:21:37.000Z',
      },
    })
    expect(document.saas?.mail?.folders).toEqual(['\\Inbox', '\\Sent Items'])
    expect(document.email?.message_id).toHaveLength(3)
    expect(document.o365?.audit.ExchangeAggregatedFolders).toHaveLength(2)
    expect(document.o365?.audit.Folders).toBeUndefined()
    expect(document.oauth?.app).not.toHaveProperty('first_party')
  })

  it('mail synchronized counts folders, not messages', () => {
    const { activity } = oauthOf('mail-items-accessed-sync')
    expect(activity).toMatchObject({ access: 'sync', folders: 1 })
    expect(activity).not.toHaveProperty('items')
  })

  it('mail read by a service of the vendor is first-party', () => {
    expect(oauthOf('mail-items-accessed-by-service').app?.first_party).toBe(true)
  })

  it('mail sent', () => {
    expect(oauthOf('mail-sent-by-app').activity).toMatchObject({ kind: 'mail', access: 'send', bytes: 20480 })
  })

  it('the client in the access context wins over the neighboring one', () => {
    const record = { ...rawSample('mail-items-accessed-bind'), ClientAppId: '11111111-2222-4333-8444-555555555555' }
    expect(mapRecord(record).oauth?.app?.id).toBe(invoice.id)
  })

  it('mail read without an application is no use of one', () => {
    const { AppAccessContext, ClientAppId, ...record } = rawSample('mail-items-accessed-bind')
    expect([AppAccessContext, ClientAppId]).not.toContain(undefined)
    expect(mapRecord(record).oauth).toBeUndefined()
  })

  it('a file downloaded', () => {
    expect(oauthOf('file-downloaded-by-app')).toMatchObject({
      action: 'app_use',
      app: { id: invoice.id, name: invoice.name },
      account: { id: '10032002a1b2c3d4', name: mara.name },
      activity: { kind: 'file', access: 'read', items: 1, bytes: 73728 },
    })
  })
})

describe('an application outside the directory', () => {
  it('installed in Teams, with permissions on the team', () => {
    const document = mapSample('teams-app-installed')
    expect(document.oauth).toMatchObject({
      action: 'app_install',
      app: { name: 'Meeting Notes Buddy', kind: 'addon' },
      grant: {
        kind: 'install',
        breadth: 'group',
        scopes_added: ['ChannelMessage.Read.Group', 'TeamMember.Read.Group'],
      },
      account: { name: mara.name },
    })
    expect(document.group?.name).toBe('Finance')
  })

  it('given an Exchange role', () => {
    expect(oauthOf('exchange-role-granted-to-application')).toMatchObject({
      action: 'app_role_grant',
      app: { id: payroll.id },
      grant: { kind: 'application', breadth: 'tenant', scopes: ['Mail.Read'] },
    })
  })

  it('a role for a person is no grant to an application', () => {
    const record = { ...rawSample('exchange-role-granted-to-application'), Parameters: [{ Name: 'User', Value: 'jo' }] }
    expect(mapRecord(record).oauth).toBeUndefined()
  })
})

describe('the identity of an act', () => {
  it('differs between the siblings of one click', () => {
    const siblings = ['app-role-grant-critical', 'app-role-grant-mail', 'app-role-grant-low'].map(oauthOf)
    expect(new Set(siblings.map(({ act }) => act?.id)).size).toBe(3)
    expect(new Set(siblings.map(({ act }) => act?.bundle)).size).toBe(1)
  })

  it('differs between five roles of one click that differ in the role alone', () => {
    const text = JSON.stringify(rawSample('app-role-grant-low'))
    const ids = [1, 2, 3, 4, 5].map(
      (n) =>
        mapRecord(
          JSON.parse(text.replace('134fd756-38ce-4afd-ba33-e9623dbe66c2', `134fd756-38ce-4afd-ba33-e9623dbe66c${n}`)),
        ).oauth?.act?.id,
    )
    expect(new Set(ids).size).toBe(5)
  })

  it('differs between the records of one consent', () => {
    const names = ['consent-user-mail', 'delegated-grant-added', 'service-principal-added', 'user-assigned']
    expect(new Set(names.map((name) => oauthOf(name).act?.id)).size).toBe(4)
    expect(new Set(names.map((name) => oauthOf(name).act?.bundle)).size).toBe(1)
  })

  it('does not depend on the record id where the correlation is known', () => {
    const record = { ...rawSample('consent-user-mail'), Id: 'another' }
    expect(mapRecord(record).oauth?.act?.id).toBe(oauthOf('consent-user-mail').act?.id)
  })

  it('the identity of an act of a change and of its empty double differ', () => {
    const empty = { ...rawSample('application-updated-empty'), InterSystemsId: 'c' }
    const full = { ...rawSample('application-redirect-added'), InterSystemsId: 'c' }
    expect(mapRecord(empty).oauth?.act?.id).not.toBe(mapRecord(full).oauth?.act?.id)
  })
})
