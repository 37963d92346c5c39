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

const OFFICE = { ip: '198.51.100.230', asn: 64_519, country: 'ES', city: 'Zaragoza' }
const CLOUD = { ip: '192.0.2.200', asn: 396_982, country: 'ES', city: 'Madrid' }
const SECOND = { ip: '192.0.2.201', asn: 396_982, country: 'BE', city: 'Saint-Ghislain' }
const VENDOR = { ip: '192.0.2.202', asn: 16_509, country: 'IE', city: 'Dublin' }
const SCOPES = ['calendar.readonly', 'admin.directory.user.readonly']

export default benignWork({
  title: 'The developers of a clinic build a shift planner with a delegated service account',
  sources: [
    'https://support.google.com/a/answer/162106',
    'https://cloud.google.com/iam/docs/key-rotation',
    'https://developers.google.com/identity/protocols/oauth2/service-account',
  ],
  resembles:
    'An administrator gives a service account domain-wide delegation, and it reads the calendars of all people as if it were them. Its keys are renewed each month, its scopes grow once, and it moves to another region.',
  accounts: 30,
  days: 110,
  allowed: 'medium',
  build: (random) => {
    const space = new Workspace(random, 'clinicamoncayo.example')
    const people = staff(random, 'clinicamoncayo.example', 30, OFFICE)
    const [admin, developer, ...nurses] = people as [Person, Person, ...Person[]]
    const background = spaceDays(space, people, workdays('2026-03-02', 110), [
      {
        client: space.client('Signature Pad'),
        scopes: ['openid', 'email', 'drive.file'],
        methods: ['drive.files.get', 'drive.files.create'],
        servers: [VENDOR],
      },
    ])

    const robot = space.robot('shift-planner')
    const account = 'shift-planner@moncayo-turnos.iam.gserviceaccount.com'
    const key = (time: number) =>
      space.cloudKey(time, developer.upn, OFFICE.ip, 'moncayo-turnos', account, 'google-cloud-sdk gcloud/545.0.0')
    const start = Date.parse('2026-03-24T09:10:00Z')
    const given = [
      key(start - 50 * MINUTE),
      space.delegation(start, admin, robot, SCOPES.slice(0, 1)),
      space.delegation(start + 9 * DAY + 2 * HOUR, admin, robot, SCOPES),
    ]
    // The first attempts of the developer, from the office and on the own calendar.
    const trials = Array.from({ length: 12 }, (_, i) =>
      space.call(
        start + (15 + i * 3) * MINUTE,
        developer,
        OFFICE,
        robot,
        'calendar.events.list',
        random.integer(900, 4000),
      ),
    )
    // Each working day the planner reads all calendars before the early shift.
    const runs = workdays('2026-03-30', 80).flatMap((day, n) => {
      const time = day + 4 * HOUR + random.integer(0, 5) * MINUTE
      const place = n < 38 ? CLOUD : SECOND
      const list = n > 4 ? [space.call(time - 20_000, admin, place, robot, 'directory.users.list', 33_000)] : []
      const group = n < 5 ? nurses.slice(0, 6) : nurses
      return [
        ...list,
        ...group.map((person, i) =>
          space.call(time + i * 1500, person, place, robot, 'calendar.events.list', random.integer(900, 12_000)),
        ),
      ]
    })
    const rotation = ['2026-04-27T08:05:00Z', '2026-05-25T08:12:00Z'].map((text) => key(Date.parse(text)))
    const work = [...given, ...trials, ...runs, ...rotation]
    return { records: inOrder([...background, ...work]), ids: idsOf(work) }
  },
})
