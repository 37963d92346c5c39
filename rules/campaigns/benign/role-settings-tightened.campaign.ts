import { benignWork } from '../campaign.ts'
import { firstParty, globalAdministrator } from '../microsoft-clients.ts'
import type { DirectoryRole } from '../microsoft-directory.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { activateRole, applicationAdministrator } from '../microsoft-pim.ts'
import { eligibleMember, roleSetting } from '../microsoft-role-settings.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const roles: readonly DirectoryRole[] = [
  globalAdministrator,
  applicationAdministrator,
  { id: '158c047a-c907-4556-b7ef-446551a6b5f7', name: 'Cloud Application Administrator' },
  { id: 'e8611ab8-c189-46e8-94e1-60213ab1f814', name: 'Privileged Role Administrator' },
  { id: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13', name: 'Privileged Authentication Administrator' },
  { id: '29232cdf-9323-42fd-ade2-1d097af3e4de', name: 'Exchange Administrator' },
  { id: 'f28a1f50-f6e7-4571-818b-6a12f2af6b6c', name: 'SharePoint Administrator' },
  { id: '194ae4cb-b126-40b2-bd5b-6091b380977d', name: 'Security Administrator' },
  { id: 'fe930be7-5e62-47db-91af-98c3a49a38b1', name: 'User Administrator' },
  { id: '729827e3-9c14-49f7-bb1b-9608f156bbb8', name: 'Helpdesk Administrator' },
]

const scopes = 'RoleManagementPolicy.ReadWrite.Directory RoleEligibilitySchedule.ReadWrite.Directory User.Read'

export default benignWork({
  title: 'After an audit, an administrator tightens the activation rules of ten roles with a script and tests them',
  sources: ['https://learn.microsoft.com/en-us/graph/how-to-pim-update-rules'],
  resembles:
    'The rules of the highest roles change in one afternoon, new members are eligible, and roles are activated.',
  accounts: 4,
  days: 2,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'quarrybank', {
      feeds: 'entra',
      from: '2026-03-02',
      days: 70,
      people: 18,
      records: 330,
    })
    const { admin, helpdesk, graph } = tenant
    const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) PowerShell/7.5.1 Invoke-MgGraphRequest'
    const call = (at: number, method: string, uri: string, status = 200) =>
      graphCall(log, at, {
        client: firstParty.graphTools,
        person: admin,
        ip: admin.ip,
        uri,
        method,
        status,
        permissions: scopes,
        agent,
        wids: globalAdministrator.id,
      })
    // The administrator exports the rules each week and occasionally changes a rule. Everybody activates roles.
    routine(log, start - 70 * day, 70, 22, (at) => {
      userSignIn(log, at, { person: admin, client: firstParty.graphTools, resource: graph, ip: admin.ip })
      return call(at + 9000, 'GET', '/policies/roleManagementPolicyAssignments')
    })
    routine(log, start - 70 * day, 70, 4, (at) =>
      roleSetting(log, at, admin, random.pick(roles), 'Maximum activation duration changed'),
    )
    routine(log, start - 70 * day, 70, 36, (at) => {
      const by = random.pick([admin, helpdesk, person(5)])
      const role = by === admin ? globalAdministrator : (roles[9] ?? applicationAdministrator)
      return activateRole(log, at, by, role, 'Tickets of the day')[0] ?? ''
    })
    const at = start + 13 * hour
    const ids = [userSignIn(log, at, { person: admin, client: firstParty.graphTools, resource: graph, ip: admin.ip })]
    ids.push(...activateRole(log, at + 2 * minute, admin, globalAdministrator, 'Audit finding 7'))
    roles.forEach((role, i) => {
      const when = at + (10 + i * 5) * minute
      const rules = `/policies/roleManagementPolicies/DirectoryRole_${tenant.id}_${random.uuid()}/rules`
      ids.push(
        call(when, 'PATCH', `${rules}/Enablement_EndUser_Assignment`),
        roleSetting(log, when + 1300, admin, role, 'MFA on activation enabled'),
        call(when + minute, 'PATCH', `${rules}/Approval_EndUser_Assignment`),
        roleSetting(log, when + minute + 1300, admin, role, 'Approval on activation enabled'),
      )
    })
    // A new colleague of the help desk becomes eligible, and three people test the new rules on the next day.
    const desk = roles[9] ?? applicationAdministrator
    const joins = at + 80 * minute
    ids.push(
      call(joins, 'POST', '/roleManagement/directory/roleEligibilityScheduleRequests', 201),
      eligibleMember(log, joins + 1200, admin, desk, person(7), 'New colleague of the help desk'),
    )
    for (const [i, by] of [helpdesk, person(5), person(7)].entries())
      ids.push(
        userSignIn(log, start + day + (9 * 60 + i * 12) * minute, {
          person: by,
          client: firstParty.azurePortal,
          resource: graph,
          ip: by.ip,
        }),
        ...activateRole(log, start + day + (9 * 60 + 4 + i * 12) * minute, by, desk, 'Test of the new rules'),
      )
    return { records: log.records(), ids }
  },
})
