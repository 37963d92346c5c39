// The security team reviews all applications of the tenant, and removes what nobody needs.
import { benignWork } from '../campaign.ts'
import { working } from '../microsoft-background.ts'
import { firstParty, microsoftServices } from '../microsoft-clients.ts'
import { audit, principal } from '../microsoft-entra.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const agent =
  'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-US) PowerShell/7.5.1 Invoke-MgGraphRequest'

export default benignWork({
  title:
    'A quarterly review lists all applications and grants with PowerShell, removes grants, and disables applications',
  sources: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-application-permissions'],
  resembles:
    'A powerful consent for a command line tool, an inventory of the directory by script, and many changes of applications.',
  accounts: 20,
  days: 92,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'moorgate-labs', {
      feeds: 'entra',
      from: '2026-04-06',
      days: 92,
      after: 10,
      records: 800,
      people: 20,
    })
    const { admin, graph } = tenant
    const from = start - 92 * day
    const apps = Array.from({ length: 20 }, (_, i) => {
      const app = makeApp(random, `Toolbox ${String.fromCharCode(65 + i)}`, random.uuid())
      const scopes = i % 4 === 0 ? 'User.Read Calendars.Read offline_access' : 'openid profile User.Read'
      const user = person(i)
      auditConsent(log, working(log, from, 60), user, { client: app, resource: graph, scopes, user })
      return app
    })
    const ids: string[] = []
    const begin = start + 8 * hour
    const tools = makeApp(random, firstParty.graphTools.name, microsoftServices, { appId: firstParty.graphTools.appId })
    const scopes =
      'Application.ReadWrite.All AuditLog.Read.All DelegatedPermissionGrant.ReadWrite.All Directory.Read.All'
    ids.push(userSignIn(log, begin, { person: admin, client: tools, resource: graph, ip: admin.ip }))
    ids.push(...auditConsent(log, begin + 20_000, admin, { client: tools, resource: graph, scopes }, true))
    const call = (at: number, uri: string, method = 'GET', status = 200): string =>
      graphCall(log, at, {
        client: tools,
        person: admin,
        ip: admin.ip,
        uri,
        method,
        status,
        permissions: scopes,
        agent,
      })
    ids.push(call(begin + 2 * minute, '/servicePrincipals?$top=999'))
    ids.push(call(begin + 2.2 * minute, '/oauth2PermissionGrants?$top=999'))
    for (let i = 0; i < 120; i += 1) {
      const app = random.pick(apps)
      const kind = random.pick(['oauth2PermissionGrants', 'appRoleAssignments', 'owners', 'appRoleAssignedTo'])
      ids.push(call(begin + 3 * minute + i * 1500, `/servicePrincipals/${app.spId}/${kind}`))
    }
    // In the next days: fourteen grants end, five applications are disabled, three are removed.
    const common = { category: 'ApplicationManagement', by: admin, details: { 'User-Agent': agent } }
    apps.slice(0, 14).forEach((app, i) => {
      const at = begin + day + i * 3 * minute
      ids.push(call(at, `/oauth2PermissionGrants/${random.uuid().replaceAll('-', '')}`, 'DELETE', 204))
      ids.push(
        audit(log, at + 300, {
          ...common,
          activity: 'Remove delegated permission grant',
          type: 'Unassign',
          targets: [
            principal(graph, [
              { name: 'DelegatedPermissionGrant.Scope', before: ' openid profile User.Read', now: '' },
              { name: 'ServicePrincipal.ObjectID', before: app.spId, now: app.spId },
              { name: 'TargetId.ServicePrincipalNames', now: graph.names },
            ]),
          ],
        }),
      )
    })
    apps.slice(14, 19).forEach((app, i) => {
      const changes = [
        { name: 'AccountEnabled', before: '[true]', now: '[false]' },
        { name: 'Included Updated Properties', now: '"AccountEnabled"' },
      ]
      const targets = [principal(app, changes, true)]
      ids.push(
        audit(log, begin + day + (60 + i * 4) * minute, { ...common, activity: 'Update service principal', targets }),
      )
    })
    apps.slice(0, 3).forEach((app, i) => {
      ids.push(
        audit(log, begin + 2 * day + i * 5 * minute, {
          ...common,
          activity: 'Remove service principal',
          type: 'Delete',
          targets: [principal(app, [])],
        }),
      )
    })
    return { records: log.records(), ids }
  },
})
