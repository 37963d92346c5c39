import { benignWork } from '../campaign.ts'
import {
  DAY,
  HOUR,
  idsOf,
  inOrder,
  MINUTE,
  type Person,
  spaceDays,
  staff,
  Workspace,
  workdays,
} from '../field-layouts.ts'

const OFFICE = { ip: '198.51.100.121', asn: 64_518, country: 'CH', city: 'Basel' }
const AIRPORT = { ip: '192.0.2.180', asn: 64_642, country: 'SG', city: 'Singapore' }
const MODEL = [
  { ip: '192.0.2.181', asn: 396_982, country: 'US', city: 'Council Bluffs' },
  { ip: '192.0.2.182', asn: 396_982, country: 'US', city: 'The Dalles' },
]
const SCOPES = ['openid', 'email', 'gmail.readonly', 'drive.readonly', 'calendar.readonly']

export default benignWork({
  title:
    'The office of the board connects an assistant with artificial intelligence, and a director travels with a new mail program',
  sources: [
    'https://support.google.com/a/answer/7281227',
    'https://developers.google.com/workspace/gmail/api/auth/scopes',
    'https://cyberz.pro/blog/2026/06/04/shadow-ai-oauth-google-workspace-audit/',
  ],
  resembles:
    'People with secrets give a young client their mail and files to read, and it fetches hundreds of messages and documents on the first day from machines in another country. A director signs in far away, grants full mail to a program, makes a filter, and changes the password.',
  accounts: 14,
  days: 80,
  allowed: 'medium',
  build: (random) => {
    const space = new Workspace(random, 'rheinturbine.example')
    const people = staff(random, 'rheinturbine.example', 14, OFFICE)
    const [admin, secretary, deputy, director, ...rest] = people as [Person, Person, Person, Person, ...Person[]]
    const assistant = space.client('Brieftasche AI Assistant')
    const days = workdays('2026-05-04', 80)
    const background = spaceDays(space, people, days, [
      {
        client: space.client('Room Finder'),
        scopes: ['openid', 'email', 'calendar.readonly'],
        methods: ['calendar.events.list', 'calendar.freebusy.query'],
        servers: [{ ...OFFICE, ip: '192.0.2.183' }],
      },
    ])
    // Three people of the strategy team have used the assistant since May.
    const trial = rest.slice(0, 3)
    const read = (person: Person, time: number, count: number) =>
      Array.from({ length: count }, (_, i) => {
        const method = random.pick([
          'gmail.users.messages.get',
          'gmail.users.threads.list',
          'drive.files.get',
          'drive.files.export',
          'calendar.events.list',
        ])
        return space.call(
          time + i * 11_000,
          person,
          random.pick(MODEL),
          assistant,
          method,
          random.integer(2000, 120_000),
        )
      })
    for (const person of trial) {
      background.push(
        space.token(
          Date.parse('2026-05-05T08:15:00Z') + random.integer(0, 200) * MINUTE,
          'authorize',
          person,
          OFFICE,
          assistant,
          SCOPES,
        ),
      )
      for (const day of days.slice(2))
        if (random.number() < 0.4) background.push(...read(person, day + 9 * HOUR + random.integer(0, 300) * MINUTE, 4))
    }

    // The administrator trusts the assistant, then the board office connects it.
    const start = Date.parse('2026-06-29T08:00:00Z')
    const trust = space.admin(start, admin, OFFICE, 'SECURITY_SETTINGS', 'ADD_TO_TRUSTED_OAUTH2_APPS', {
      OAUTH2_APP_ID: assistant.id,
      OAUTH2_APP_NAME: assistant.name,
      OAUTH2_APP_TYPE: 'WEB_APPLICATION',
      ORG_UNIT_NAME: space.domain,
    })
    const connected = [secretary, deputy, director].flatMap((person, i) => {
      const time = start + (40 + i * 22) * MINUTE
      const later = [1, 2, 3, 4, 7, 8, 9].flatMap((day) => read(person, time + day * DAY, 8))
      return [
        space.token(time, 'authorize', person, OFFICE, assistant, SCOPES),
        ...read(person, time + 2 * MINUTE, 60),
        ...later,
      ]
    })

    // The director changes planes in Singapore with a new telephone.
    const away = Date.parse('2026-07-07T02:20:00Z')
    const program = space.client('Spark Mail', 'NATIVE_APPLICATION')
    const journey = [
      space.login(away, director, AIRPORT),
      space.account(away + 4 * MINUTE, director, AIRPORT, 'password_change', 'password_edit'),
      space.token(away + 9 * MINUTE, 'authorize', director, AIRPORT, program, [
        'https://mail.google.com/',
        'contacts.readonly',
        'gmail.settings.basic',
      ]),
      ...Array.from({ length: 30 }, (_, i) =>
        space.call(
          away + 10 * MINUTE + i * 4000,
          director,
          AIRPORT,
          program,
          i % 6 ? 'gmail.users.messages.get' : 'gmail.users.messages.list',
          random.integer(3000, 60_000),
        ),
      ),
      space.call(away + 30 * MINUTE, director, AIRPORT, program, 'gmail.users.settings.filters.create', 390),
      ...[40, 47, 66].map((minutes) =>
        space.call(away + minutes * MINUTE, director, AIRPORT, program, 'gmail.users.messages.send', 640),
      ),
    ]
    const work = [trust, ...connected, ...journey]
    return { records: inOrder([...background, ...work]), ids: idsOf(work) }
  },
})
