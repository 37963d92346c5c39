import { attackCampaign } from '../campaign.ts'
import { globalAdministrator } from '../microsoft-clients.ts'
import { account, audit, principal } from '../microsoft-entra.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { outsider, routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const actor = 'Office 365 Exchange Online'

export default attackCampaign({
  title: 'Actor token of Exchange acts as a Global Administrator',
  sources: [
    'https://dirkjanm.io/obtaining-global-admin-in-every-entra-id-tenant-with-actor-tokens/',
    'https://practical365.com/death-by-token-understanding-cve-2025-55241',
  ],
  facts: [
    'An actor token of Exchange from a foreign tenant impersonated any user of the tenant, also a Global Administrator.',
    'The token leaves no sign-in record and bypasses conditional access.',
    'A change shows the user principal name of the impersonated administrator with the display name of the service.',
    'The researcher names new accounts, roles and keys of applications as possible changes.',
    'Exchange uses such tokens itself for work on groups.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'elmfirth', {
      feeds: 'entra',
      from: '2025-04-29',
      days: 76,
      after: 21,
    })
    const { admin, backup, graph } = tenant
    const common = { by: admin, ip: '', displayName: actor }

    // Exchange changes groups in the name of their owners: ordinary work with the same display name.
    const ordinary = routine(log, start - 76 * day, 95, 26, (at) => {
      const owner = person(random.integer(3, 12))
      const member = person(random.integer(3, 14))
      const group = { id: random.uuid(), name: random.pick(['Night shift', 'Press list', 'Bid team', 'Works council']) }
      return audit(log, at, {
        activity: 'Add member to group',
        category: 'GroupManagement',
        by: owner,
        ip: '',
        displayName: actor,
        type: 'Assign',
        targets: [
          account(member, [
            { name: 'Group.ObjectID', now: group.id },
            { name: 'Group.DisplayName', now: group.name },
          ]),
          { id: group.id, displayName: group.name, type: 'Group', changes: [] },
        ],
      })
    })

    const helper = outsider(random, `svc-mailflow@${tenant.domain}`, 'Mail Flow Service', admin, '192.0.2.34')
    const first = start + 2 * hour + 11 * minute
    const added = audit(log, first, {
      ...common,
      activity: 'Add user',
      category: 'UserManagement',
      type: 'Add',
      targets: [
        account(
          helper,
          [
            { name: 'AccountEnabled', now: '[true]', before: '[]' },
            { name: 'DisplayName', now: JSON.stringify([helper.name]), before: '[]' },
            { name: 'UserPrincipalName', now: JSON.stringify([helper.upn]), before: '[]' },
            { name: 'Included Updated Properties', now: '"AccountEnabled, DisplayName, UserPrincipalName"' },
          ],
          true,
        ),
      ],
    })
    const role = audit(log, first + 6 * minute, {
      ...common,
      activity: 'Add member to role',
      category: 'RoleManagement',
      type: 'Assign',
      targets: [
        account(helper, [
          { name: 'Role.ObjectID', now: globalAdministrator.id },
          { name: 'Role.DisplayName', now: globalAdministrator.name },
          { name: 'Role.TemplateId', now: globalAdministrator.id },
          { name: 'Role.WellKnownObjectName', now: 'TenantAdmins' },
        ]),
        { id: globalAdministrator.id, displayName: globalAdministrator.name, type: 'Role', changes: [] },
      ],
    })

    const newKey = random.uuid()
    const line = (id: string, name: string): string =>
      `[KeyIdentifier=${id},KeyType=Password,KeyUsage=Verify,DisplayName=${name}]`
    const keyAt = start + 3 * day + 3 * hour
    const key = audit(log, keyAt, {
      ...common,
      activity: 'Add service principal credentials',
      category: 'ApplicationManagement',
      targets: [
        principal(
          backup,
          [
            {
              name: 'KeyDescription',
              now: JSON.stringify([line(backup.keyId, 'agent'), line(newKey, 'agent')]),
              before: JSON.stringify([line(backup.keyId, 'agent')]),
            },
            { name: 'Included Updated Properties', now: '"KeyDescription"' },
            { name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(backup.appId) },
          ],
          true,
        ),
      ],
    })

    // Every second night: one token, a few mails of two people.
    const from = '192.0.2.34'
    const signIns: string[] = []
    const reads: string[] = []
    for (let night = 0; night < 6; night += 1) {
      const at = keyAt + hour + night * 2 * day
      const tokenId = random.uuid().replaceAll('-', '').slice(0, 22)
      signIns.push(appSignIn(log, at, { app: backup, resource: graph, ip: from, keyId: newKey, tokenId }))
      const owner = night % 2 === 0 ? admin : person(5)
      reads.push(
        ...repeat(random, at, 5, 3 * minute, (moment) =>
          graphCall(log, moment, {
            client: backup,
            ip: from,
            uri: `/users/${owner.oid}/messages?$top=10&$skip=${random.integer(0, 900)}`,
            permissions: 'Files.Read.All Mail.Read Sites.Read.All',
            agent: 'Mozilla/5.0',
            size: random.integer(60_000, 240_000),
            tokenId,
          }),
        ),
      )
    }

    return {
      records: log.records(),
      firstHostile: added,
      dataLeft: reads,
      required: [
        {
          act: 'a new account becomes Global Administrator in a change of the Exchange service',
          ids: [role],
          minimum: 'high',
        },
        { act: 'a second key on the principal of the backup application', ids: [key], minimum: 'medium' },
        {
          act: 'the new key is used from a foreign network, and mail is read',
          ids: [...signIns, ...reads],
          minimum: 'high',
        },
      ],
      quiet: [...quiet, ...ordinary.slice(0, 12)],
    }
  },
})
