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

const OFFICE = { ip: '198.51.100.201', asn: 64_515, country: 'SE', city: 'Lund' }
const VENDOR = { ip: '192.0.2.73', asn: 16_509, country: 'SE', city: 'Stockholm' }
const HOST = { ip: '203.0.113.77', asn: 64_627, country: 'BG', city: 'Sofia' }
const GUEST = { ip: '203.0.113.78', asn: 64_627, country: 'BG', city: 'Sofia' }
const SCOPES = ['openid', 'email', 'drive', 'contacts.readonly']

export default attackCampaign({
  title: 'A shared plan asks for access to Drive, searches it for passwords, and leaves a guest in the folders',
  sources: [
    'https://www.paloaltonetworks.com/blog/?p=360729',
    'https://uprite.com/3coast-tracking-sophisticated-google-docs-phishing-attack/',
    'https://www.cyfirma.com/research/abuse-of-cloud-native-infrastructure-in-modern-phishing-campaigns/',
  ],
  facts: [
    'The lure is a shared document, and its link opens the real consent page of Google for a foreign client.',
    'The client has a harmless name that its developer chose, and asks for the files and the contacts.',
    'The client searches Drive for credentials and fetches the documents that hold them.',
    'The lure goes on to the colleagues of each user who accepted.',
    'Permissions that the client gave in Drive stay when the client is blocked.',
  ],
  build: (random) => {
    const space = new Workspace(random, 'skanebygg.example')
    const people = staff(random, 'skanebygg.example', 24, OFFICE)
    const [admin, one] = people as [Person, Person]
    const wave = people.slice(1, 4)
    const next = people.slice(4, 7)
    const [guest] = staff(random, 'freemail.example', 1, GUEST) as [Person]
    const background = spaceDays(space, people, workdays('2026-03-02', 105), [
      {
        client: space.client('Form Reports'),
        scopes: ['openid', 'email', 'drive.file'],
        methods: ['drive.files.get', 'drive.files.create'],
        servers: [VENDOR],
      },
    ])

    const viewer = space.client('Site Plan Viewer')
    const secrets = [
      'Passwords site office',
      'VPN access and keys',
      'Bank logins.xlsx',
      'Server admin notes',
      'Alarm codes.xlsx',
    ]
    const start = Date.parse('2026-06-02T06:52:00Z')
    const consents = (from: number, group: readonly Person[]) =>
      group.map((person, i) => space.token(from + i * 17 * MINUTE, 'authorize', person, OFFICE, viewer, SCOPES))
    const harvest = (from: number, group: readonly Person[]) =>
      group.flatMap((person, i) =>
        Array.from({ length: 22 }, (_, k) => {
          const time = from + i * 17 * MINUTE + k * 20_000
          return k % 2
            ? space.call(
                time,
                person,
                HOST,
                viewer,
                k < 6 ? 'drive.files.list' : 'drive.files.get',
                random.integer(4000, 90_000),
              )
            : space.drive(time, person, HOST, 'download', random.pick(secrets), viewer)
        }),
      )
    const first = consents(start, wave)
    const firstFiles = harvest(start + 5 * MINUTE, wave)
    const contacts = wave.map((person, i) =>
      space.call(start + (14 + i * 17) * MINUTE, person, HOST, viewer, 'people.connections.list', 52_000),
    )
    const shares = wave
      .slice(0, 2)
      .flatMap((person, i) =>
        ['Project folder North', 'Tender calculations', 'Passwords site office'].map((title, k) =>
          space.drive(start + (70 + i * 5 + k) * MINUTE, person, HOST, 'change_user_access', title, viewer, guest.upn),
        ),
      )
    const second = consents(start + 2 * HOUR, next)
    const secondFiles = harvest(start + 2 * HOUR + 5 * MINUTE, next)

    const block = start + 26 * HOUR
    const response = [
      space.token(block - HOUR, 'revoke', one, OFFICE, viewer, SCOPES),
      ...space.block(block, admin, viewer, [...wave, ...next]),
      ...people
        .slice(9, 11)
        .map((person, i) => space.token(block + (2 + i) * HOUR, 'deny', person, OFFICE, viewer, SCOPES)),
    ]
    // The guest still has the folders that the client shared.
    const visits = [2, 4, 7].flatMap((day) =>
      ['Tender calculations', 'Project folder North'].map((title, k) =>
        space.drive(start + day * DAY + k * MINUTE, guest, GUEST, 'download', title, undefined, guest.upn, one.upn),
      ),
    )

    return {
      records: inOrder([
        ...background,
        ...first,
        ...firstFiles,
        ...contacts,
        ...shares,
        ...second,
        ...secondFiles,
        ...response,
        ...visits,
      ]),
      firstHostile: idOf(first[0]),
      dataLeft: idsOf([...firstFiles, ...contacts, ...secondFiles, ...visits]),
      required: [
        {
          act: 'Several people give an unknown client all their files within an hour',
          ids: idsOf(first),
          minimum: 'medium',
        },
        {
          act: 'The client fetches documents with passwords on the day of its grant',
          ids: idsOf([...firstFiles, ...secondFiles]),
          minimum: 'high',
        },
        { act: 'The client shares folders with an address outside', ids: idsOf(shares), minimum: 'high' },
        { act: 'The second wave of consents to the same client', ids: idsOf(second), minimum: 'medium' },
        {
          act: 'The guest whom the client let in fetches files after the client was blocked',
          ids: idsOf(visits),
          minimum: 'medium',
        },
      ],
      quiet: idsOf(background),
    }
  },
})
