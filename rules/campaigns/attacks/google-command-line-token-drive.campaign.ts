import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import type { ServiceAccount } from '../google-cloud-layouts.ts'
import { authorize, file } from '../google-events.ts'
import { accessToken } from '../google-federation.ts'
import { calls, run } from '../google-grants.ts'
import {
  type App,
  DAY,
  HOUR,
  ids,
  inUnit,
  MINUTE,
  network,
  organization,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'

const titles = [
  'Access list of production',
  'Runbook payments',
  'VPN keys',
  'Card processor onboarding',
  'Root accounts',
]

export default attackCampaign({
  title:
    'A copied token of the Google Cloud command line, once granted Drive, reads Drive at night from a rented server',
  sources: [
    'https://cloud.google.com/architecture/bps-for-mitigating-gcloud-oauth-tokens',
    'https://cloud.google.com/sdk/gcloud/reference/auth/login',
  ],
  facts: [
    'The command line keeps its OAuth tokens in files on the computer of the developer.',
    'An attacker on the computer can copy them to another computer and make requests in the name of the developer.',
    'The requests go on after the attacker has lost the first computer.',
    'The client is one of Google itself; nobody has to consent again.',
    'With one flag the command line also asks for access to Drive.',
  ],
  build: (random) => {
    const org = organization(random, 'brightloom.example', 18)
    const start = time('2026-05-19T23:25:00Z')
    const days = 80
    const quietDays = background(org, { until: start + 6 * DAY, days: days + 6, records: 650 })
    const cli = (more: readonly string[]): App => ({
      id: '32555940559.apps.googleusercontent.com',
      name: 'Google Cloud SDK',
      type: 'NATIVE_DESKTOP',
      scopes: [
        'openid',
        'userinfo.email',
        'cloud-platform',
        'appengine.admin',
        'compute',
        'accounts.reauth',
        ...more,
      ].map(scope),
    })
    const plain = cli([])
    const withDrive = cli(['drive'])
    const developers = inUnit(org, 'Engineering')
    const victim = developers[0] ?? org.admin
    // Every developer logs in again each two weeks; one of them with Drive, because of tables that lie in sheets.
    const logins = developers.flatMap((who, place) =>
      [78, 64, 50, 36, 22, 8].map((ago, turn) =>
        authorize(org, {
          at: start - ago * DAY - (9 + place + turn) * HOUR - 30 * MINUTE,
          who,
          app: who === victim ? withDrive : plain,
        }),
      ),
    )
    const daily = steadyUse(org, withDrive, {
      until: start + 6 * DAY,
      days: 82,
      count: 110,
      people: [victim],
      from: org.office,
      methods: ['drive.files.get', 'drive.files.get', 'drive.files.list'],
    })
    const sheets = Array.from({ length: 30 }, (_, index) =>
      file(org, {
        at: start - (70 - 2 * index) * DAY - 10 * HOUR,
        who: victim,
        name: 'download',
        title: 'Price table',
        kind: 'spreadsheet',
        app: withDrive,
      }),
    )
    const rented = network('203.0.113.77', 20473, 'NL', 'NL-NH')
    const account: ServiceAccount = { project: 'brightloom-prod', name: 'batch', number: `1${random.digits(20)}` }
    const nights = [0, 1, 2, 4, 5].map((night) => start + night * DAY)
    const reads = nights.flatMap((night, index) =>
      calls(org, {
        start: night + random.integer(0, 50) * MINUTE,
        count: index === 0 ? 8 : 17,
        gap: [70, 400],
        who: victim,
        app: withDrive,
        from: rented,
        methods: ['drive.files.list', 'drive.files.get', 'drive.files.get', 'drive.files.export'],
        bytes: [40_000, 2_400_000],
      }),
    )
    const downloads = nights.slice(1).flatMap((night) =>
      run(org, { start: night + 70 * MINUTE, count: 9, gap: [90, 500] }, (at) =>
        file(org, {
          at,
          who: victim,
          from: rented,
          name: 'download',
          title: random.pick(titles),
          kind: random.pick(['document', 'spreadsheet', 'pdf']),
          owner: random.pick(org.people),
          app: withDrive,
        }),
      ),
    )
    const caller = { email: victim.email, subject: `user:${victim.email}` }
    const chained = accessToken(org, { at: start + DAY + 3 * HOUR, from: rented, caller, account })
    const work = accessToken(org, { at: start - 20 * DAY - 12 * HOUR, from: org.office, caller, account })
    return {
      records: timeline(quietDays.records, logins, daily, sheets, reads, downloads, [chained, work]),
      firstHostile: ids(reads)[0] ?? '',
      dataLeft: ids(reads, downloads),
      required: [
        {
          act: 'the token of the command line reads Drive from a network that nobody in the company has',
          ids: ids(reads),
          minimum: 'medium',
        },
        {
          act: 'files of colleagues downloaded by the command line from the rented server, night after night',
          ids: ids(downloads),
          minimum: 'medium',
        },
      ],
      quiet: [
        ...quietDays.quiet,
        ...ids(logins.slice(3, 9)),
        ...ids(daily.slice(20, 40)),
        ...ids(sheets.slice(10, 18)),
      ],
    }
  },
})
