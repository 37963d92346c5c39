import { benignWork } from '../campaign.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const days = 60

export default benignWork({
  title: 'Quarterly renewal of certificates: one by the owner, one by the runbook that rotates keys',
  sources: ['https://learn.microsoft.com/en-us/graph/api/application-addkey'],
  resembles: 'New credentials on old applications, one of them added by another application, and first use at once.',
  accounts: 1,
  days: 8,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'tarnhowe', {
      feeds: 'entra',
      from: '2026-01-26',
      days,
      after: 12,
      records: 230,
    })
    const { developer, hrSync, backup } = tenant
    const runbook = makeApp(random, 'Key Rotation Runbook', tenant.id, {
      ip: '198.51.100.70',
      agent: 'AzurePowershell/Az.Resources8.1.0',
    })
    routine(log, start - days * day, days, 12, (at) => appSignIn(log, at, { app: runbook, resource: tenant.graph }))
    const certificate = (id: string, quarter: string) => ({
      id,
      name: `CN=${quarter}.${tenant.domain}, O=Tarnhowe`,
      type: 'AsymmetricX509Cert' as const,
    })
    const ids: string[] = []
    const at = start + 9 * hour + 40 * minute
    const before = certificate(hrSync.keyId, '2026q1')
    const now = certificate(random.uuid(), '2026q2')
    ids.push(auditKeys(log, at, developer, hrSync, [before], [before, now]))
    ids.push(
      ...repeat(random, at + 15 * minute, 10, 12 * hour, (when) =>
        appSignIn(log, when, { app: hrSync, resource: tenant.graph, keyId: now.id, kind: 'clientAssertion' }),
      ),
    )
    ids.push(auditKeys(log, at + 7 * day, developer, hrSync, [before, now], [now]))

    const night = start + day + 2 * hour
    const old = { id: backup.keyId, name: 'rotation-2026-02' }
    const fresh = { id: random.uuid(), name: 'rotation-2026-03' }
    ids.push(
      appSignIn(log, night, { app: runbook, resource: tenant.graph }),
      graphCall(log, night + 20_000, {
        client: runbook,
        ip: runbook.ip,
        uri: `/applications/${backup.objectId}/addPassword`,
        method: 'POST',
        permissions: 'Application.ReadWrite.OwnedBy',
        agent: runbook.agent,
      }),
      auditKeys(log, night + 20_400, runbook, backup, [old], [old, fresh]),
      ...repeat(random, night + hour, 8, 15 * hour, (when) =>
        appSignIn(log, when, { app: backup, resource: tenant.graph, keyId: fresh.id }),
      ),
      auditKeys(log, night + 5 * day, runbook, backup, [old, fresh], [fresh]),
    )
    return { records: log.records(), ids }
  },
})
