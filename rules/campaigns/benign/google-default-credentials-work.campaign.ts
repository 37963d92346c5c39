import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { file, use } from '../google-events.ts'
import { consents } from '../google-grants.ts'
import { type App, DAY, HOUR, ids, network, organization, person, scope, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Engineers use their default credentials from home, from a conference and at night',
  sources: [
    'https://cloud.google.com/docs/authentication/provide-credentials-adc',
    'https://cloud.google.com/sdk/gcloud/reference/auth/application-default/login',
  ],
  resembles: 'Tokens of a native client read Drive from several networks in two countries, some at night.',
  accounts: 6,
  days: 28,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'thornlea.example', 16)
    const start = time('2026-02-09T00:00:00Z')
    const end = start + 28 * DAY
    const quiet = background(org, { until: end, days: 98, records: 340 })
    const library: App = {
      id: '764086051850-6qr4p6gpi6hn506pt8ejuq83di341hur.apps.googleusercontent.com',
      name: 'Google Auth Library',
      type: 'NATIVE_DESKTOP',
      scopes: ['openid', scope('userinfo.email'), scope('cloud-platform'), scope('drive.readonly')],
    }
    const team = [3, 5, 7, 8, 10, 13].map((index) => person(org, index))
    const first = consents(org, { start: start + 8 * HOUR, gap: [300, 5000], people: team, app: library })
    const conference = network('203.0.113.190', 64577, 'PT')
    const titles = ['Experiment log', 'Feature table', 'Model card', 'Price list', 'Labels batch']

    const work = Array.from({ length: 130 }, (_, i) => {
      const who = team[i % team.length] ?? org.admin
      return use(org, {
        at: Math.max(start + DAY, workMoment(org, end, 26)),
        who,
        app: library,
        from: i % 3 === 0 ? who.home : org.office,
        method: random.pick(['drive.files.list', 'drive.files.get', 'storage.objects.get']),
        bytes: random.integer(900, 60_000),
      })
    })
    // Two of them at a conference for four days; they sign nothing anew.
    const away = Array.from({ length: 26 }, (_, i) =>
      use(org, {
        at: workMoment(org, start + 19 * DAY, 4),
        who: team[i % 2] ?? org.admin,
        app: library,
        from: conference,
        method: random.pick(['drive.files.get', 'storage.objects.get']),
        bytes: random.integer(900, 60_000),
      }),
    )
    // A notebook that runs late from home.
    const night = Array.from({ length: 24 }, (_, i) => {
      const who = team[4] ?? org.admin
      return file(org, {
        at: start + (10 + Math.floor(i / 8)) * DAY + 22 * HOUR + (i % 8) * 240_000,
        who,
        from: who.home,
        name: 'download',
        title: titles[i % titles.length] ?? 'Experiment log',
        kind: 'spreadsheet',
        app: library,
      })
    })
    return { records: timeline(quiet.records, first, work, away, night), ids: ids(first, work, away, night) }
  },
})
