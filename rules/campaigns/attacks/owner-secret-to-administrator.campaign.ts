import { attackCampaign } from '../campaign.ts'
import { firstParty, globalAdministrator } from '../microsoft-clients.ts'
import { account, audit } from '../microsoft-entra.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Forgotten owner of a privileged application adds a secret and takes the administrator account',
  sources: ['https://www.semperis.com/blog/service-principal-ownership-abuse-in-entra-id'],
  facts: [
    'A phished finance user turns out to own an enterprise application that holds the ' +
      'role Privileged Authentication Administrator.',
    'As an owner the user may add a secret to the service principal, without any role of his own.',
    'The intruder signs in as the application, from where the second factor and the rules for people do not apply.',
    'The application resets the password of a global administrator and issues a temporary access pass.',
    'The intruder signs in as the administrator and makes another account a global administrator.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'amberlyn', {
      feeds: 'entra',
      from: '2026-02-16',
      days: 85,
      records: 420,
      people: 15,
      entra: 'polled',
    })
    const victim = person(7)
    const { admin, graph } = tenant
    const foreign = '192.0.2.17'
    const app = makeApp(random, 'Finance Analytics Dashboard', tenant.id, { ip: '198.51.100.66' })
    repeat(random, start - 60 * day, 6, 8 * day, (at) => appSignIn(log, at, { app, resource: graph }))
    const at = start + 5 * hour
    const entered = userSignIn(log, at, {
      person: victim,
      client: firstParty.graphTools,
      resource: graph,
      ip: foreign,
      singleFactor: true,
      agent: 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.22631; en-US) PowerShell/7.5.2',
    })
    const stolen = { id: random.uuid(), name: 'sync' }
    const old = { id: app.keyId, name: 'dashboard' }
    const added = auditKeys(log, at + 9 * minute, victim, app, [old], [old, stolen], { onPrincipal: true, ip: foreign })
    const used = appSignIn(log, at + 13 * minute, { app, resource: graph, ip: foreign, keyId: stolen.id })
    const reset = [
      audit(log, at + 16 * minute, {
        activity: 'Reset user password',
        category: 'UserManagement',
        by: app,
        targets: [account(admin)],
      }),
      audit(log, at + 18 * minute, {
        activity: 'Admin registered security info',
        category: 'UserManagement',
        by: app,
        service: 'Authentication Methods',
        type: 'Add',
        targets: [account(admin)],
        details: { AuthenticationMethod: 'Temporary Access Pass' },
      }),
    ]
    const taken = userSignIn(log, at + 24 * minute, {
      person: admin,
      client: firstParty.azurePortal,
      resource: graph,
      ip: foreign,
    })
    const promoted = audit(log, at + 31 * minute, {
      activity: 'Add member to role',
      category: 'RoleManagement',
      by: admin,
      ip: foreign,
      type: 'Assign',
      targets: [
        account(victim, [
          { name: 'Role.ObjectID', now: random.uuid() },
          { name: 'Role.DisplayName', now: globalAdministrator.name },
          { name: 'Role.TemplateId', now: globalAdministrator.id },
          { name: 'Role.WellKnownObjectName', now: 'TenantAdmins' },
        ]),
        { id: random.uuid(), displayName: globalAdministrator.name, type: 'Role', changes: [] },
      ],
      details: { 'User-Agent': admin.agent },
    })
    return {
      records: log.records(),
      firstHostile: entered,
      dataLeft: [],
      required: [
        { act: 'a finance user adds a secret to a service principal', ids: [added], minimum: 'medium' },
        { act: 'the application signs in with the new secret from a new network', ids: [used], minimum: 'medium' },
        {
          act: 'the application takes over the account of an administrator',
          ids: [...reset, taken],
          minimum: 'medium',
        },
        { act: 'a finance user becomes global administrator', ids: [promoted], minimum: 'medium' },
      ],
      quiet,
    }
  },
})
