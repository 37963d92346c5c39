// Developers and the help desk ask the directory through a code assistant, which calls Graph with their own rights.
import { benignWork } from '../campaign.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const scopes = 'Application.Read.All AuditLog.Read.All Device.Read.All Group.Read.All User.Read.All'
const questions: readonly (readonly string[])[] = [
  ['/users?$filter=accountEnabled eq true&$count=true&$top=999', '/users?$top=999&$skiptoken=m2'],
  ['/applications?$select=displayName,passwordCredentials&$top=999', '/servicePrincipals?$top=999'],
  ['/groups?$top=999', '/groups?$top=999&$skiptoken=m2', '/directoryRoles?$expand=members'],
  ['/auditLogs/signIns?$top=50', '/devices?$top=999'],
]

export default benignWork({
  title: 'The directory is asked through a code assistant',
  sources: [
    'https://github.com/mcp/io.github.microsoft/EnterpriseMCP',
    'https://redcanary.com/blog/threat-detection/entra-id-oauth-attacks',
  ],
  resembles: 'A new client with a script as user agent lists users, groups and applications, also from homes.',
  accounts: 5,
  days: 16,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'codewharf', {
      feeds: 'entra',
      from: '2026-04-13',
      days: 70,
      after: 18,
      records: 340,
    })
    // A client of the organization itself, approved for all by the administrator.
    const client = makeApp(random, 'Directory Assistant (MCP)', tenant.id, { reply: 'http://localhost' })
    const ids = [
      ...auditConsent(
        log,
        start + 9 * hour,
        tenant.admin,
        { client, resource: tenant.graph, scopes: `${scopes} offline_access` },
        true,
      ),
    ]
    const staff = [tenant.developer, tenant.helpdesk, person(4), person(7), person(8)]
    for (let use = 0; use < 30; use += 1) {
      const who = staff[use % 5] ?? tenant.developer
      const days = [1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15]
      const at = start + (days[use % 11] ?? 1) * day + (8 + (use % 9)) * hour + random.integer(0, 50) * minute
      const ip = use % 4 === 3 ? `203.0.113.${120 + (use % 5)}` : who.ip
      const tokenId = token(log)
      ids.push(
        userSignIn(log, at, {
          person: who,
          client,
          resource: tenant.graph,
          ip,
          interactive: use < 5,
          tokenId,
          ownerTenant: tenant.id,
          incoming: use < 5 ? 'none' : 'refreshToken',
        }),
      )
      for (const [i, uri] of (questions[use % 4] ?? []).entries())
        ids.push(
          graphCall(log, at + (i + 1) * 9000, {
            client,
            person: who,
            ip,
            uri,
            permissions: scopes,
            agent: 'python-httpx/0.28.1',
            tokenId,
            size: random.integer(30_000, 600_000),
          }),
        )
    }
    return { records: log.records(), ids }
  },
})
