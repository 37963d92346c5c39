import { attackCampaign } from '../campaign.ts'
import {
  DAY,
  HOUR,
  idOf,
  idsOf,
  inOrder,
  MINUTE,
  Office,
  officeDays,
  type Person,
  staff,
  timeOf,
  workdays,
} from '../field-layouts.ts'

const OFFICE = { ip: '198.51.100.44', asn: 64_511, country: 'AT', city: 'Linz' }
const CLOUD = { ip: '192.0.2.30', asn: 8075, country: 'NL', city: 'Amsterdam' }
const PROXY = { ip: '203.0.113.90', asn: 64_621, country: 'US', city: 'Chicago' }
const HOST = { ip: '203.0.113.118', asn: 64_622, country: 'RO', city: 'Bucharest' }

export default attackCampaign({
  title: 'The stolen session of an application administrator leaves a second secret on the contract archive',
  sources: [
    'http://note.f5.pm/go-372577.html',
    'https://www.gdstech.tech/blog/after-the-breach-what-happens-when-someone-gets-in',
  ],
  facts: [
    'A letter leads an employee through a false sign-in page that keeps the password and the session.',
    'A client secret lets its holder sign in as the application, without a user and without a second factor.',
    'The secret is added to an application that has had its permissions for a long time, so that no consent is written.',
    'The application then reads mailboxes and files with its own permissions from another network.',
    'The reset of the account and its sessions leaves the secret as it is; the key id in the sign-in names it.',
  ],
  build: (random) => {
    const office = new Office(random, 'traunwerk.example')
    const people = staff(random, 'traunwerk.example', 14, OFFICE)
    const [admin, responder, archive, chief, ...rest] = people as [Person, Person, Person, Person, ...Person[]]
    const days = workdays('2026-01-12', 105)
    const app = office.app('Contract Archive Sync')
    const oldKey = [random.uuid(), 'archive 2025'] as const
    const newKey = [random.uuid(), 'archive sync'] as const
    const background = officeDays(office, people, days, [office.app('Zoom', { foreign: true })])
    // The archive reads its own mailbox each night, with its own key from its own machine.
    for (const day of days) {
      const time = day + 2 * HOUR + random.integer(0, 9) * MINUTE
      background.push(office.signIn(time, { key: oldKey[0] }, app, CLOUD))
      background.push(
        office.mail(time + MINUTE, archive, app, { ip: CLOUD.ip, alone: true, count: random.integer(3, 9) }),
      )
      if (random.number() < 0.5)
        background.push(
          office.file(time + 2 * MINUTE, 'alone', app, CLOUD.ip, 'contracts', `contract-${random.digits(5)}.pdf`),
        )
    }

    const portal = office.app('Azure Portal', { appId: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c' })
    const start = Date.parse('2026-04-21T13:05:00Z')
    const session = office.signIn(start, admin, portal, PROXY, { riskLevelDuringSignIn: 'medium', riskState: 'atRisk' })
    const secret = office.keys(start + 11 * MINUTE, admin, app, [oldKey], [oldKey, newKey])
    const entries = [18, 80, 190].map((minutes) =>
      office.signIn(start + minutes * MINUTE, { key: newKey[0] }, app, HOST),
    )
    const targets = [chief, ...rest.slice(0, 5)]
    const reads = targets.flatMap((person, i) =>
      Array.from({ length: 6 }, (_, k) =>
        office.mail(start + (22 + i * 7 + k) * MINUTE, person, app, {
          ip: HOST.ip,
          alone: true,
          folder: k % 2 ? 'Sent Items' : 'Inbox',
          count: random.integer(15, 40),
        }),
      ),
    )
    const files = Array.from({ length: 45 }, (_, i) =>
      office.file(
        start + 84 * MINUTE + i * 20_000,
        'alone',
        app,
        HOST.ip,
        random.pick(['finance', 'board', 'personnel']),
        `${random.pick(['salaries', 'budget', 'minutes', 'acquisition'])}-${i}.xlsx`,
      ),
    )
    const response = office.reset(start + 20 * HOUR, responder, admin)
    const later = [2, 3].flatMap((day) => {
      const time = start + day * DAY + 4 * HOUR
      return [
        office.signIn(time, { key: newKey[0] }, app, HOST),
        ...[chief, archive].map((person, i) =>
          office.mail(time + (2 + i) * MINUTE, person, app, { ip: HOST.ip, alone: true, count: 25 }),
        ),
      ]
    })
    const removed = office.keys(start + 4 * DAY, responder, app, [oldKey, newKey], [oldKey])

    return {
      records: inOrder([
        ...background,
        session,
        secret,
        ...entries,
        ...reads,
        ...files,
        ...response,
        ...later,
        removed,
      ]),
      firstHostile: idOf(session),
      dataLeft: idsOf([...reads, ...files, ...later.filter((record) => record.Operation === 'MailItemsAccessed')]),
      required: [
        {
          act: 'A second secret on an old application with rights to all mailboxes',
          ids: [idOf(secret)],
          minimum: 'medium',
        },
        {
          act: 'The application signs in with the new key from a network where it never was',
          ids: idsOf(entries),
          minimum: 'high',
        },
        { act: 'The application reads mailboxes that it never read before', ids: idsOf(reads), minimum: 'high' },
        { act: 'The application fetches files of finance, board and personnel', ids: idsOf(files), minimum: 'medium' },
        {
          act: 'The new key is used after the account of the administrator was reset',
          ids: idsOf(later),
          minimum: 'high',
        },
      ],
      // From the theft on, the own nights of the archive may stand in the same alert.
      quiet: idsOf(
        background.filter((record) => timeOf(record) < start || !JSON.stringify(record).includes(app.appId)),
      ),
    }
  },
})
