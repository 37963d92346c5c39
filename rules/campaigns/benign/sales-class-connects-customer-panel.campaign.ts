import { benignWork } from '../campaign.ts'
import {
  DAY,
  HOUR,
  idsOf,
  inOrder,
  MINUTE,
  Office,
  officeDays,
  type Person,
  staff,
  workdays,
} from '../field-layouts.ts'

const OFFICE = { ip: '198.51.100.88', asn: 64_517, country: 'PL', city: 'Poznan' }
const HOTEL = { ip: '192.0.2.160', asn: 64_641, country: 'PL', city: 'Gdansk' }
const VENDOR = [
  { ip: '192.0.2.161', asn: 16_509, country: 'DE', city: 'Frankfurt' },
  { ip: '192.0.2.162', asn: 16_509, country: 'DE', city: 'Frankfurt' },
]

export default benignWork({
  title: 'A class of new sales people connects the customer system with its mail in a hotel',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/user-admin-consent-overview',
    'https://learn.microsoft.com/en-us/graph/permissions-reference',
  ],
  resembles:
    'Many people consent to the same application of another tenant within the hour, from a network that the company does not know. The application reads and sends their mail at once, and files newsletters with a rule.',
  accounts: 36,
  days: 90,
  allowed: 'medium',
  build: (random) => {
    const office = new Office(random, 'wartamebel.example')
    const people = staff(random, 'wartamebel.example', 36, OFFICE)
    const crew = people.slice(0, 12)
    const fresh = people.slice(26)
    const days = workdays('2026-04-06', 90)
    const panel = office.app('Klientel CRM for Outlook', { foreign: true })
    const scopes =
      'openid profile offline_access User.Read Mail.ReadWrite Mail.Send Calendars.ReadWrite Contacts.ReadWrite'
    const background = officeDays(office, people.slice(0, 26), days, [office.app('Calendly', { foreign: true })])

    // The crew has worked with the panel since April; its consents were in the first week.
    const use = (person: Person, day: number) => {
      const { ip } = random.pick(VENDOR)
      const time = day + 8 * HOUR + random.integer(0, 480) * MINUTE
      return [
        office.mail(time, person, panel, { ip, count: random.integer(2, 9) }),
        ...(random.number() < 0.3
          ? [
              office.send(
                time + 3 * MINUTE,
                person,
                panel,
                { ip },
                random.pick(['Your offer', 'Samples on the way', 'Our meeting']),
              ),
            ]
          : []),
      ]
    }
    const old = crew.flatMap((person, i) => {
      const time = Date.parse('2026-04-07T07:10:00Z') + i * 25 * MINUTE
      return [
        office.signIn(time - 30_000, person, panel, OFFICE),
        ...office.consent(time, person, panel, scopes),
        ...days.slice(2).flatMap((day) => (random.number() < 0.35 ? use(person, day) : [])),
      ]
    })

    // The class: first sign-ins of new accounts, the consent prompt, and the first letters to customers.
    const lesson = Date.parse('2026-06-16T09:00:00Z')
    const home = office.app('OfficeHome', { appId: '4765445b-32c6-49b0-83e6-1d93765276ca' })
    const work = fresh.flatMap((person, i) => {
      const time = lesson + i * 4 * MINUTE + random.integer(0, 90) * 1000
      const { ip } = random.pick(VENDOR)
      return [
        office.signIn(time - 25 * MINUTE, person, home, HOTEL),
        office.signIn(time - 30_000, person, panel, HOTEL, {
          status: {
            errorCode: 65_001,
            failureReason: 'The user or administrator has not consented to use the application',
          },
        }),
        ...office.consent(time, person, panel, scopes),
        office.signIn(time + 5000, person, panel, HOTEL),
        ...[2, 6, 11].map((minutes) => office.mail(time + minutes * MINUTE, person, panel, { ip, count: 8 })),
        office.send(time + 50 * MINUTE, person, panel, { ip }, 'I am your new contact at Warta Mebel'),
        ...(i % 3 === 0
          ? [
              office.rule(time + 70 * MINUTE, person, panel, ip, {
                Name: 'Klientel newsletters',
                SubjectContainsWords: 'newsletter',
                MoveToFolder: 'Newsletters',
              }),
            ]
          : []),
        ...[1, 2, 3, 6, 7, 8, 9].flatMap((day) => use(person, Date.parse('2026-06-16T00:00:00Z') + day * DAY)),
      ]
    })
    return { records: inOrder([...background, ...old, ...work]), ids: idsOf(work) }
  },
})
