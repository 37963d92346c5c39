import { benignWork } from '../campaign.ts'
import { HOUR, idsOf, inOrder, MINUTE, Office, officeDays, type Person, staff, workdays } from '../field-layouts.ts'

const OFFICE = { ip: '198.51.100.33', asn: 64_516, country: 'DE', city: 'Bremen' }
const PARTNER = { ip: '192.0.2.140', asn: 64_640, country: 'DE', city: 'Hannover' }
const MOVER = { ip: '192.0.2.141', asn: 8075, country: 'NL', city: 'Amsterdam' }

export default benignWork({
  title: 'A law firm moves its documents and filed mail to a new system with the partner of the maker',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/v2-admin-consent',
    'https://learn.microsoft.com/en-us/sharepointmigration/mm-how-it-works',
  ],
  resembles:
    'An administrator gives an application of another tenant all sites and all mail, and it reads mailboxes and thousands of files at night from a cloud network. The secret is renewed once, and the application is removed at the end.',
  accounts: 22,
  days: 95,
  allowed: 'high',
  build: (random) => {
    const office = new Office(random, 'weserrecht.example')
    const people = staff(random, 'weserrecht.example', 22, OFFICE)
    const [admin, ...lawyers] = people as [Person, ...Person[]]
    const days = workdays('2026-02-02', 95)
    const background = officeDays(office, people, days, [
      office.app('beA Connector', { foreign: true }),
      office.app('Zoom', { foreign: true }),
    ])

    const mover = office.app('Lexdocs Migration Engine', { foreign: true })
    const own = office.app('Lexdocs Staging')
    const key = { key: random.uuid() }
    const [oldKey, newKey] = [[random.uuid(), 'staging'] as const, [random.uuid(), 'staging until May'] as const]
    const portal = office.app('Azure Portal', { appId: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c' })

    // The kick-off on a Tuesday morning, announced to everybody.
    const start = Date.parse('2026-03-10T08:30:00Z')
    const set = [
      office.signIn(start, admin, portal, OFFICE),
      office.newPrincipal(start + 10 * MINUTE, admin, mover),
      office.appRole(start + 11 * MINUTE, admin, mover, 'Sites.FullControl.All'),
      office.appRole(start + 11 * MINUTE + 1000, admin, mover, 'Mail.Read'),
      ...office.consent(start + 11 * MINUTE + 3000, admin, mover, 'User.Read', 'everyone'),
      office.keys(start + 40 * MINUTE, admin, own, [], [oldKey]),
      office.keys(start + 31 * 24 * HOUR, admin, own, [oldKey], [newKey]),
    ]

    // A trial with two lawyers from the office of the partner, then waves in the nights of five weeks.
    const trial = [
      office.signIn(start + 30 * HOUR, key, mover, PARTNER),
      ...lawyers
        .slice(0, 2)
        .map((person, i) =>
          office.mail(start + 30 * HOUR + (i + 2) * MINUTE, person, mover, { ip: PARTNER.ip, alone: true, count: 12 }),
        ),
    ]
    const nights = workdays('2026-03-16', 33)
    const waves = nights.flatMap((night, n) => {
      const time = night + 20 * HOUR + random.integer(0, 15) * MINUTE
      const group = Array.from({ length: 4 }, (_, i) => lawyers[(n * 4 + i) % lawyers.length] as Person)
      return [
        office.signIn(time, key, mover, MOVER),
        ...group.flatMap((person, i) =>
          Array.from({ length: 3 }, (_, k) =>
            office.mail(time + (2 + i * 6 + k) * MINUTE, person, mover, {
              ip: MOVER.ip,
              alone: true,
              folder: 'Filed',
              count: 40,
            }),
          ),
        ),
        ...Array.from({ length: 25 }, (_, i) =>
          office.file(
            time + 30 * MINUTE + i * 9000,
            'alone',
            mover,
            MOVER.ip,
            `matter-${100 + n}`,
            `brief-${random.digits(6)}.docx`,
          ),
        ),
      ]
    })
    const end = office.remove(Date.parse('2026-04-24T13:00:00Z'), admin, mover)

    const work = [...set, ...trial, ...waves, ...end]
    return { records: inOrder([...background, ...work]), ids: idsOf(work) }
  },
})
