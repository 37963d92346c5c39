import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { impersonation, use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import {
  type App,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'

export default attackCampaign({
  title: 'A delegated service account key leaves with the secrets of a build service',
  sources: ['https://circleci.com/blog/jan-4-2023-incident-report'],
  facts: [
    'A thief copied environment variables, tokens and keys of customers from a build service on 22 December 2022.',
    'The thief worked from addresses of commercial VPN and hosting providers.',
    'The service asked its customers to look for use of the secrets from 21 December 2022 to 4 January 2023.',
    'Some customers reported access to their own systems with the stolen secrets.',
    'The records show a key of a service account with domain-wide delegation, which existed before; no grant and no key is new.',
  ],
  build: (random) => {
    const org = organization(random, 'oakmere.example', 15)
    const start = time('2022-12-27T00:00:00Z')
    const end = start + 8 * DAY
    const quiet = background(org, { until: end, days: 88, records: 320 })
    const robot: App = {
      id: random.digits(21),
      name: 'release-notes',
      type: 'WEB',
      scopes: ['https://mail.google.com/', scope('drive')],
    }
    const account = 'release-notes@oakmere-ci.iam.gserviceaccount.com'
    const runners = [0, 1, 2, 3, 4].map((i) => network(`192.0.2.${20 + i}`, 64540, 'US', 'US-VA'))
    const sender = person(org, 3)

    // Each build acts for one account, and sends the notes of the release.
    const builds = Array.from({ length: 62 }, () => {
      const at = workMoment(org, end, 86)
      const from = random.pick(runners)
      const common = { who: sender, app: robot, from }
      return [
        impersonation(org, { ...common, at, account }),
        use(org, { ...common, at: at + 3000, method: 'drive.files.create', bytes: 1400, impersonates: true }),
        use(org, { ...common, at: at + 8000, method: 'gmail.users.messages.send', bytes: 700, impersonates: true }),
      ]
    }).flat()

    const vpn = network('192.0.2.140', 64666, 'US', 'US-NJ')
    const victims = [0, 1, 2, 5, 7, 10].map((index) => person(org, index))
    const acting = victims.map((who, i) =>
      impersonation(org, { at: start + i * 26 * HOUR + 90 * MINUTE, who, app: robot, from: vpn, account }),
    )
    const reads = victims.flatMap((who, i) =>
      calls(org, {
        start: start + i * 26 * HOUR + 91 * MINUTE,
        count: 11,
        gap: [120, 700],
        who,
        app: robot,
        from: vpn,
        methods: [
          'gmail.users.messages.list',
          'gmail.users.messages.get',
          'gmail.users.messages.get',
          'drive.files.get',
        ],
        bytes: [4_000, 260_000],
        impersonates: true,
      }),
    )

    return {
      records: timeline(quiet.records, builds, acting, reads),
      firstHostile: ids(acting)[0] ?? '',
      dataLeft: ids(reads),
      required: [
        {
          act: 'a service account that acted for one person now acts for six, the administrator first, from a new network',
          ids: ids(acting, reads),
          minimum: 'high',
        },
        { act: 'it reads mail and files of the six, which it never did', ids: ids(reads), minimum: 'medium' },
      ],
      quiet: [...quiet.quiet, ...ids(builds.slice(30, 60))],
    }
  },
})
