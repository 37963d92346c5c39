// A reporting vendor asks its customers to share folders with the vendor's service account, and the company has an own one.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { run } from '../google-grants.ts'
import { driveFile, driveMember, robot, sharedDrive } from '../google-guests.ts'
import { app, DAY, ids, network, organization, person, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Controllers share drives with the service account of a reporting vendor, which reads them every night',
  sources: [
    'https://fivetran.com/docs/connectors/files/google-sheets/setup-guide',
    'https://support.google.com/a/users/answer/12380484',
  ],
  resembles: 'A service account from outside becomes a member of shared drives and downloads many files at night.',
  accounts: 5,
  days: 65,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'quellbach-moebel.example', 23)
    const end = time('2026-07-31T15:00:00Z')
    const days = background(org, { until: end, days: 120, records: 1300 })
    const drives = ['Controlling', 'Filialen Nord', 'Filialen Süd', 'Einkauf', 'Personalplanung'].map((name) =>
      sharedDrive(org, name),
    )
    const ordinary = Array.from({ length: 150 }, () =>
      driveFile(org, {
        at: workMoment(org, end, 115),
        who: person(org, random.integer(1, 12)),
        drive: random.pick(drives),
        name: random.pick(['view', 'edit', 'edit', 'download']),
        title: random.pick(['Umsatz KW', 'Bestand', 'Schichtplan', 'Retouren']),
      }),
    )
    const vendor = robot(org, 'g-amplitude-quarry', 'zahlenstrom-production')
    const own = robot(org, 'filial-import', 'quellbach-data-118')
    const loader = { ...app(random, 'Zahlenstrom', ['drive.readonly']), id: `${random.digits(12)}-sa` }
    const importer = { ...app(random, 'Filialimport', ['drive']), id: `${random.digits(12)}-sa` }
    const first = time('2026-05-27T08:10:00Z')
    // A drive more on some days of the first two weeks.
    const since = [0, 1, 5, 8, 13]
    const shared = drives.flatMap((drive, index) => {
      const at = first + (since[index] ?? 0) * DAY + index * 1_900_000
      const who = person(org, 2 + index)
      return [
        driveMember(org, { at, who, drive, member: vendor, role: 'reader' }),
        ...(index < 2
          ? [driveMember(org, { at: at + 600_000, who, drive, member: own, role: 'content_manager' })]
          : []),
      ]
    })
    const reads = Array.from({ length: 64 }, (_, night) => night).flatMap((night) => {
      const ready = drives.filter((_, index) => (since[index] ?? 0) <= night)
      const start = time('2026-05-28T01:30:00Z') + night * DAY
      return [
        ...run(org, { start, count: ready.length * 4, gap: [4, 30] }, (at, index) =>
          driveFile(org, {
            at,
            who: vendor,
            from: network(`203.0.113.${140 + (night % 5)}`, 396982, 'DE'),
            drive: ready[index % Math.max(1, ready.length)] ?? drives[0] ?? sharedDrive(org, 'Controlling'),
            name: 'download',
            title: `Umsatz KW ${(night + index) % 30}`,
            app: loader,
          }),
        ),
        ...run(org, { start: start + 3_600_000, count: 3, gap: [10, 60] }, (at, index) =>
          driveFile(org, {
            at,
            who: own,
            from: null,
            drive: drives[index % 2] ?? sharedDrive(org, 'Controlling'),
            name: index === 2 ? 'edit' : 'download',
            title: 'Bestand',
            app: importer,
          }),
        ),
      ]
    })
    return { records: timeline(days.records, ordinary, shared, reads), ids: ids(shared, reads) }
  },
})
