import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title:
    'The developer renews the secret of the HR synchronisation before it ends, and removes the old one a week later',
  sources: ['https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials'],
  resembles: 'A second secret appears on an old application with far-reaching rights, and is used soon after.',
  accounts: 1,
  days: 8,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'northgate', {
      feeds: 'entra',
      from: '2026-01-19',
      days: 60,
      after: 12,
      records: 300,
    })
    const { hrSync, developer, graph } = tenant
    const old = { id: hrSync.keyId, name: 'hr-sync 2025' }
    const fresh = { id: random.uuid(), name: 'hr-sync 2026' }
    // The developer renewed the secret of the ticket bridge in the same way five weeks earlier.
    const bridge = tenant.mailBridge
    auditKeys(
      log,
      start - 36 * day + 9 * hour,
      developer,
      bridge,
      [{ id: random.uuid(), name: 'bridge 2025' }],
      [{ id: bridge.keyId, name: 'bridge 2026' }],
    )
    const at = start + 9 * hour + 30 * minute
    const ids = [
      userSignIn(log, at, { person: developer, client: firstParty.azurePortal, resource: graph, ip: developer.ip }),
      auditKeys(log, at + 4 * minute, developer, hrSync, [old], [old, fresh]),
      ...repeat(random, at + 20 * minute, 14, 12 * hour, (moment) =>
        appSignIn(log, moment, { app: hrSync, resource: graph, keyId: fresh.id }),
      ),
      ...repeat(random, at + 21 * minute, 20, 8 * hour, (moment, i) =>
        graphCall(log, moment, {
          client: hrSync,
          ip: hrSync.ip,
          uri: `/users/${person(i % 15).oid}`,
          method: 'PATCH',
          status: 204,
          permissions: 'User.ReadWrite.All',
          agent: hrSync.agent,
        }),
      ),
      auditKeys(log, at + 7 * day, developer, hrSync, [old, fresh], [fresh]),
    ]
    return { records: log.records(), ids }
  },
})
