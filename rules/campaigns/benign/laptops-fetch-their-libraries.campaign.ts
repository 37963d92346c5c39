// Thirty people get new laptops: the OneDrive client fetches all their libraries again, often from home.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { userRisk } from '../microsoft-staff.ts'
import { type Computer, syncedFile, transferredSignIn } from '../microsoft-sync.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const sites = ['operations', 'contracts', 'finance', 'board', 'works']

export default benignWork({
  title: 'Laptops are exchanged: the OneDrive client of thirty people fetches whole libraries in two weeks',
  sources: [
    'https://learn.microsoft.com/en-us/sharepoint/sync-client-update-process',
    'https://learn.microsoft.com/en-us/office/office-365-management-api/office-365-management-activity-api-schema',
  ],
  resembles:
    'Machines that were never seen download a hundred files in an hour, some from networks of homes, and two sign-ins count as unfamiliar.',
  accounts: 30,
  days: 12,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'saltergrove', {
      feeds: 'both',
      from: '2025-08-11',
      days: 70,
      after: 15,
      people: 33,
    })
    const domain = random.uuid()
    routine(log, start - 70 * day, 70, 110, (at) => {
      const who = random.pick(tenant.people)
      return syncedFile(log, at, {
        person: who,
        ip: who.ip,
        computer: { id: who.mailbox, domain, managed: true },
        file: `plan-${random.integer(1, 90)}.docx`,
        site: random.pick(sites),
        partial: random.number() < 0.7,
      })
    })

    const ids: string[] = []
    const days = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]
    for (let i = 0; i < 30; i += 1) {
      const who = person(i + 3)
      const ip = i % 3 === 2 ? `203.0.113.${150 + i}` : who.ip
      // Machines that the management has not judged yet count as unmanaged on the first day.
      const computer: Computer = { id: random.uuid(), domain, managed: i % 5 !== 0 }
      const device = random.uuid()
      const at =
        start + (days[i % 10] ?? 0) * day + (8 + Math.floor(i / 10) * 3) * hour + random.integer(0, 55) * minute
      const session = random.uuid()
      const shared = { person: who, client: firstParty.oneDriveSync, resource: tenant.sharepoint, ip, session, device }
      const first = transferredSignIn(log, at, 'none', { ...shared, incoming: 'primaryRefreshToken' })
      ids.push(first)
      if (i === 5 || i === 17)
        ids.push(userRisk(log, at, { person: who, kind: 'unfamiliarFeatures', level: 'low', ip, signIn: first }))
      for (let later = 1; later <= 3; later += 1)
        ids.push(
          transferredSignIn(log, at + later * 70 * minute, 'none', {
            ...shared,
            interactive: false,
            incoming: 'primaryRefreshToken',
          }),
        )
      const site = random.pick(sites)
      const count = i % 6 === 0 ? 110 : random.integer(14, 32)
      for (let n = 0; n < count; n += 1)
        ids.push(
          syncedFile(log, at + minute + n * 25_000, {
            person: who,
            ip,
            computer,
            file: `plan-${n + 1}.docx`,
            site: n % 9 === 8 ? random.pick(sites) : site,
          }),
        )
    }
    return { records: log.records(), ids }
  },
})
