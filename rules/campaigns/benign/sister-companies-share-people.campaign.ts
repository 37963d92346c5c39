// Two companies of one group trust each other's tenants, and the people of one get accounts in the other.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { guestSignIn, syncedUser, trustTenant } from '../microsoft-cross-tenant.ts'
import { outsider, routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A sister company in Moldova shares its people with the tenant of the group',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-overview',
    'https://learn.microsoft.com/en-us/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-configure',
  ],
  resembles:
    'A stranger tenant may write accounts, second factors of its own count, and dozens of new accounts sign in from abroad.',
  accounts: 28,
  days: 25,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'arden-packaging', {
      feeds: 'entra',
      from: '2026-02-23',
      days: 73,
      after: 28,
      people: 20,
      records: 900,
    })
    const { admin } = tenant
    const partner = { id: random.uuid(), name: 'Arden Ambalaje' }
    const given = ['ana', 'ion', 'vera', 'radu', 'elena', 'petru', 'maria']
    const family = ['rusu', 'ceban', 'munteanu', 'popa']
    const people = given.flatMap((one, i) =>
      family.map((two, n) =>
        outsider(
          random,
          `${one}.${two}_arden-ambalaje.example#EXT#@${tenant.cloudDomain}`,
          `${one} ${two}`,
          tenant.developer,
          `192.0.2.${200 + ((i + n) % 5)}`,
        ),
      ),
    )
    const at = start + 10 * hour
    const ids = [
      ...trustTenant(log, at, admin, partner, admin.ip),
      // A pilot of four, and the others after a week.
      ...people.map((one, i) =>
        syncedUser(log, i < 4 ? at + 50 * minute + i * 700 : at + 7 * day + 40 * minute + i * 900, one),
      ),
    ]
    const clients = [firstParty.officeHome, firstParty.teams, firstParty.outlookWeb]
    const visits = (from: number, length: number, count: number, circle: number) =>
      routine(log, from, length, count, (when) => {
        const id = guestSignIn(
          log,
          when,
          people[random.integer(0, circle - 1)] ?? admin,
          partner.id,
          random.pick(clients),
        )
        ids.push(id)
        return id
      })
    visits(start + day, 7, 20, 4)
    visits(start + 8 * day, 17, 210, people.length)
    return { records: log.records(), ids }
  },
})
