import { attackCampaign } from '../campaign.ts'
import {
  DAY,
  HOUR,
  idOf,
  idsOf,
  inOrder,
  MINUTE,
  type Person,
  spaceDays,
  staff,
  Workspace,
  workdays,
} from '../field-layouts.ts'

const OFFICE = { ip: '198.51.100.102', asn: 64_513, country: 'US', city: 'Tulsa' }
const VENDOR = { ip: '192.0.2.71', asn: 16_509, country: 'US', city: 'Ashburn' }
const TUNNEL = { ip: '203.0.113.33', asn: 64_624, country: 'US', city: 'New York' }
const SECOND = { ip: '203.0.113.171', asn: 64_625, country: 'GB', city: 'London' }

export default attackCampaign({
  title: 'A login from a data centre hides the warnings with a filter, and a Drive client outlives the new password',
  sources: [
    'https://cyfar.ca/posts/huntress-managed-itdr-for-google-workspace-defending-the-new-identity-attack-surface',
    'https://captechgroup.com/about-us/threat-intelligence-center/google-workspace-accounts-face-identity-threats-wi-82df17',
    'https://gatlabs.com/google-workspace-account-compromised/',
  ],
  facts: [
    'The intruder signs in with stolen credentials through a proxy or VPN in a data centre.',
    'Gmail filters delete the security notifications and put the answers of other people aside.',
    'The mail is searched for payments and vendors, and letters go out from the account.',
    'Forwarding and additional access paths keep the access.',
    'OAuth tokens keep the access after the reset of the password.',
  ],
  build: (random) => {
    const space = new Workspace(random, 'brightloaf.example')
    const people = staff(random, 'brightloaf.example', 18, OFFICE)
    const [admin, victim] = people as [Person, Person]
    const scheduler = space.client('Calendar Desk')
    const background = spaceDays(space, people, workdays('2026-01-05', 85), [
      {
        client: scheduler,
        scopes: ['openid', 'email', 'calendar.events'],
        methods: ['calendar.events.list', 'calendar.events.insert'],
        servers: [VENDOR],
      },
    ])

    const program = space.client('PostPilot Mail', 'NATIVE_DESKTOP')
    const scopes = ['https://mail.google.com/', 'contacts.readonly', 'gmail.settings.basic']
    const mirror = space.client('Drive Mirror', 'NATIVE_DESKTOP')
    const start = Date.parse('2026-03-17T11:48:00Z')
    const entry = space.login(start, victim, TUNNEL, true)
    const mailGrant = space.token(start + 6 * MINUTE, 'authorize', victim, TUNNEL, program, scopes)
    const filters = [8, 9].map((minutes) =>
      space.call(start + minutes * MINUTE, victim, TUNNEL, program, 'gmail.users.settings.filters.create', 410),
    )
    const reads = Array.from({ length: 40 }, (_, i) =>
      space.call(
        start + 12 * MINUTE + i * 25_000,
        victim,
        TUNNEL,
        program,
        i % 8 ? 'gmail.users.messages.get' : 'gmail.users.messages.list',
        random.integer(9000, 220_000),
      ),
    )
    const contacts = space.call(start + 31 * MINUTE, victim, TUNNEL, program, 'people.connections.list', 88_000)
    const forward = space.forward(start + 34 * MINUTE, victim, TUNNEL, 'accounts.brightloaf@freemail.example')
    const driveGrant = space.token(start + 41 * MINUTE, 'authorize', victim, TUNNEL, mirror, ['drive', 'email'])
    const letters = Array.from({ length: 24 }, (_, i) =>
      space.call(start + 20 * HOUR + i * 40_000, victim, TUNNEL, program, 'gmail.users.messages.send', 620),
    )

    // The reset ends the sessions and the tokens with Gmail scopes; the token of the Drive client stays.
    const reset = start + 23 * HOUR
    const response = [
      space.admin(reset, admin, OFFICE, 'USER_SETTINGS', 'CHANGE_PASSWORD', { USER_EMAIL: victim.upn }),
      space.admin(reset + MINUTE, admin, OFFICE, 'USER_SETTINGS', 'RESET_SIGNIN_COOKIES', { USER_EMAIL: victim.upn }),
      space.token(reset + 2 * MINUTE, 'revoke', victim, OFFICE, program, scopes),
      space.login(reset + 40 * MINUTE, victim, OFFICE),
    ]
    const titles = [
      'Supplier bank details.xlsx',
      'Payroll March.xlsx',
      'Lease contract',
      'Insurance claim',
      'Board minutes',
    ]
    const copies = [1, 2].flatMap((day) =>
      Array.from({ length: 25 }, (_, i) => {
        const time = reset + day * DAY + i * 30_000
        return i % 5
          ? space.drive(time, victim, SECOND, 'download', random.pick(titles), mirror)
          : space.call(time, victim, SECOND, mirror, 'drive.files.list', 41_000)
      }),
    )
    const blocked = space.block(reset + 3 * DAY, admin, mirror, [victim])

    return {
      records: inOrder([
        ...background,
        entry,
        mailGrant,
        ...filters,
        ...reads,
        contacts,
        forward,
        driveGrant,
        ...letters,
        ...response,
        ...copies,
        ...blocked,
      ]),
      firstHostile: idOf(entry),
      dataLeft: idsOf([...reads, contacts, ...copies]),
      required: [
        {
          act: 'Unknown programs get the mail and the files in a suspicious session',
          ids: idsOf([mailGrant, driveGrant]),
          minimum: 'medium',
        },
        { act: 'The mail program makes filters minutes after its grant', ids: idsOf(filters), minimum: 'high' },
        { act: 'Mail is forwarded to an address outside', ids: [idOf(forward)], minimum: 'medium' },
        { act: 'The mail program sends a series of letters', ids: idsOf(letters), minimum: 'medium' },
        { act: 'The Drive client copies files after the password was reset', ids: idsOf(copies), minimum: 'high' },
      ],
      quiet: idsOf(background),
    }
  },
})
