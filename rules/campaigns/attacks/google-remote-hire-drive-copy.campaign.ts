import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, file, signIn } from '../google-events.ts'
import { run } from '../google-grants.ts'
import {
  type App,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  type Person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'

const titles = ['Source archive', 'Design of the ledger', 'Customer list', 'Patent draft', 'Salary bands', 'Test keys']

export default attackCampaign({
  title: 'A remote worker under a false name copies the shared files with a copy tool, a few each working day',
  sources: [
    'https://www.ic3.gov/PSA/2025/PSA250123',
    'https://rclone.org/drive/',
    'https://attack.mitre.org/techniques/T1567/002/',
  ],
  facts: [
    'Workers of North Korea take remote jobs under false names and use the access of the job to take company data.',
    'They copy company data to their own profiles and personal cloud accounts.',
    'After discovery they hold the data hostage until the company pays.',
    'The access is that of an employee: no sign-in is stolen and no rule of the company is changed.',
    'The copy tool has one shared Google client that asks for the whole Drive.',
  ],
  build: (random) => {
    const org = organization(random, 'ferncastle.example', 22)
    const start = time('2026-03-02T14:20:00Z')
    const quietDays = background(org, { until: start + 28 * DAY, days: 110, records: 780 })
    const tunnel = network('203.0.113.148', 9009, 'US', 'US-NJ')
    const hire: Person = {
      email: `leon.ashby@${org.domain}`,
      name: 'Leon Ashby',
      profileId: `1${random.digits(20)}`,
      unit: 'Engineering',
      home: tunnel,
    }
    const hired = admin(org, {
      at: start - 33 * DAY,
      who: org.admin,
      type: 'USER_SETTINGS',
      name: 'CREATE_USER',
      values: { USER_EMAIL: hire.email },
    })
    const workdays = (from: number, count: number): number[] =>
      Array.from({ length: count }, (_, index) => start + (from + index) * DAY).filter(
        (day) => new Date(day).getUTCDay() % 6 !== 0,
      )
    const ordinary = workdays(-32, 59).flatMap((day) => [
      signIn(org, { at: day - random.integer(10, 50) * MINUTE, who: hire, from: tunnel }),
      ...[1, 3, 4].map((hour) =>
        file(org, {
          at: day + hour * HOUR - random.integer(2, 50) * MINUTE,
          who: hire,
          from: tunnel,
          name: random.pick(['view', 'view', 'edit']),
          title: random.pick(['Weekly plan', 'Release checklist', 'Onboarding']),
          owner: random.pick(org.people),
        }),
      ),
    ])
    const copier: App = {
      id: '202264815644.apps.googleusercontent.com',
      name: 'rclone',
      type: 'NATIVE_DESKTOP',
      scopes: [scope('drive')],
    }
    const grant = authorize(org, { at: start, who: hire, app: copier, from: tunnel })
    // The edition of this company has no records of API calls: the Drive log is the only sign of the copy.
    const copied = workdays(0, 26).flatMap((day) =>
      run(org, { start: day + random.integer(5, 90) * MINUTE, count: random.integer(18, 26), gap: [240, 1100] }, (at) =>
        file(org, {
          at,
          who: hire,
          from: tunnel,
          name: 'download',
          title: random.pick(titles),
          kind: random.pick(['document', 'pdf', 'spreadsheet', 'zip']),
          owner: random.pick(org.people),
          app: copier,
        }),
      ),
    )
    // One of the old staff has used the same tool for the own files since before the background.
    const veteran = org.people[3] ?? org.admin
    const archive = Array.from({ length: 24 }, (_, index) =>
      file(org, {
        at: start - (80 - 4 * index) * DAY + 3 * HOUR,
        who: veteran,
        from: veteran.home,
        name: 'download',
        title: 'Photo archive',
        kind: 'zip',
        app: copier,
      }),
    )
    return {
      records: timeline(quietDays.records, [hired, grant], ordinary, copied, archive),
      firstHostile: ids([grant])[0] ?? '',
      dataLeft: ids(copied),
      required: [
        { act: 'a new worker gives a copy tool the whole Drive', ids: ids([grant]), minimum: 'medium' },
        {
          act: 'the copy tool takes files of all colleagues, about twenty each working day for a month',
          ids: ids(copied),
          minimum: 'high',
        },
      ],
      quiet: [...quietDays.quiet, ...ids(ordinary.slice(4, 24)), ...ids(archive.slice(6, 16))],
    }
  },
})
