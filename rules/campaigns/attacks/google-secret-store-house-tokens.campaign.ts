// The stolen cloud token of a house application opens its store of Google tokens, which are then used elsewhere.
import { attackCampaign, type RawRecord } from '../campaign.ts'
import { background, steadyUse, workMoment } from '../google-background.ts'
import { secretCall } from '../google-cloud-secrets.ts'
import { use } from '../google-events.ts'
import { consents, run } from '../google-grants.ts'
import {
  app,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
  timeOf,
} from '../google-layouts.ts'

const start = time('2025-10-14T02:07:00Z')

export default attackCampaign({
  title:
    'The secret store of a house application gives its refresh tokens to a stranger, who reads mail and answers customers',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/cloud-metadata-abuse-unc2903',
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
    'https://cloud.google.com/secret-manager/docs/audit-logging',
  ],
  facts: [
    'A fault of a web application lets a stranger fetch the access token of its service account from the metadata server.',
    'Within the hour of this token the stranger lists and reads all secrets of the project from a rented server.',
    'The secrets are the OAuth client of the application and one refresh token for each colleague that uses it.',
    'In the following nights the client reads mail and attachments from another server, and once sends mail to customers.',
  ],
  build: (random) => {
    const org = organization(random, 'brookvale.example', 16)
    const quietDays = background(org, { until: start + 12 * DAY, days: 125, records: 330 })
    const sellers = [1, 4, 6, 8, 11, 13, 15].map((index) => person(org, index))
    const quotes = app(random, 'Brookvale Quotes', ['openid', 'userinfo.email', 'gmail.modify'])
    const number = quotes.id.split('-')[0] ?? ''
    const runtime = { project: 'brookvale-quotes', name: 'quotes-run', number: `1${random.digits(20)}` }
    const cloud = network('34.107.61.140', 396982, 'DE', 'DE-HE')

    const allowed = consents(org, {
      start: start - 118 * DAY + 7 * HOUR,
      gap: [240, 1_900],
      people: sellers,
      app: quotes,
    })
    const works = steadyUse(org, quotes, {
      until: start + 12 * DAY,
      days: 128,
      count: 190,
      people: sellers,
      from: cloud,
      methods: ['gmail.users.history.list', 'gmail.users.messages.get', 'gmail.users.messages.modify'],
    })
    const names = [
      'quotes-oauth-client',
      ...sellers.map((one) => `quotes-token-${one.name.toLowerCase().replace(' ', '-')}`),
    ]
    const agent = 'gcloud-python/2.24.0 grpc-python/1.71.0 gax/2.25.0 gapic/2.24.0 gl-python/3.12.4,gzip(gfe)'
    const starts = Array.from({ length: 90 }, () => workMoment(org, start + 12 * DAY, 128)).flatMap((at) =>
      [names[0], random.pick(names.slice(1))].map((secret, index) =>
        secretCall(org, { at: at + index * 900, account: runtime, from: cloud, agent, number, secret: secret ?? '' }),
      ),
    )

    const rented = network('45.134.26.177', 60068, 'GB')
    const taken = run(org, { start, count: names.length + 1, gap: [4, 22] }, (at, index) => {
      const secret = names[index - 1]
      const shared = { at, account: runtime, from: rented, agent: 'python-requests/2.32.3,gzip(gfe)', number }
      return secretCall(org, secret === undefined ? shared : { ...shared, secret })
    })

    const reader = network('103.75.11.42', 212238, 'SG')
    const reads = [1, 2, 4, 7].flatMap((night) =>
      sellers.slice(0, 4).flatMap((who, place) =>
        run(
          org,
          { start: start + night * DAY - HOUR + place * 23 * MINUTE, count: random.integer(7, 16), gap: [11, 70] },
          (at, index) =>
            use(org, {
              at,
              who,
              app: quotes,
              from: reader,
              method:
                index === 0
                  ? 'gmail.users.messages.list'
                  : index % 4 === 3
                    ? 'gmail.users.messages.attachments.get'
                    : 'gmail.users.messages.get',
              bytes: random.integer(5_000, 240_000),
            }),
        ),
      ),
    )
    const clerk = person(org, 6)
    const answers = run(org, { start: start + 8 * DAY + 5 * HOUR, count: 6, gap: [70, 400] }, (at) =>
      use(org, {
        at,
        who: clerk,
        app: quotes,
        from: reader,
        method: 'gmail.users.messages.send',
        bytes: random.integer(400, 700),
      }),
    )

    const before = (list: readonly RawRecord[]) => list.filter((one) => timeOf(one) < start)
    return {
      records: timeline(quietDays.records, allowed, works, starts, taken, reads, answers),
      firstHostile: ids(taken)[0] ?? '',
      dataLeft: ids(reads),
      required: [
        {
          act: 'The service account of the application lists and reads every token secret from a rented server',
          ids: ids(taken),
          minimum: 'medium',
        },
        { act: 'The house client reads mail of four people from a foreign server', ids: ids(reads), minimum: 'high' },
        { act: 'The house client, which never sent mail, sends from there', ids: ids(answers), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(before(works).slice(40, 60), before(starts).slice(60, 76))],
    }
  },
})
