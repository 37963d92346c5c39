import { benignWork } from '../campaign.ts'
import { firstParty, microsoftServices } from '../microsoft-clients.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const shell =
  'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-US) PowerShell/7.5.4 Invoke-MgGraphRequest'

export default benignWork({
  title: 'The administrator makes the monthly report of accounts and licences with Graph PowerShell',
  sources: ['https://learn.microsoft.com/en-us/powershell/microsoftgraph/get-started'],
  resembles: 'The directory is read in full through a first-party command line client with administrator scopes.',
  accounts: 1,
  days: 1,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'tideswell', {
      feeds: 'entra',
      from: '2026-01-12',
      days: 77,
      records: 300,
    })
    const { admin, graph } = tenant
    const client = makeApp(random, firstParty.graphTools.name, microsoftServices, {
      appId: firstParty.graphTools.appId,
    })
    const scopes = 'AuditLog.Read.All Directory.Read.All Reports.Read.All User.Read openid profile offline_access'
    auditConsent(log, start - 70 * day + 9 * hour, admin, { client, resource: graph, scopes, user: admin }, true)
    const report = (at: number): readonly string[] => {
      const tokenId = token(log)
      const uris = [
        '/users?$top=999',
        '/subscribedSkus',
        '/directoryRoles',
        '/groups?$top=999',
        '/auditLogs/signIns?$top=500',
        "/reports/getOffice365ActiveUserDetail(period='D30')",
      ]
      return [
        userSignIn(log, at, { person: admin, client, resource: graph, ip: admin.ip, tokenId }),
        ...repeat(random, at + minute, 18, 20_000, (moment, i) =>
          graphCall(log, moment, {
            client,
            person: admin,
            ip: admin.ip,
            agent: shell,
            tokenId,
            permissions: scopes,
            size: random.integer(20_000, 300_000),
            uri: uris[i % uris.length] ?? '/users',
            wids: '62e90394-69f5-4237-9190-012177145e10 b79fbf4d-3ef9-4689-8143-76b194e85509',
          }),
        ),
      ]
    }
    report(start - 70 * day + 9 * hour + 5 * minute)
    report(start - 28 * day + 9 * hour)
    const ids = report(start + 9 * hour + 15 * minute)
    return { records: log.records(), ids }
  },
})
