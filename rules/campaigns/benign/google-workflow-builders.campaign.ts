// A course shows the people of Operations and Sales how to build small workflows; many of them connect mail and tables.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, revoke, signIn, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'After a course eight colleagues build small workflows that read their mail on a timer',
  sources: [
    'https://help.zapier.com/hc/en-us/articles/8495933417741-How-to-get-started-with-Gmail-on-Zapier',
    'https://www.make.com/en/help/connections/connecting-to-google-services-using-a-custom-oauth-client',
  ],
  resembles:
    'A client with full mail permission appears with eight people in two days and reads mail on a timer for weeks.',
  accounts: 8,
  days: 24,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'maplegrove-tours.example', 23)
    const end = time('2026-05-29T15:00:00Z')
    const days = background(org, { until: end, days: 95, records: 950 })
    const service = app(random, 'Zapier', ['openid', 'userinfo.email', 'userinfo.profile', 'https://mail.google.com/'])
    const tables = app(random, 'Zapier', ['openid', 'userinfo.email', 'spreadsheets', 'drive.file'])
    const servers = [network('203.0.113.61', 14618, 'US', 'US-VA'), network('203.0.113.64', 14618, 'US', 'US-VA')]
    const course = end - 24 * DAY
    const pupils = [...inUnit(org, 'Operations'), ...inUnit(org, 'Sales')].slice(0, 8)
    const work = pupils.flatMap((who, place) => {
      // Most connect in the course room; two of them do it at home in the evening.
      const from = place % 4 === 3 ? who.home : org.office
      const at = workMoment(org, course + DAY, 2) + place * MINUTE
      const joined = [
        signIn(org, { at: at - 4 * MINUTE, who, from }),
        authorize(org, { at, who, app: service, from }),
        authorize(org, { at: at + 90_000, who, app: tables, from }),
      ]
      const stays = place % 3 === 2 ? 4 : 19
      const polls = Array.from({ length: stays }, (_, d) => d).flatMap((d) =>
        [7, 10, 13].flatMap((hour) => {
          const when = Math.floor(at / DAY) * DAY + (1 + d) * DAY + hour * HOUR + random.integer(0, 50) * MINUTE
          const later = when + 3000
          const server = servers[(d + hour) % 2] ?? null
          const call = (moment: number, client: typeof service, method: string, bytes: number) =>
            use(org, { at: moment, who, app: client, from: server, method, bytes })
          return [
            call(when, service, 'gmail.users.messages.list', random.integer(300, 900)),
            ...(random.number() < 0.4
              ? [
                  call(later, service, 'gmail.users.messages.get', random.integer(5_000, 40_000)),
                  call(later + 2000, tables, 'sheets.spreadsheets.values.append', random.integer(200, 600)),
                ]
              : []),
          ]
        }),
      )
      const ended = stays === 4 ? [revoke(org, { at: at + 6 * DAY, who, app: service, from })] : []
      return [...joined, ...polls, ...ended]
    })
    return { records: timeline(days.records, work), ids: ids(work) }
  },
})
