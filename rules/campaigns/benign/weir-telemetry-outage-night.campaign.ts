// A certificate ends on a Saturday night. The engineer on call renews it over the jump server, and the second site takes over.
import { benignWork } from '../campaign.ts'
import { refusedAppSignIn } from '../microsoft-client-kinds.ts'
import { firstParty, microsoftServices } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { only } from '../microsoft-only.ts'
import { networks, placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { transferredSignIn } from '../microsoft-sync.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const shell = 'Mozilla/5.0 (Linux; Ubuntu 24.04.2 LTS; en-GB) PowerShell/7.5.2 Invoke-MgGraphRequest'
const jump = '203.0.113.150'
const telephone = '2a02:a420:66:14::9c1'

export default benignWork({
  title:
    'An expired certificate stops the weir telemetry, and the engineer on call renews it at night with a device code',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-device-code',
    'https://learn.microsoft.com/en-us/powershell/microsoftgraph/authentication-commands',
  ],
  resembles:
    'A device code is confirmed at night, a certificate is added to an application, and it signs in with the new key from an unknown network.',
  accounts: 2,
  days: 12,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'rietbergwater', {
      feeds: 'entra',
      from: '2025-09-08',
      days: 91,
      after: 14,
      records: 420,
      people: 16,
    })
    const { developer, graph } = tenant
    const from = start - 91 * day
    const telemetry = makeApp(random, 'Weir Telemetry', tenant.id, { ip: '198.51.100.81', agent: 'weir-agent/6.1' })
    const old = { id: telemetry.keyId, name: 'CN=weir-telemetry', type: 'AsymmetricX509Cert' } as const
    const renewed = { ...old, id: random.uuid() }
    const standby = '198.18.40.6'
    /** The jump server has no browser: a code is confirmed elsewhere. */
    const code = (at: number, confirmed: string): readonly string[] => {
      const shared = {
        person: developer,
        client: firstParty.graphTools,
        resource: graph,
        session: random.uuid(),
        protocol: 'deviceCode',
        ownerTenant: microsoftServices,
      }
      const confirm = (side: typeof log) => transferredSignIn(side, at, 'deviceCodeFlow', { ...shared, ip: confirmed })
      return [
        confirmed === telephone ? placed(log, at, networks.mobileUtrecht, confirm) : confirm(log),
        transferredSignIn(log, at + 5000, 'deviceCodeFlow', { ...shared, ip: jump, agent: shell, interactive: false }),
      ]
    }
    // The engineer works this way each week, and the application signs in around the clock until its certificate ends.
    routine(log, from, 88, 19, (at) => code(at, developer.ip)[0] ?? '')
    const proof = { app: telemetry, resource: graph, kind: 'clientAssertion' } as const
    for (let at = from; at < start + 22 * hour; at += 9 * hour)
      appSignIn(log, at + random.integer(0, 30) * minute, proof)

    const ids: string[] = []
    // Saturday night: refused, renewed, and taken over by the second site.
    const alarm = start + 5 * day + 22 * hour + 40 * minute
    for (let at = start + 22 * hour; at < alarm - 5 * minute; at += 9 * hour) ids.push(appSignIn(log, at, proof))
    const reason =
      'AADSTS700027: The certificate with identifier used to sign the client assertion is expired on application.'
    ids.push(...repeat(random, alarm, 14, 3 * minute, (at) => refusedAppSignIn(log, at, 700_027, reason, proof)))
    const called = alarm + 55 * minute
    ids.push(...code(called, telephone))
    const engineer = { ...developer, agent: shell, ip: jump }
    const change = { ip: jump }
    ids.push(auditKeys(log, called + 9 * minute, engineer, telemetry, [old], [old, renewed], change))
    const atStandby = repeat(random, called + 12 * minute, 9, 4 * hour, (at) =>
      placed(log, at, networks.hostingHelsinki, (side) =>
        appSignIn(side, at, { ...proof, ip: standby, keyId: renewed.id }),
      ),
    )
    ids.push(...atStandby)
    // Monday: the old certificate goes, and the first site works again.
    const monday = start + 7 * day + 9 * hour
    ids.push(...code(monday, developer.ip))
    ids.push(auditKeys(log, monday + 6 * minute, engineer, telemetry, [old, renewed], [renewed], change))
    ids.push(
      ...repeat(random, monday + hour, 14, 9 * hour, (at) => appSignIn(log, at, { ...proof, keyId: renewed.id })),
    )
    return only(log.records(), ids, [
      'AuditLogs',
      'SignInLogs',
      'NonInteractiveUserSignInLogs',
      'ServicePrincipalSignInLogs',
    ])
  },
})
