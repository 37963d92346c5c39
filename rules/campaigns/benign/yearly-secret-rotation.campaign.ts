// Fourteen registrations get new secrets on one afternoon, and lose the old ones two days later.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const names = [
  'Payroll Export',
  'Door Access Sync',
  'Invoice Robot',
  'Intranet Search',
  'Fleet Calendar',
  'Survey Mailer',
  'Warehouse Labels',
  'Shift Planner',
  'Legal Archive',
  'Print Accounting',
  'Lab Results Mail',
  'Room Panels',
  'Sales Dashboard',
  'Signature Service',
]

export default benignWork({
  title: 'A developer rotates the secrets of fourteen registrations before they expire',
  sources: ['https://learn.microsoft.com/en-us/entra/identity-platform/security-best-practices-for-app-registration'],
  resembles: 'One person adds new keys to many applications within two hours, and the applications sign in with them.',
  accounts: 20,
  days: 92,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'kestrelworks', {
      feeds: 'entra',
      from: '2026-03-02',
      days: 92,
      after: 14,
      records: 800,
      people: 20,
    })
    const { developer, graph } = tenant
    const from = start - 92 * day
    const ids: string[] = []
    const afternoon = start + 13 * hour
    ids.push(
      userSignIn(log, afternoon - 6 * minute, {
        person: developer,
        client: firstParty.azureCli,
        resource: graph,
        ip: developer.ip,
      }),
    )
    names.forEach((name, index) => {
      const app = makeApp(random, name, tenant.id, {
        ip: `198.51.100.${62 + (index % 5)}`,
        agent: 'azsdk-net-Identity/1.13.1',
      })
      routine(log, from, 92, 36, (at) => appSignIn(log, at, { app, resource: graph }))
      const old = { id: app.keyId, name: 'secret-2025' }
      const fresh = { id: random.uuid(), name: 'secret-2026' }
      const at = afternoon + (index * 7 + random.integer(0, 4)) * minute
      ids.push(auditKeys(log, at, developer, app, [old], [old, fresh]))
      // The deployment takes some hours; then the service uses the new secret from its old network.
      const deployed = at + random.integer(2, 20) * hour
      for (let i = 0; i < 12; i += 1)
        ids.push(
          appSignIn(log, deployed + i * 20 * hour + random.integer(0, 90) * minute, {
            app,
            resource: graph,
            keyId: fresh.id,
          }),
        )
      ids.push(auditKeys(log, at + 2 * day, developer, app, [old, fresh], [fresh]))
    })
    return { records: log.records(), ids }
  },
})
