// The secret of a deployment pipeline leaks; its service principal gives itself a permission and then an administrator role.
import { attackCampaign } from '../campaign.ts'
import { appRoles, globalAdministrator } from '../microsoft-clients.ts'
import { auditAppRole } from '../microsoft-entra-apps.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { principalRole } from '../microsoft-policies.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const manageRoles = {
  id: '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8',
  value: 'RoleManagement.ReadWrite.Directory',
  title: 'Read and write all directory RBAC settings',
}

export default attackCampaign({
  title: 'A service principal grants itself role management and becomes Global Administrator',
  sources: [
    'https://graphlattice-corp.pages.dev/blog/2026-06-10-when-an-app-permission-is-global-admin-graph-rol',
    'https://practical365.com/detecting-midnight-blizzard-using-microsoft-sentinel/',
    'https://posts.specterops.io/microsoft-breach-what-happened-what-should-azure-admins-do-da2b7e674ebc',
  ],
  facts: [
    'An application with AppRoleAssignment.ReadWrite.All may give itself any other permission of Microsoft Graph.',
    'With RoleManagement.ReadWrite.Directory it adds itself to the role Global Administrator.',
    'Nobody signs in as a user; the attacker has the secret of the application.',
    'The audit log names the service principal as the actor of both changes.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'granitebay', {
      feeds: 'entra',
      from: '2025-12-01',
      days: 98,
      after: 7,
      records: 400,
    })
    const pipeline = makeApp(random, 'platform-deploy', tenant.id, {
      ip: '203.0.113.30',
      agent: 'HashiCorp Terraform/1.9.8 (+https://www.terraform.io)',
    })
    const { graph } = tenant
    const had = `Application.Read.All ${appRoles.assignRoles.value}`
    const own = routine(log, start - 98 * day, 98, 60, (at) => {
      appSignIn(log, at - 20_000, { app: pipeline, resource: graph })
      const uri = random.pick(['/servicePrincipals?$top=100', '/applications?$top=100'])
      return graphCall(log, at, { client: pipeline, ip: pipeline.ip, uri, permissions: had, agent: pipeline.agent })
    })
    const ip = '192.0.2.188'
    const call = { client: pipeline, ip, agent: 'curl/8.5.0' }
    const at = start + day + 22 * hour
    const firstToken = token(log)
    const entry = [
      appSignIn(log, at, { app: pipeline, resource: graph, ip, tokenId: firstToken }),
      graphCall(log, at + minute, {
        ...call,
        uri: `/servicePrincipals/${pipeline.spId}/appRoleAssignments`,
        permissions: had,
        tokenId: firstToken,
      }),
    ]
    const granted = [
      graphCall(log, at + 3 * minute, {
        ...call,
        method: 'POST',
        status: 201,
        uri: `/servicePrincipals/${graph.spId}/appRoleAssignedTo`,
        permissions: had,
        tokenId: firstToken,
      }),
      auditAppRole(log, at + 3 * minute + 700, pipeline, pipeline, graph, manageRoles),
    ]
    const secondToken = token(log)
    entry.push(appSignIn(log, at + 9 * minute, { app: pipeline, resource: graph, ip, tokenId: secondToken }))
    const promoted = [
      graphCall(log, at + 11 * minute, {
        ...call,
        method: 'POST',
        status: 201,
        uri: '/roleManagement/directory/roleAssignments',
        permissions: `${had} ${manageRoles.value}`,
        tokenId: secondToken,
      }),
      principalRole(log, at + 11 * minute + 600, pipeline, globalAdministrator, pipeline),
    ]
    return {
      records: log.records(),
      firstHostile: entry[0] ?? '',
      dataLeft: [],
      required: [
        { act: 'the service principal signs in from a new network', ids: entry, minimum: 'medium' },
        { act: 'the service principal gives itself role management', ids: granted, minimum: 'high' },
        { act: 'the service principal becomes Global Administrator', ids: promoted, minimum: 'critical' },
      ],
      quiet: [...quiet, ...own.slice(0, 10)],
    }
  },
})
