// A company starts to use a booking tool; within three days most people connect their calendar.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

const start = time('2026-03-16T08:00:00Z')

export default benignWork({
  title: 'Roll-out of a calendar booking tool',
  sources: ['https://support.google.com/a/answer/7281227', 'https://developers.google.com/workspace/calendar/api/auth'],
  resembles: 'A wave of consents to a client that nobody had used before, followed by calls from its server.',
  accounts: 12,
  days: 12,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'briarhill.example', 15)
    const quietDays = background(org, { until: start + 14 * DAY, days: 70, records: 260 })
    const tool = app(random, 'Calendly', ['openid', 'userinfo.email', 'calendar.events', 'calendar.settings.readonly'])
    const server = network('203.0.113.61', 64523, 'US', 'US-GA')
    const people = org.people.slice(0, 12)
    const consents = people.map((who, index) =>
      authorize(org, {
        at: start + Math.floor(index / 5) * DAY + random.integer(0, 7 * 60) * MINUTE,
        who,
        app: tool,
        from: index % 4 === 3 ? who.home : org.office,
      }),
    )
    const calls = people.flatMap((who, index) =>
      Array.from({ length: 6 }, (_, step) =>
        use(org, {
          at: start + (4 + step) * DAY + index * 7 * MINUTE + HOUR,
          who,
          app: tool,
          from: server,
          method: random.pick(['calendar.events.list', 'calendar.freebusy.query', 'calendar.events.insert']),
          bytes: random.integer(700, 9000),
        }),
      ),
    )
    return { records: timeline(quietDays.records, consents, calls), ids: ids(consents, calls) }
  },
})
