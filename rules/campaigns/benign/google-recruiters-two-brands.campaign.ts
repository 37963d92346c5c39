// Recruiters work for two brands, each with its own workspace of the same tool, and connect their mail to both.
import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Recruiters connect their mail to a second workspace of the hiring tool for a new brand',
  sources: [
    'https://support.greenhouse.io/hc/en-us/articles/360039539592-Gmail-integration',
    'https://help.lever.co/hc/en-us/articles/20087309637405-Syncing-Gmail-with-Lever',
  ],
  resembles:
    'People who have the client grant it again, some from trains and hotels, and it then reads a year of mail.',
  accounts: 6,
  days: 12,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'bluewillow-staffing.example', 26)
    const start = time('2026-10-05T00:00:00Z')
    const days = background(org, { until: start + 14 * DAY, days: 95, records: 1000 })
    const tool = app(random, 'Hirebench', [
      'openid',
      'userinfo.email',
      'gmail.readonly',
      'gmail.send',
      'calendar.events',
    ])
    const servers = network('203.0.113.83', 16509, 'IE')
    const recruiters = [4, 9, 14, 19, 24, 5].map((place) => person(org, place))
    const grants = recruiters.map((who, place) =>
      authorize(org, { at: start - 90 * DAY + (7 + place) * HOUR, who, app: tool }),
    )
    const methods = ['gmail.users.history.list', 'gmail.users.messages.get', 'calendar.events.list']
    const usual = steadyUse(org, tool, {
      until: start + 13 * DAY,
      days: 95,
      count: 380,
      people: recruiters,
      from: servers,
      methods,
    })
    // The third is on a train, the fifth at a fair in another country.
    const away = [
      undefined,
      undefined,
      network('203.0.113.201', 29447, 'FR'),
      undefined,
      network('203.0.113.214', 3352, 'ES'),
    ]
    const work = recruiters.flatMap((who, place) => {
      const from = away[place] ?? (place === 1 ? who.home : org.office)
      const at =
        start + Math.floor(place / 2) * 4 * DAY + 8 * HOUR + place * 31 * MINUTE + random.integer(0, 20) * MINUTE
      return [
        signIn(org, { at: at - 6 * MINUTE, who, from }),
        authorize(org, { at, who, app: tool, from }),
        ...calls(org, {
          start: at + 3 * MINUTE,
          count: 50,
          gap: [10, 60],
          who,
          app: tool,
          from: servers,
          methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
          bytes: [2_000, 45_000],
        }),
      ]
    })
    return { records: timeline(days.records, grants, usual, work), ids: ids(work) }
  },
})
