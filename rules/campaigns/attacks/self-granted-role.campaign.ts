// An application with a leaked certificate gives itself the permission for roles, becomes administrator, and cleans up.
import { attackCampaign } from '../campaign.ts'
import { globalAdministrator } from '../microsoft-clients.ts'
import { account, audit, principal } from '../microsoft-entra.ts'
import { auditsUser } from '../microsoft-entra-acts.ts'
import { auditAppRole } from '../microsoft-entra-apps.ts'
import { only } from '../microsoft-only.ts'
import { principalRole } from '../microsoft-policies.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const manageRoles = {
  id: '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8',
  value: 'RoleManagement.ReadWrite.Directory',
  title: 'Read and write all directory RBAC settings',
}
const readUsers = {
  id: 'df021288-bdef-4463-88db-98f22de89214',
  value: 'User.Read.All',
  title: "Read all users' full profiles",
}

export default attackCampaign({
  title: 'Application gives a permission to itself and removes the traces',
  sources: ['https://www.semperis.com/blog/exploiting-app-only-graph-permissions-in-entra-id'],
  facts: [
    'A certificate of a finance application leaks in the results of a build pipeline.',
    'The application has AppRoleAssignment.ReadWrite.All.',
    'It assigns RoleManagement.ReadWrite.Directory to itself.',
    'It makes itself Global Administrator, and resets the password of an administrator.',
    'Variant: the attacker removes the assignment and the role after an hour, and only the directory audit is collected.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'ostervale', {
      feeds: 'entra',
      from: '2025-11-03',
      days: 84,
      records: 1200,
    })
    const finance = makeApp(random, 'Corporate Finance Analytics', tenant.id)
    const reporting = ['Ledger Export', 'Budget Board', 'Travel Costs'].map((name) => makeApp(random, name, tenant.id))
    // The application assigns reading permissions to reporting applications: its daily work.
    routine(log, start - 84 * day, 80, 9, (at) =>
      auditAppRole(log, at, finance, random.pick(reporting), tenant.graph, readUsers),
    )

    const helped = routine(log, start - 84 * day, 83, 60, (at) => auditsUser(log, at, random.pick(tenant.people)))

    const begin = start + 2 * day + 22 * hour
    const granted = auditAppRole(log, begin, finance, finance, tenant.graph, manageRoles)
    const role = principalRole(log, begin + 12 * minute, finance, globalAdministrator, finance)
    const reset = audit(log, begin + 19 * minute, {
      activity: 'Reset user password',
      category: 'UserManagement',
      by: finance,
      targets: [account(tenant.admin, [], true)],
    })
    audit(log, begin + 63 * minute, {
      activity: 'Remove member from role',
      category: 'RoleManagement',
      by: finance,
      type: 'Unassign',
      targets: [
        principal(finance, [
          { name: 'Role.ObjectID', now: '', before: globalAdministrator.id },
          { name: 'Role.DisplayName', now: '', before: globalAdministrator.name },
          { name: 'Role.TemplateId', now: '', before: globalAdministrator.id },
          { name: 'Role.WellKnownObjectName', now: '', before: 'TenantAdmins' },
        ]),
        { id: globalAdministrator.id, displayName: globalAdministrator.name, type: 'Role', changes: [] },
      ],
    })
    audit(log, begin + 65 * minute, {
      activity: 'Remove app role assignment from service principal',
      category: 'ApplicationManagement',
      by: finance,
      type: 'Unassign',
      targets: [
        principal(tenant.graph, [
          { name: 'AppRole.Id', now: '', before: manageRoles.id },
          { name: 'AppRole.Value', now: '', before: manageRoles.value },
          { name: 'AppRole.DisplayName', now: '', before: manageRoles.title },
          { name: 'ServicePrincipal.ObjectID', now: '', before: finance.spId },
          { name: 'ServicePrincipal.DisplayName', now: '', before: finance.name },
          { name: 'ServicePrincipal.AppId', now: '', before: finance.appId },
          { name: 'ServicePrincipal.Name', now: '', before: finance.appId },
        ]),
        principal(finance, []),
      ],
    })

    const collected = only(log.records(), [...quiet, ...helped], ['AuditLogs'])
    return {
      records: collected.records,
      firstHostile: granted,
      dataLeft: [],
      required: [
        { act: 'An application gives itself the permission to assign roles', ids: [granted], minimum: 'high' },
        { act: 'The application makes itself Global Administrator', ids: [role], minimum: 'high' },
        { act: 'The application resets the password of an administrator', ids: [reset], minimum: 'medium' },
      ],
      quiet: collected.ids,
    }
  },
})
