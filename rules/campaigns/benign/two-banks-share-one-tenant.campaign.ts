// Two banks merge: trust between tenants, synchronized people, a new domain, new sign-in names, and a mover for mail.
import { benignWork } from '../campaign.ts'
import { provenCall } from '../microsoft-client-kinds.ts'
import { appRoles, firstParty } from '../microsoft-clients.ts'
import { syncedUser, trustTenant } from '../microsoft-cross-tenant.ts'
import { auditDomain } from '../microsoft-directory.ts'
import { account, audit } from '../microsoft-entra.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { visitorSignIn } from '../microsoft-managed.ts'
import { networks, placed } from '../microsoft-places.ts'
import { scene } from '../microsoft-scene.ts'
import { guest } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const writeMail = {
  id: 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
  value: 'Mail.ReadWrite',
  title: 'Read and write mail in all mailboxes',
}

export default benignWork({
  title:
    'Two banks share one tenant: trust, synchronized people, a verified domain, new names, and three nights of a mover',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-overview',
    'https://learn.microsoft.com/en-us/microsoft-365/enterprise/microsoft-365-tenant-to-tenant-migrations',
  ],
  resembles:
    'An administrator trusts a strange tenant, strangers receive accounts, and a new application with access to all ' +
    'mailboxes reads and writes mail at night from the cloud of its vendor.',
  accounts: 1900,
  days: 34,
  allowed: 'high',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'nordhaven-bank', {
      feeds: 'entra',
      from: '2025-05-05',
      days: 70,
      after: 36,
      people: 20,
    })
    const { admin, graph, exchange } = tenant
    const ids: string[] = []
    const partner = { id: random.uuid(), name: 'Sparhaven Bank' }
    const monday = start + 9 * hour
    ids.push(...trustTenant(log, monday, admin, partner, admin.ip))
    ids.push(
      auditDomain(log, monday + hour, admin, 'Add unverified domain', 'sparhaven-bank.example', [
        { name: 'Name', now: '["sparhaven-bank.example"]', before: '[]' },
      ]),
      auditDomain(log, monday + 26 * hour, admin, 'Verify domain', 'sparhaven-bank.example', [
        { name: 'IsVerified', now: '[true]', before: '[false]' },
      ]),
    )
    for (let i = 0; i < 32; i += 1) {
      const who = guest(log, `employee${i}`, `Employee ${i}`, 'sparhaven-bank.example', `203.0.113.${150 + (i % 20)}`)
      const made = start + 2 * day + 8 * hour + i * 40_000
      ids.push(syncedUser(log, made, who))
      for (const later of [1, 4, 9])
        ids.push(
          visitorSignIn(log, made + later * day + random.integer(0, 300) * minute, {
            person: who,
            homeTenant: partner.id,
            client: later === 1 ? firstParty.officeHome : firstParty.teams,
            resource: later === 4 ? tenant.sharepoint : graph,
            ip: who.ip,
            network: networks.mobileUtrecht,
          }),
        )
    }
    // The people of this bank receive sign-in names with the new domain.
    tenant.people.slice(3).forEach((who, i) => {
      const now = who.upn.replace(tenant.domain, 'sparhaven-bank.example')
      ids.push(
        audit(log, start + 9 * day + 18 * hour + i * 5000, {
          activity: 'Update user',
          category: 'UserManagement',
          by: admin,
          targets: [
            account(
              { ...who, upn: now },
              [
                { name: 'UserPrincipalName', now: JSON.stringify([now]), before: JSON.stringify([who.upn]) },
                { name: 'Included Updated Properties', now: '"UserPrincipalName"' },
              ],
              true,
            ),
          ],
          details: { 'User-Agent': admin.agent },
        }),
      )
    })
    const mover = makeApp(random, 'Tenant Mail Mover', tenant.id, { ip: '203.0.113.91', agent: 'MailMover/12.4' })
    const setUp = start + 14 * day + 10 * hour
    const certificate = { id: mover.keyId, name: 'CN=mail-mover', type: 'AsymmetricX509Cert' as const }
    ids.push(
      ...auditRegister(log, setUp, admin, mover),
      auditKeys(log, setUp + 5 * minute, admin, mover, [], [certificate]),
      auditAppRole(log, setUp + 8 * minute, admin, mover, graph, writeMail),
      auditAppRole(log, setUp + 9 * minute, admin, mover, exchange, appRoles.fullAccess),
    )
    for (const night of [16, 17, 18]) {
      const at = start + night * day + 20 * hour
      const tokenId = token(log)
      ids.push(
        placed(log, at, networks.vendorDublin, (side) =>
          appSignIn(side, at, { app: mover, resource: graph, kind: 'clientAssertion', tokenId }),
        ),
      )
      for (let i = 0; i < 70; i += 1) {
        const owner = person(3 + (i % 17)).oid
        ids.push(
          provenCall(log, at + minute + i * 25_000, '2', {
            client: mover,
            ip: mover.ip,
            method: i % 2 === 0 ? 'GET' : 'POST',
            status: i % 2 === 0 ? 200 : 201,
            uri: `/users/${owner}/mailFolders/inbox/messages${i % 2 === 0 ? `?$top=100&$skip=${i * 50}` : ''}`,
            permissions: 'Mail.ReadWrite',
            agent: mover.agent,
            size: random.integer(90_000, 700_000),
            tokenId,
          }),
        )
      }
    }
    ids.push(auditKeys(log, start + 25 * day + 11 * hour, admin, mover, [certificate], []))
    return { records: log.records(), ids }
  },
})
