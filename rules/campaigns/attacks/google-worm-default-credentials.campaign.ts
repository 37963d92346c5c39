import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, file, use } from '../google-events.ts'
import { run } from '../google-grants.ts'
import {
  type App,
  DAY,
  HOUR,
  ids,
  inUnit,
  MINUTE,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'

export default attackCampaign({
  title: 'A package worm takes the default credentials of a developer, and Drive is read with them',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2025/12/09/shai-hulud-2-0-guidance-for-detecting-investigating-and-defending-against-the-supply-chain-attack/',
    'https://www.wiz.io/blog/shai-hulud-2-0-ongoing-supply-chain-attack',
  ],
  facts: [
    'The worm runs in the install step of packages and collects credentials of the developer and of the pipeline.',
    'It scans the home directory for secrets; the file of the application default credentials of Google lies there.',
    'Stolen credentials were published in repositories from 24 November 2025, so anybody could use them.',
    'That file holds a refresh token of a client of Google, which works from any network until it is revoked.',
  ],
  build: (random) => {
    const org = organization(random, 'sablecroft.example', 16)
    const start = time('2025-12-01T00:00:00Z')
    const end = start + 14 * DAY
    const quiet = background(org, { until: end, days: 88, records: 330 })
    const library: App = {
      id: '764086051850-6qr4p6gpi6hn506pt8ejuq83di341hur.apps.googleusercontent.com',
      name: 'Google Auth Library',
      type: 'NATIVE_DESKTOP',
      scopes: ['openid', scope('userinfo.email'), scope('cloud-platform'), scope('drive.readonly')],
    }
    const engineers = inUnit(org, 'Engineering')
    const victim = engineers[1] ?? person(org, 3)
    const hotel = network('203.0.113.181', 64588, 'ES')

    const consents = engineers.map((who, i) =>
      authorize(org, { at: end - 87 * DAY + (8 + i) * HOUR, who, app: library }),
    )
    const work = Array.from({ length: 120 }, (_, i) => {
      const who = engineers[i % engineers.length] ?? victim
      return use(org, {
        at: workMoment(org, end, 85),
        who,
        app: library,
        from: random.integer(1, 3) === 1 ? who.home : org.office,
        method: random.pick(['cloudresourcemanager.projects.list', 'storage.objects.get', 'drive.files.get']),
        bytes: random.integer(900, 30_000),
      })
    })
    // A colleague works from a hotel for some days: ordinary.
    const travel = Array.from({ length: 12 }, () =>
      use(org, {
        at: workMoment(org, start + 5 * DAY, 4),
        who: engineers[0] ?? victim,
        app: library,
        from: hotel,
        method: random.pick(['cloudresourcemanager.projects.list', 'drive.files.get']),
        bytes: random.integer(900, 30_000),
      }),
    )

    const places = [network('192.0.2.66', 64701, 'RO'), network('192.0.2.71', 64702, 'US', 'US-TX')]
    const nights = [0, 1, 3, 4, 6, 8, 9, 12]
    const looks = nights.flatMap((night, n) =>
      run(org, { start: start + night * DAY + HOUR + 10 * MINUTE, count: 6, gap: [60, 400] }, (at, i) =>
        use(org, {
          at,
          who: victim,
          app: library,
          from: places[n % 2],
          method: i === 0 ? 'drive.about.get' : i % 2 === 0 ? 'drive.files.get' : 'drive.files.list',
          bytes: random.integer(9_000, 120_000),
        }),
      ),
    )
    const titles = ['prod-env', 'vault recovery', 'customer export', 'incident notes', 'payment keys', 'runbook']
    const downloads = nights.flatMap((night, n) =>
      run(org, { start: start + night * DAY + 2 * HOUR, count: 3, gap: [100, 900] }, (at) =>
        file(org, {
          at,
          who: victim,
          from: places[n % 2],
          name: 'download',
          title: random.pick(titles),
          owner: random.pick(org.people),
          app: library,
        }),
      ),
    )

    return {
      records: timeline(quiet.records, consents, work, travel, looks, downloads),
      firstHostile: ids(looks)[0] ?? '',
      dataLeft: ids(downloads),
      required: [
        {
          act: 'the token of the developer lists Drive from two foreign networks at night, for two weeks',
          ids: ids(looks),
          minimum: 'medium',
        },
        { act: 'files leave with it, a few each night', ids: ids(downloads), minimum: 'medium' },
      ],
      quiet: [...quiet.quiet, ...ids(work.slice(20, 50))],
    }
  },
})
