import { attackCampaign } from '../campaign.ts'
import { globalAdministrator } from '../microsoft-clients.ts'
import { auditRole } from '../microsoft-directory.ts'
import { writeGrant } from '../microsoft-grants.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A stolen application writes a grant for one administrator, without any consent screen, and waits',
  sources: [
    'https://github.com/emiliensocchi/azure-tiering',
    'https://www.tenable.com/indicators/ioe/entra/DANGEROUS-DELEGATED-PERMISSIONS-AFFECTING-THE-TENANT',
    'https://learn.microsoft.com/en-us/graph/permissions-grant-via-msgraph',
  ],
  facts: [
    'An application with DelegatedPermissionGrant.ReadWrite.All can write delegated grants for any client and any user.',
    'Such a grant has no consent record, and the user sees no consent screen.',
    'With the scope RoleManagement.ReadWrite.Directory for an administrator, the client acts with the rights of that person as soon as the person signs in to it.',
    'Here the scope grows in two steps, and days later a role is given in the name of the administrator.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'moulin-assurances', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-01-19',
      days: 84,
      after: 14,
      people: 24,
      records: 3200,
    })
    const portal = makeApp(random, 'Portail des habilitations', tenant.id, { ip: '198.51.100.66' })
    const desk = makeApp(random, 'Suivi des sinistres', tenant.id)
    const { admin, graph } = tenant
    const scopes = 'openid profile offline_access User.Read'
    // The portal writes the usual grant for people who are new in a team.
    const usual = routine(log, start - 84 * day, 90, 26, (at) =>
      writeGrant(log, at, portal, { client: desk, resource: graph, scopes, user: random.pick(tenant.people.slice(3)) }),
    )
    const evening = start + 18 * hour + 40 * minute
    const small = writeGrant(log, evening, portal, { client: desk, resource: graph, scopes, user: admin })
    const wide = writeGrant(log, evening + day + 25 * minute, portal, {
      client: desk,
      resource: graph,
      scopes: `${scopes} RoleManagement.ReadWrite.Directory`,
      before: scopes,
      user: admin,
    })
    const role = auditRole(log, start + 8 * day + 11 * hour, admin, globalAdministrator, person(19), {
      ip: '192.0.2.140',
      agent: 'python-httpx/0.28.1',
    })
    const kept = only(
      log.records(),
      [...quiet, ...usual],
      ['ApplicationManagement', 'GroupManagement', 'RoleManagement', 'UserManagement'],
    )
    return {
      records: kept.records,
      firstHostile: small,
      dataLeft: [],
      required: [
        {
          act: 'An application writes the right to manage roles into a grant of an administrator',
          ids: [wide],
          minimum: 'medium',
        },
        { act: 'A quiet account becomes Global Administrator', ids: [role], minimum: 'medium' },
      ],
      quiet: kept.ids,
    }
  },
})
