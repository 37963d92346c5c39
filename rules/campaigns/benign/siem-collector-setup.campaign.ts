import { benignWork } from '../campaign.ts'
import { appRoles } from '../microsoft-clients.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { hour, makeApp, minute } from '../microsoft-tenant.ts'

const readAudit = {
  id: 'b0afded3-3588-46d8-8b3d-9842eff778da',
  value: 'AuditLog.Read.All',
  title: 'Read all audit log data',
}

export default benignWork({
  title: 'A log collector gets its own registration and polls sign-ins from a cloud network day and night',
  sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/entraid-pipeline-setup.html'],
  resembles: 'A new application with a secret reads all logs around the clock from a foreign network.',
  accounts: 1,
  days: 7,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'wharfedene', {
      feeds: 'entra',
      from: '2026-04-13',
      days: 55,
      after: 8,
      records: 210,
    })
    const { admin } = tenant
    const app = makeApp(random, 'Log Lake Collector', tenant.id, {
      ip: '2001:db8:c10d:5::20',
      agent: 'loglake-entra-source/2.3 okhttp/4.12.0',
    })
    const at = start + 11 * hour + 5 * minute
    const ids = [
      ...auditRegister(log, at, admin, app),
      auditAppRole(log, at + 5 * minute, admin, app, tenant.graph, readAudit),
      auditAppRole(log, at + 5 * minute + 900, admin, app, tenant.graph, appRoles.directoryRead),
      auditKeys(log, at + 8 * minute, admin, app, [], [{ id: app.keyId, name: 'collector 2026' }]),
    ]
    for (let i = 0; i < 40; i += 1) {
      const when = at + 30 * minute + i * 4 * hour + random.integer(0, 60_000)
      ids.push(appSignIn(log, when, { app, resource: tenant.graph }))
      ;['auditLogs/signIns', 'auditLogs/directoryAudits'].forEach((path, n) => {
        ids.push(
          graphCall(log, when + 2000 + n * 900, {
            client: app,
            ip: app.ip,
            uri: `/${path}?$top=1000&$orderby=createdDateTime`,
            permissions: 'AuditLog.Read.All Directory.Read.All',
            agent: app.agent,
            size: random.integer(60_000, 900_000),
          }),
        )
      })
    }
    return { records: log.records(), ids }
  },
})
