// The synchronization of directories moves to a new server, and sixty people must change their passwords.
import { benignWork } from '../campaign.ts'
import { firstParty, oldDirectory } from '../microsoft-clients.ts'
import { auditNewUser, auditRole } from '../microsoft-directory.ts'
import { account, audit } from '../microsoft-entra.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { connectClient, syncAccount, syncDays, syncedPassword, synchronizationRole } from '../microsoft-hybrid.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { staff } from '../microsoft-staff.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Entra Connect moves to a new server with a new account, and carries many password changes',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/hybrid/connect/how-to-upgrade-previous-version',
    'https://learn.microsoft.com/en-us/entra/identity/hybrid/connect/reference-connect-accounts-permissions',
  ],
  resembles:
    'A new cloud account without a second factor gets a directory role, signs in from a new address, and changes the passwords of many people and of an administrator.',
  accounts: 64,
  days: 19,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'lindenharbour', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 77,
      after: 20,
      people: 24,
      records: 620,
    })
    const from = start - 77 * day
    const old = syncAccount(log, 'LHSYNC02', '198.51.100.16')
    const next = syncAccount(log, 'LHSYNC03', '198.51.100.18')
    syncDays(log, from, 84, old)
    routine(log, from, 77, 35, (at) => syncedPassword(log, at, old, person(2 + (at % 20)))[0] ?? '')

    // Tuesday: the administrator installs the new server in staging mode.
    const { admin } = tenant
    const first = start + day + 9 * hour
    const onServer = { ...admin, ip: next.ip }
    const ids = [
      userSignIn(log, first, { person: admin, client: connectClient, resource: oldDirectory, ip: next.ip }),
      userSignIn(log, first + 3 * minute, {
        person: admin,
        client: firstParty.azurePortal,
        resource: tenant.graph,
        ip: next.ip,
      }),
      auditNewUser(log, first + 9 * minute, onServer, next),
      auditRole(log, first + 9 * minute + 1500, onServer, synchronizationRole, next),
    ]
    ids.push(...syncDays(log, start + 2 * day, 18, next))

    // Monday of the next week: the new server takes over; sixty people and two administrators change their passwords.
    const second = start + 7 * day + 7 * hour
    const clerks = staff(log, 'lh', 60)
    for (const [i, who] of [...clerks, admin, tenant.helpdesk].entries()) {
      const at = second + (i % 5) * day + random.integer(0, 9 * 60) * minute
      ids.push(...syncedPassword(log, at, next, who))
      ids.push(
        userSignIn(log, at + 6 * minute, {
          person: who,
          client: firstParty.officeHome,
          resource: tenant.graph,
          ip: who.ip,
          error: 50_173,
          reason: 'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
        }),
        userSignIn(log, at + 7 * minute, {
          person: who,
          client: firstParty.office,
          resource: tenant.exchange,
          ip: who.ip,
        }),
      )
    }
    // Friday: the account of the old server is deleted.
    ids.push(
      audit(log, start + 11 * day + 14 * hour, {
        activity: 'Delete user',
        category: 'UserManagement',
        by: admin,
        type: 'Delete',
        targets: [account(old)],
        details: { 'User-Agent': admin.agent },
      }),
    )
    return { records: log.records(), ids }
  },
})
