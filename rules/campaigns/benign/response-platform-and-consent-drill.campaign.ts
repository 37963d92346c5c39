// The security team connects a response platform, exchanges its secret for a certificate, and holds a drill about consent.
import { benignWork } from '../campaign.ts'
import { provenCall } from '../microsoft-client-kinds.ts'
import { appRoles } from '../microsoft-clients.ts'
import { audit, principal, registration } from '../microsoft-entra.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { networks, placed } from '../microsoft-places.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const role = (id: string, value: string, title: string) => ({ id, value, title })
const wanted = [
  appRoles.directoryRead,
  role('b0afded3-3588-46d8-8b3d-9842eff778da', 'AuditLog.Read.All', 'Read all audit log data'),
  role('ed4fca05-be46-441f-9803-1873825f8fdb', 'SecurityAlert.ReadWrite.All', 'Read and write to all security alerts'),
  role('77f3a031-c388-4f99-b373-dc68676a979e', 'User.RevokeSessions.All', 'Revoke all sign in sessions for a user'),
  role('3011c876-62b7-4ada-afa2-506cbbecc68c', 'User.EnableDisableAccount.All', 'Enable and disable user accounts'),
]
const permissions = wanted.map((each) => each.value).join(' ')
const drillScopes = 'openid profile User.Read'

export default benignWork({
  title: 'A response platform is connected, ends sessions of test accounts, and a consent drill follows',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/user-revokesigninsessions',
    'https://learn.microsoft.com/en-us/defender-office-365/attack-simulation-training-get-started',
  ],
  resembles:
    'A new application with rights over all accounts signs in from the cloud of its vendor with two keys, many people ' +
    'consent to one new application within a morning, and the application disappears on the next day.',
  accounts: 640,
  days: 30,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'halden-insurance', {
      feeds: 'entra',
      from: '2025-09-01',
      days: 70,
      after: 32,
      people: 20,
    })
    const { admin, graph } = tenant
    const analyst = person(3)
    const ids: string[] = []
    const platform = makeApp(random, 'Sentryline Response', tenant.id, { ip: '203.0.113.71', agent: 'Sentryline/5.2' })
    const setUp = start + day + 10 * hour
    const secret = { id: platform.keyId, name: 'trial' }
    const certificate = { id: random.uuid(), name: 'CN=sentryline', type: 'AsymmetricX509Cert' as const }
    ids.push(
      ...auditRegister(log, setUp, admin, platform),
      auditKeys(log, setUp + 3 * minute, admin, platform, [], [secret]),
      ...wanted.map((each, i) => auditAppRole(log, setUp + (6 + i) * minute, admin, platform, graph, each)),
    )
    const change = start + 8 * day + 14 * hour
    ids.push(
      auditKeys(log, change, admin, platform, [secret], [secret, certificate]),
      auditKeys(log, change + day, admin, platform, [secret, certificate], [certificate]),
    )
    const works = (at: number): void => {
      const early = at < change + hour
      const tokenId = token(log)
      const ip = random.pick(['203.0.113.71', '203.0.113.72'])
      ids.push(
        placed(log, at, networks.vendorDublin, (side) =>
          appSignIn(side, at, {
            app: platform,
            resource: graph,
            ip,
            tokenId,
            keyId: early ? secret.id : certificate.id,
            kind: early ? 'clientSecret' : 'clientAssertion',
          }),
        ),
      )
      const test = person(16 + random.integer(0, 3)).oid
      const acts = [
        ['GET', '/security/alerts_v2?$top=50', 200],
        ['GET', `/auditLogs/signIns?$filter=userId eq '${test}'`, 200],
        ['POST', `/users/${test}/revokeSignInSessions`, 200],
      ] as const
      acts.slice(0, random.integer(2, 3)).forEach(([method, uri, status], i) => {
        ids.push(
          provenCall(log, at + (1 + i) * 20_000, early ? '1' : '2', {
            client: platform,
            ip,
            method,
            uri,
            status,
            permissions,
            agent: platform.agent,
            tokenId,
          }),
        )
      })
    }
    for (let i = 0; i < 84; i += 1) works(setUp + hour + i * 8 * hour)
    const drill = makeApp(random, 'Summer Party Photos', tenant.id, {
      reply: 'https://drill.halden-insurance.example/cb',
    })
    const opened = start + 15 * day + 8 * hour
    ids.push(...auditRegister(log, opened - day, analyst, drill))
    const fooled = tenant.people.slice(4, 17)
    fooled.forEach((who, i) => {
      const at = opened + i * 17 * minute
      const grant = { client: drill, resource: graph, scopes: drillScopes, user: who }
      ids.push(
        userSignIn(log, at - 3000, { person: who, client: drill, resource: graph, ip: who.ip, ownerTenant: tenant.id }),
        ...auditConsent(log, at, who, grant, false, false),
      )
    })
    const ended = { category: 'ApplicationManagement', by: analyst, type: 'Delete' }
    ids.push(
      audit(log, opened + day, { ...ended, activity: 'Delete application', targets: [registration(drill, [])] }),
      audit(log, opened + day + 900, {
        ...ended,
        activity: 'Remove service principal',
        targets: [principal(drill, [])],
      }),
    )
    return { records: log.records(), ids }
  },
})
