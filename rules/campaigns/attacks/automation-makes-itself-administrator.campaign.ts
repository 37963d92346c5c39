import { attackCampaign } from '../campaign.ts'
import { appRoles, globalAdministrator } from '../microsoft-clients.ts'
import { auditMember, auditNewUser, auditRole } from '../microsoft-directory.ts'
import { account, audit, principal } from '../microsoft-entra.ts'
import { auditAppRole, auditRegister } from '../microsoft-entra-apps.ts'
import { only } from '../microsoft-only.ts'
import { principalRole } from '../microsoft-policies.ts'
import { outsider, routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const roleManagement = {
  id: '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8',
  value: 'RoleManagement.ReadWrite.Directory',
  title: 'Read and write all directory RBAC settings',
}

export default attackCampaign({
  title:
    'An automation application gives itself a permission, then the role Global Administrator, directory audit only',
  sources: [
    'https://docs.forestall.io/fsprotect/edges/azure/az_mg_approleassignment_readwrite_all',
    'https://docs.forestall.io/fsprotect/edges/azure/az_mg_rolemanagement_readwrite_directory',
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
  ],
  facts: [
    'With AppRoleAssignment.ReadWrite.All an application grants any permission of Graph to itself or to others.',
    'With RoleManagement.ReadWrite.Directory it makes itself or any other principal a Global Administrator.',
    'In 2024 Midnight Blizzard used an old application with high rights to give permissions to others.',
    'No person acts: the application is the actor of every record, and records of an application have no address.',
    'The application had the first permission for months; afterwards it takes the second away from itself.',
  ],
  build: (random) => {
    const stage = scene(random, 'corvidbank', { feeds: 'entra', from: '2026-02-02', days: 80, records: 500 })
    const { log, tenant, start } = stage
    const from = start - 80 * day
    const automation = makeApp(random, 'Joiner Automation', tenant.id, { ip: '198.51.100.64' })
    auditRegister(log, from + 9 * hour, tenant.admin, automation)
    auditAppRole(log, from + 9.1 * hour, tenant.admin, automation, tenant.graph, appRoles.assignRoles)
    const group = { id: random.uuid(), name: 'All staff' }
    const ordinary = routine(log, from + 2 * day, 76, 110, (at) => {
      const n = random.number()
      const person = random.pick(tenant.people)
      if (n < 0.2)
        return auditNewUser(
          log,
          at,
          automation,
          outsider(random, `joiner${random.digits(4)}@${tenant.domain}`, 'New Joiner', person, person.ip),
        )
      if (n < 0.5) return auditMember(log, at, automation, group, person)
      return audit(log, at, {
        activity: 'Update user',
        category: 'UserManagement',
        by: automation,
        targets: [account(person, [{ name: 'Department', now: '["Works"]', before: '["Sales"]' }], true)],
      })
    })
    const attack = start + 2 * hour
    const granted = auditAppRole(log, attack, automation, automation, tenant.graph, roleManagement)
    const itself = principalRole(log, attack + 4 * minute, automation, globalAdministrator, automation)
    const account2 = outsider(random, `svc-mdm@${tenant.domain}`, 'Svc Mdm', stage.person(4), '192.0.2.61')
    const made = auditNewUser(log, attack + 9 * minute, automation, account2)
    const raised = auditRole(log, attack + 11 * minute, automation, globalAdministrator, account2)
    audit(log, attack + 40 * minute, {
      activity: 'Remove app role assignment from service principal',
      category: 'ApplicationManagement',
      by: automation,
      type: 'Unassign',
      targets: [
        principal(tenant.graph, [
          { name: 'AppRole.Id', before: roleManagement.id, now: '' },
          { name: 'AppRole.Value', before: roleManagement.value, now: '' },
          { name: 'ServicePrincipal.ObjectID', before: automation.spId, now: '' },
          { name: 'ServicePrincipal.AppId', before: automation.appId, now: '' },
        ]),
        principal(automation, []),
      ],
      details: { AppId: tenant.graph.appId },
    })
    const kept = only(log.records(), [...stage.quiet, ...ordinary], ['AuditLogs'])
    return {
      records: kept.records,
      firstHostile: granted,
      dataLeft: [],
      required: [
        { act: 'an application grants itself the management of roles', ids: [granted], minimum: 'high' },
        { act: 'an application becomes Global Administrator by its own hand', ids: [itself], minimum: 'high' },
        { act: 'a new account becomes Global Administrator, by an application', ids: [raised, made], minimum: 'high' },
      ],
      quiet: kept.ids,
    }
  },
})
