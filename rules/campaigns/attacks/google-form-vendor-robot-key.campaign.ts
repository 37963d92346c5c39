// The key of a form vendor's service account is stolen; the robot acts for leaders that it has never served and downloads their files.
// The vendor's listing was installed for the domain years ago. The customer exports token and drive.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { delegatedApp } from '../google-cloud-trust.ts'
import { use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { inRow, robotDownload } from '../google-incident-work.ts'
import {
  DAY,
  HOUR,
  idOf,
  ids,
  MINUTE,
  network,
  organization,
  type Person,
  person,
  time,
  timeline,
} from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

const papers = [
  'Board pack',
  'Bank covenants',
  'Salary bands',
  'Acquisition model',
  'Court correspondence',
  'Cash plan',
]

export default attackCampaign({
  title:
    'The stolen key of a form vendor acts for leaders of its customer, lists the directory and downloads their files',
  sources: [
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://www.hunters.security/en/blog/delefriend-a-newly-discovered-design-flaw-in-domain-wide-delegation-could-leave-google-workspace-vulnerable-for-takeover',
    'https://support.google.com/a/answer/14437356',
  ],
  facts: [
    'A service account with domain-wide authority may act as every person of the domain; its scopes limit the data, but not the people.',
    'Whoever holds a key of the account needs neither a password nor a second factor, and no person sees a consent screen.',
    'The key of a listing in the Marketplace belongs to the vendor, so its customers cannot see that it was copied.',
    'Google advises to watch which people a delegated account acts for, and from where.',
  ],
  build: (random) => {
    const org = organization(random, 'quayside-energy.example', 80)
    const start = time('2025-11-04T00:00:00Z')
    const logs = ['token', 'drive']
    const days = seenIn(background(org, { until: start + 14 * DAY, days: 150, records: 2000 }), logs)
    const project = random.digits(12)
    const account = { project: 'inquiry-forms-prod', name: 'sync-robot', number: `1${random.digits(20)}` }
    const robot = delegatedApp(account, 'Inquira Forms', ['drive.readonly', 'admin.directory.user.readonly'])
    const vendorHost = network('203.0.113.61', 396982, 'BE')
    const served = [4, 5, 9, 10, 14, 15, 19, 20, 24, 25, 29, 30].map((place) => person(org, place))
    const usual = steadyUse(org, robot, {
      until: start + 13 * DAY,
      days: 150,
      count: 520,
      people: served,
      from: vendorHost,
      methods: ['drive.files.list', 'drive.files.get'],
      impersonates: true,
    })
    const fetched = Array.from({ length: 60 }, (_, index) =>
      robotDownload(org, {
        at: start - (1 + 2 * index) * DAY + random.integer(6 * 60, 19 * 60) * MINUTE,
        who: served[index % served.length] ?? org.admin,
        from: vendorHost,
        app: robot,
        project,
        title: random.pick(['Form answers', 'Visitor survey', 'Apprentice questionnaire']),
        kind: 'spreadsheet',
        bytes: random.integer(8_000, 60_000),
      }),
    ).flat()
    // Once a week the robot reads the directory in the name of the administrator.
    const directory = Array.from({ length: 21 }, (_, week) =>
      use(org, {
        at: start - (6 + 7 * week) * DAY + 4 * HOUR + random.integer(0, 20) * MINUTE,
        who: org.admin,
        app: robot,
        from: vendorHost,
        method: 'directory.users.list',
        bytes: random.integer(52_000, 58_000),
        impersonates: true,
      }),
    )

    const rented = network('65.108.44.190', 24940, 'FI')
    const second = network('167.235.12.77', 24940, 'DE')
    const begin = start + 21 * HOUR + 44 * MINUTE
    const shared = { app: robot, impersonates: true, from: rented }
    const listed = calls(org, {
      ...shared,
      start: begin,
      count: 3,
      gap: [2, 7],
      who: org.admin,
      methods: ['directory.users.list'],
      bytes: [54_000, 58_000],
    })
    const leaders: readonly Person[] = [1, 2, 3, 7, 11, 33, 48, 52, 66].map((place) => person(org, place))
    const looks = leaders.flatMap((who, place) =>
      calls(org, {
        ...shared,
        start: begin + 12 * MINUTE + place * 5 * MINUTE,
        count: random.integer(4, 9),
        gap: [3, 15],
        who,
        methods: ['drive.files.list'],
        bytes: [18_000, 90_000],
      }),
    )
    const night = (after: number, who: Person, count: number, from: typeof rented) =>
      inRow(org, begin + after * DAY + random.integer(5, 70) * MINUTE, count, [4, 26]).flatMap((at) =>
        robotDownload(org, {
          at,
          who,
          from,
          app: robot,
          project,
          title: `${random.pick(papers)} ${random.integer(2023, 2025)}`,
          kind: random.pick(['spreadsheet', 'document', 'pdf']),
          bytes: random.integer(40_000, 2_400_000),
        }),
      )
    const taken = [
      ...night(2, person(org, 2), 64, rented),
      ...night(2, person(org, 7), 38, rented),
      ...night(6, person(org, 33), 51, second),
      ...night(9, person(org, 1), 47, second),
    ]

    return {
      records: timeline(days.records, usual, fetched, directory, listed, looks, taken),
      firstHostile: idOf(listed[0] ?? {}),
      dataLeft: ids(taken),
      required: [
        {
          act: 'The robot of the vendor calls from a rented server, and acts for nine people that it has never served',
          ids: ids(listed, looks),
          minimum: 'high',
        },
        { act: 'The robot downloads 200 files of leaders on three nights', ids: ids(taken), minimum: 'high' },
      ],
      quiet: [...days.quiet, ...ids(fetched.slice(0, 30)), ...ids(directory.slice(0, 12)), ...ids(usual.slice(0, 30))],
    }
  },
})
