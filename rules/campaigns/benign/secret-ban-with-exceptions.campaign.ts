// An administrator forbids secrets, gives four applications an exception of some weeks, and moves six others to certificates.
import { benignWork } from '../campaign.ts'
import { addPolicy, assignPolicy, makePolicy, refusedKey } from '../microsoft-app-policies.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const moved = ['Claims Intake', 'Fleet Meter', 'Leave Planner', 'Tariff Export', 'Badge Printer', 'Yard Camera Index']
const excepted = ['Fax Gateway', 'Old Ledger Link', 'Scale House', 'Vendor Portal Sync']

const movingDays = [7, 8, 9, 14, 16, 21]
const exceptionDays = [8, 11, 15, 18]

export default benignWork({
  title: 'New secrets are forbidden: six applications move to certificates, and four get a secret in an exception',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-app-management-policies',
    'https://learn.microsoft.com/en-us/graph/api/resources/applicationauthenticationmethodpolicy',
  ],
  resembles:
    'A policy is lifted for some applications, which then get secrets, and others get certificates within a few weeks.',
  accounts: 18,
  days: 125,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'holmfreight', {
      feeds: 'entra',
      from: '2025-10-06',
      days: 84,
      after: 41,
      records: 620,
      people: 18,
    })
    const { admin, developer, graph } = tenant
    const from = start - 84 * day
    const ids: string[] = []
    const service = (name: string, i: number) => {
      const app = makeApp(random, name, tenant.id, {
        ip: `198.51.100.${62 + (i % 4)}`,
        agent: 'azsdk-net-Identity/1.14.0',
      })
      routine(log, from, 84, 40, (at) => appSignIn(log, at, { app, resource: graph }))
      return app
    }
    const later = (
      at: number,
      app: ReturnType<typeof service>,
      keyId: string,
      kind: 'clientSecret' | 'clientAssertion',
    ) => {
      for (let i = 0; i < 12; i += 1)
        ids.push(
          appSignIn(log, at + i * 26 * hour + random.integer(5, 200) * minute, { app, resource: graph, keyId, kind }),
        )
    }
    const morning = start + 9 * hour
    ids.push(
      userSignIn(log, morning - 9 * minute, {
        person: admin,
        client: firstParty.graphTools,
        resource: graph,
        ip: admin.ip,
      }),
      addPolicy(log, morning, admin, makePolicy(log, 'No new secrets from January'), 'enabled'),
    )
    moved.forEach((name, i) => {
      const app = service(name, i)
      const old = { id: app.keyId, name: 'secret' }
      const fresh = { id: random.uuid(), name: `CN=${app.reply.slice(8, 20)}`, type: 'AsymmetricX509Cert' as const }
      const at = start + (movingDays[i] ?? 7) * day + (9 + (i % 6)) * hour + random.integer(0, 50) * minute
      ids.push(
        auditKeys(log, at, developer, app, [old], [old, fresh]),
        auditKeys(log, at + 7 * day, developer, app, [old, fresh], [fresh]),
      )
      later(at + 4 * hour, app, fresh.id, 'clientAssertion')
    })
    const exception = makePolicy(log, 'Exception for suppliers without certificates')
    ids.push(addPolicy(log, start + 7 * day + 14 * hour, admin, exception, 'disabled'))
    excepted.forEach((name, i) => {
      const app = service(name, i + 1)
      const old = { id: app.keyId, name: '2024' }
      const fresh = { id: random.uuid(), name: '2026' }
      const at = start + (exceptionDays[i] ?? 8) * day + (10 + i) * hour + random.integer(0, 30) * minute
      ids.push(
        // The owner tries first, and asks for the exception after the error.
        refusedKey(log, at - 50 * minute, developer, app, [old], fresh),
        assignPolicy(log, at, admin, exception, app, true),
        auditKeys(log, at + 25 * minute, developer, app, [old], [old, fresh], { onPrincipal: true }),
        assignPolicy(log, at + 7 * day, admin, exception, app, false),
      )
      later(at + 3 * hour, app, fresh.id, 'clientSecret')
    })
    return { records: log.records(), ids }
  },
})
