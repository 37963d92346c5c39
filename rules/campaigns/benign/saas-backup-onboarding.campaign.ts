import { benignWork } from '../campaign.ts'
import { appRoles, firstParty } from '../microsoft-clients.ts'
import { auditAppRole } from '../microsoft-entra-apps.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A new backup service is connected by the global administrator',
  sources: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/grant-admin-consent'],
  resembles: 'A foreign application receives rights to all mail and files and at once reads everything.',
  accounts: 1,
  days: 3,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'havenport', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 45,
      records: 220,
    })
    const { admin, graph } = tenant
    const app = makeApp(random, 'Vaultline Backup for Microsoft 365', random.uuid(), {
      ip: '203.0.113.33',
      agent: 'Vaultline/6.4',
    })
    const at = start + 10 * hour
    const ids = [
      userSignIn(log, at, { person: admin, client: firstParty.azurePortal, resource: graph, ip: admin.ip }),
      ...auditConsent(
        log,
        at + 5 * minute,
        admin,
        { client: app, resource: graph, scopes: 'User.Read openid profile' },
        true,
      ),
      ...[appRoles.mailRead, appRoles.filesRead, appRoles.sitesRead, appRoles.directoryRead].map((role, i) =>
        auditAppRole(log, at + 5 * minute + 200 + i * 90, admin, app, graph, role),
      ),
    ]
    const tokenId = token(log)
    ids.push(
      ...repeat(random, at + hour, 6, 8 * hour, (moment) => appSignIn(log, moment, { app, resource: graph, tokenId })),
    )
    ids.push(
      ...repeat(random, at + hour, 60, 40 * minute, (moment, i) =>
        graphCall(log, moment, {
          client: app,
          ip: app.ip,
          agent: app.agent,
          tokenId,
          size: random.integer(50_000, 400_000),
          permissions: 'Directory.Read.All Files.Read.All Mail.Read Sites.Read.All',
          uri:
            i % 2 === 0
              ? `/users/${person(i % 15).oid}/mailFolders/delta?$top=200`
              : `/users/${person(i % 15).oid}/drive/root/delta`,
        }),
      ),
    )
    return { records: log.records(), ids }
  },
})
