import { benignWork } from '../campaign.ts'
import { provenCall } from '../microsoft-client-kinds.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { buildIssuer, federatedTrust, type Trust } from '../microsoft-federated.ts'
import { networks, placed } from '../microsoft-places.ts'
import { replyAddresses } from '../microsoft-policies.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

const names = ['Invoicer Dev', 'Invoicer Staging', 'Invoicer Preview', 'Roster Dev', 'Roster Staging'] as const
const permissions = 'Application.Read.All User.Read.All'

export default benignWork({
  title:
    'A software house gives its pipelines federated trust and certificates, and opens test registrations for its test tenants',
  sources: [
    'https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation',
    'https://learn.microsoft.com/en-us/entra/identity-platform/howto-convert-app-to-be-multi-tenant',
  ],
  resembles:
    'Developers register applications, add trust in an outside issuer and new keys, open applications to all tenants, and the applications then sign in from changing hosting addresses.',
  accounts: 4,
  days: 26,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'quillstack', {
      feeds: 'entra',
      from: '2026-03-09',
      days: 70,
      after: 28,
      people: 18,
      records: 800,
    })
    const { graph, developer } = tenant
    const developers: readonly Person[] = [developer, person(3), person(4), person(6)]
    const runner = () => `192.0.2.${random.integer(200, 250)}`
    const ids: string[] = []
    // The release pipeline has used federated trust from changing runners all the time.
    const release = makeApp(random, 'Release Pipeline', tenant.id, { agent: 'azsdk-js/1.4.0 (node 22)' })
    routine(log, start - 70 * day, 96, 150, (at) => {
      const ip = runner()
      placed(log, at, networks.hostingFrankfurt, (side) =>
        appSignIn(side, at, { app: release, resource: graph, ip, kind: 'federatedIdentityCredential' }),
      )
      return provenCall(log, at + 8000, '2', {
        client: release,
        ip,
        uri: '/applications',
        permissions,
        agent: release.agent,
      })
    })
    for (const [i, name] of names.entries()) {
      const by = developers[i % developers.length] ?? developer
      const app = makeApp(random, name, tenant.id, {
        agent: 'azsdk-js/1.4.0 (node 22)',
        reply: `https://${name.toLowerCase().replace(' ', '-')}.quillstack.example/auth`,
      })
      const at = start + i * 4 * day + 10 * hour + random.integer(0, 200) * minute
      ids.push(userSignIn(log, at, { person: by, client: firstParty.azurePortal, resource: graph, ip: by.ip }))
      ids.push(...auditRegister(log, at + 4 * minute, by, app))
      // A secret for the first day, a certificate for the test server, then trust in the pipeline.
      const secret = { id: random.uuid(), name: 'first-day' }
      const certificate = { id: app.keyId, name: 'CN=test-server', type: 'AsymmetricX509Cert' } as const
      ids.push(
        auditKeys(log, at + 7 * minute, by, app, [], [secret]),
        auditKeys(log, at + 3 * hour, by, app, [secret], [secret, certificate]),
        auditKeys(log, at + day, by, app, [secret, certificate], [certificate]),
      )
      const subject = `repo:quillstack/${name.split(' ')[0]?.toLowerCase()}:environment:${name.split(' ')[1]?.toLowerCase()}`
      const trust: Trust = { id: random.uuid(), name: 'pipeline', issuer: buildIssuer, subject }
      ids.push(federatedTrust(log, at + day + 5 * minute, 'entra', by, app, [], [trust]))
      // The test tenants need an application that all tenants can use.
      const local = 'http://localhost:5173/auth'
      if (name.endsWith('Staging'))
        ids.push(
          replyAddresses(
            log,
            at + day + 30 * minute,
            by,
            app,
            { before: [app.reply], now: [app.reply, local] },
            { opened: true },
          ),
        )
      for (let build = 0; build < 6; build += 1) {
        const when = at + day + (2 + build * 5) * hour + random.integer(0, 50) * minute
        const ip = runner()
        ids.push(
          placed(log, when, networks.hostingFrankfurt, (side) =>
            appSignIn(side, when, { app, resource: graph, ip, kind: 'federatedIdentityCredential' }),
          ),
          provenCall(log, when + 9000, '2', {
            client: app,
            ip,
            uri: '/users?$top=5&$select=id,displayName',
            permissions,
            agent: app.agent,
          }),
        )
      }
    }
    return { records: log.records(), ids }
  },
})
