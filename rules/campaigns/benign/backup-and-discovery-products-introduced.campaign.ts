import { benignWork } from '../campaign.ts'
import { provenCall } from '../microsoft-client-kinds.ts'
import { appRoles } from '../microsoft-clients.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { networks, placed } from '../microsoft-places.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const mailWrite = {
  id: 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
  value: 'Mail.ReadWrite',
  title: 'Read and write mail in all mailboxes',
}

export default benignWork({
  title: 'In three weeks the administrator introduces a second backup product and a product for discovery of documents',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/grant-admin-consent',
    'https://learn.microsoft.com/en-us/microsoft-365/backup/backup-overview',
  ],
  resembles:
    'Two new applications get permissions on all mailboxes and files within days, come from a vendor network, and copy everything, at night too.',
  accounts: 20,
  days: 21,
  allowed: 'high',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'saltmarsh-energy', {
      feeds: 'entra',
      from: '2026-02-16',
      days: 63,
      after: 24,
      people: 20,
      records: 820,
    })
    const { admin, graph } = tenant
    const ids: string[] = []
    const backup = makeApp(random, 'Keepsafe Backup for Microsoft 365', random.uuid(), {
      ip: '203.0.113.71',
      agent: 'keepsafe-worker/11.3',
    })
    const discovery = makeApp(random, 'Casefinder Discovery', tenant.id, {
      ip: '203.0.113.72',
      agent: 'casefinder/2.6',
      reply: 'https://casefinder.example/saltmarsh/signin-oidc',
    })
    // Monday of the first week: the administrator follows the guide of the vendor.
    const first = start + 9 * hour
    const portal = { person: admin, resource: graph, ip: admin.ip, ownerTenant: backup.ownerTenant }
    ids.push(userSignIn(log, first, { ...portal, client: backup }))
    const basic = { client: backup, resource: graph, scopes: 'User.Read openid profile' }
    ids.push(...auditConsent(log, first + 2 * minute, admin, basic, true))
    for (const [i, role] of [mailWrite, appRoles.filesRead, appRoles.sitesRead, appRoles.directoryRead].entries())
      ids.push(auditAppRole(log, first + 2 * minute + (i + 1) * 300, admin, backup, graph, role))
    // Tuesday of the second week: a registration of the house for the discovery product, with a certificate.
    const second = start + 8 * day + 13 * hour
    ids.push(...auditRegister(log, second, admin, discovery))
    const certificate = { id: discovery.keyId, name: 'CN=casefinder', type: 'AsymmetricX509Cert' } as const
    ids.push(auditKeys(log, second + 6 * minute, admin, discovery, [], [certificate]))
    for (const [i, role] of [appRoles.mailRead, appRoles.filesRead].entries())
      ids.push(auditAppRole(log, second + (9 + i) * minute, admin, discovery, graph, role))
    // The first full copy takes four nights. After that the backup asks for changes.
    for (let night = 0; night < 14; night += 1)
      for (let i = 0; i < tenant.people.length; i += night < 4 ? 1 : 4) {
        const who = person(i)
        const at = start + night * day + 20 * hour + i * 19 * minute + random.integer(0, 5) * minute
        ids.push(
          placed(log, at, networks.vendorDublin, (side) => appSignIn(side, at, { app: backup, resource: graph })),
        )
        const call = {
          client: backup,
          ip: backup.ip,
          agent: backup.agent,
          permissions: 'Directory.Read.All Files.Read.All Mail.ReadWrite Sites.Read.All',
        }
        for (const [part, path] of ['mailFolders', 'messages/delta', 'drive/root/delta'].entries())
          ids.push(
            graphCall(log, at + (part + 1) * 40_000, {
              ...call,
              uri: `/users/${who.oid}/${path}`,
              size: random.integer(20_000, 900_000),
            }),
          )
      }
    // Two people from the legal department have a case with three custodians.
    for (let custodian = 0; custodian < 3; custodian += 1) {
      const at = start + (10 + custodian) * day + 15 * hour
      const who = person(11 + custodian)
      ids.push(
        placed(log, at, networks.vendorDublin, (side) =>
          appSignIn(side, at, { app: discovery, resource: graph, kind: 'clientAssertion' }),
        ),
      )
      for (let page = 0; page < 12; page += 1)
        ids.push(
          provenCall(log, at + (page + 1) * 50_000, '2', {
            client: discovery,
            ip: discovery.ip,
            agent: discovery.agent,
            permissions: 'Files.Read.All Mail.Read',
            uri: `/users/${who.oid}/${page < 8 ? `messages?$top=200&$skip=${page * 200}` : 'drive/root/children'}`,
            size: random.integer(90_000, 700_000),
          }),
        )
    }
    return { records: log.records(), ids }
  },
})
