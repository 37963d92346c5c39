import { attackCampaign } from '../campaign.ts'
import { firstParty, globalAdministrator } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { activateRole } from '../microsoft-pim.ts'
import { networks, placed } from '../microsoft-places.ts'
import { eligibleMember, roleSetting } from '../microsoft-role-settings.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const permissions = 'RoleEligibilitySchedule.ReadWrite.Directory RoleManagementPolicy.ReadWrite.Directory User.Read.All'

export default attackCampaign({
  title: 'An application turns off the approval for the highest role, and a clerk activates the role',
  sources: [
    'https://www.emiliensocchi.io/abusing-pim-related-application-permissions-in-microsoft-graph-part-3',
    'https://learn.microsoft.com/en-us/entra/architecture/security-operations-privileged-identity-management',
  ],
  facts: [
    'An application with RoleManagementPolicy.ReadWrite.Directory can change the activation rules of every role.',
    'Together with a permission for eligible members it reaches the role Global Administrator.',
    'The attacker removes approval and second factor, makes an account eligible, and activates the role.',
    'The new administrator adds a secret to an application that reads mail.',
    'The attacker restores the rules at the end.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'larkfield-water', {
      feeds: 'entra',
      from: '2026-01-12',
      days: 80,
      after: 10,
      people: 20,
      records: 420,
    })
    const { graph, backup, admin } = tenant
    const runner = makeApp(random, 'Role Review Runner', tenant.id, { ip: '198.51.100.64', agent: 'role-review/3.0' })
    const rules = `/policies/roleManagementPolicies/DirectoryRole_${tenant.id}_${random.uuid()}/rules`
    const call = (at: number, uri: string, ip: string, tokenId: string, method = 'GET', status = 200) =>
      graphCall(log, at, { client: runner, ip, uri, method, status, permissions, agent: runner.agent, tokenId })
    // The tool reads the role assignments on working days, and administrators activate their roles.
    const usual = routine(log, start - 80 * day, 88, 90, (at) => {
      const tokenId = token(log)
      call(at + 3000, '/policies/roleManagementPolicyAssignments', runner.ip, tokenId)
      call(at + 5000, '/roleManagement/directory/roleEligibilitySchedules', runner.ip, tokenId)
      return appSignIn(log, at, { app: runner, resource: graph, tokenId })
    })
    const activated = routine(log, start - 80 * day, 88, 30, (at) => {
      const [id = ''] = activateRole(log, at, admin, globalAdministrator, 'Planned change')
      return id
    })
    const at = start + day + 20 * hour
    const ip = '192.0.2.31'
    const tokenId = token(log)
    const entered = placed(log, at, networks.hostingBucharest, (side) =>
      appSignIn(side, at, { app: runner, resource: graph, ip, tokenId }),
    )
    const change = (when: number, rule: string, reason: string) => [
      call(when, `${rules}/${rule}_EndUser_Assignment`, ip, tokenId, 'PATCH'),
      roleSetting(log, when + 1400, runner, globalAdministrator, reason),
    ]
    const opened = [
      ...change(at + 2 * minute, 'Approval', 'Approval on activation disabled'),
      ...change(at + 3 * minute, 'Enablement', 'MFA on activation disabled'),
    ]
    const clerk = person(9)
    const eligible = [
      call(at + 5 * minute, '/roleManagement/directory/roleEligibilityScheduleRequests', ip, tokenId, 'POST', 201),
      eligibleMember(log, at + 5 * minute + 1500, runner, globalAdministrator, clerk, 'Cover'),
    ]
    const clerkAt = at + 20 * minute
    const came = placed(log, clerkAt, networks.hostingBucharest, (side) =>
      userSignIn(side, clerkAt, {
        person: clerk,
        client: firstParty.azurePortal,
        resource: graph,
        ip,
        singleFactor: true,
      }),
    )
    const raised = activateRole(log, clerkAt + 4 * minute, clerk, globalAdministrator, 'Cover', ip)
    const key = { id: random.uuid(), name: 'agent' }
    const keyed = auditKeys(
      log,
      clerkAt + 15 * minute,
      clerk,
      backup,
      [{ id: backup.keyId, name: 'agent' }],
      [{ id: backup.keyId, name: 'agent' }, key],
      { ip },
    )
    change(clerkAt + 30 * minute, 'Approval', 'Approval on activation enabled')
    change(clerkAt + 31 * minute, 'Enablement', 'MFA on activation enabled')
    const night = clerkAt + 5 * hour
    const mailToken = token(log)
    const used = placed(log, night, networks.hostingFrankfurt, (side) =>
      appSignIn(side, night, { app: backup, resource: graph, ip: '192.0.2.77', keyId: key.id, tokenId: mailToken }),
    )
    const reads = repeat(random, night + minute, 40, minute, (when, i) =>
      graphCall(log, when, {
        client: backup,
        ip: '192.0.2.77',
        uri: `/users/${person(i % 12).oid}/messages?$top=100`,
        size: random.integer(200_000, 900_000),
        permissions: 'Files.Read.All Mail.Read Sites.Read.All',
        agent: 'python-requests/2.32.3',
        tokenId: mailToken,
      }),
    )
    return {
      records: log.records(),
      firstHostile: entered,
      dataLeft: reads,
      required: [
        { act: 'The key of the review tool is used from a hosting network', ids: [entered], minimum: 'medium' },
        { act: 'An application removes approval and second factor of a role', ids: opened, minimum: 'high' },
        { act: 'The application makes a clerk eligible for the highest role', ids: eligible, minimum: 'high' },
        { act: 'The clerk activates the role from a foreign network', ids: [came, ...raised], minimum: 'medium' },
        { act: 'The clerk adds a secret to the backup application', ids: [keyed], minimum: 'high' },
        { act: 'The new secret reads mailboxes from a hosting network', ids: [used, ...reads], minimum: 'high' },
      ],
      quiet: [...quiet, ...usual.filter((_, i) => i % 8 === 0), ...activated.filter((_, i) => i % 5 === 0)],
    }
  },
})
