import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { audit, principal } from '../microsoft-entra.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { polled } from '../microsoft-restored.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A monitoring company gets the role Security Reader for its application, and looks every half hour',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference#security-reader',
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/manage-roles-portal',
  ],
  resembles:
    'The service principal of another company gets consent for everybody and a directory role, and signs in by day and night from a new network.',
  accounts: 1,
  days: 9,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'ferncombe-schools', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-05-11',
      days: 58,
      after: 12,
      people: 17,
      records: 620,
    })
    const watch = makeApp(random, 'Wardline Monitoring', random.uuid(), { ip: '203.0.113.210' })
    const reader = { id: '5d6b6bb7-de71-4623-b4af-96380a352509', name: 'Security Reader' }
    const at = start + 10 * hour + 20 * minute
    const { admin } = tenant
    const ids = [
      userSignIn(log, at - 5 * minute, {
        person: admin,
        client: firstParty.azurePortal,
        resource: tenant.graph,
        ip: admin.ip,
      }),
      ...auditConsent(
        log,
        at,
        admin,
        { client: watch, resource: tenant.graph, scopes: 'openid profile AuditLog.Read.All SecurityEvents.Read.All' },
        true,
        true,
      ),
      audit(log, at + 14 * minute, {
        activity: 'Add member to role',
        category: 'RoleManagement',
        by: admin,
        type: 'Assign',
        targets: [
          principal(watch, [
            { name: 'Role.ObjectID', now: random.uuid() },
            { name: 'Role.DisplayName', now: reader.name },
            { name: 'Role.TemplateId', now: reader.id },
            { name: 'Role.WellKnownObjectName', now: 'SecurityReaders' },
          ]),
          { id: reader.id, displayName: reader.name, type: 'Role', changes: [] },
        ],
        details: { 'User-Agent': admin.agent },
      }),
    ]
    for (let i = 0; i < 8 * 24 * 2; i += 1)
      ids.push(
        appSignIn(log, start + day + i * 30 * minute + random.integer(0, 50) * 1_000, {
          app: watch,
          resource: tenant.graph,
        }),
      )
    return polled(log.records(), ids)
  },
})
