// Four assistants invite hundreds of guests to an open day with a booking program, and move half of the visits.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Four assistants write, move and cancel 400 invitations for an open day',
  sources: [
    'https://developers.google.com/workspace/calendar/api/v3/reference/events/insert',
    'https://developers.google.com/workspace/calendar/api/concepts/inviting-attendees-to-events',
  ],
  resembles:
    'A client that is new to four accounts writes events by the hundred from a hosting network and deletes many of them.',
  accounts: 4,
  days: 12,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'brightwell-hospital.example', 31)
    const start = time('2026-09-07T07:40:00Z')
    const end = time('2026-09-18T15:00:00Z')
    const days = background(org, { until: end, days: 80, records: 900 })
    const booking = app(random, 'Visitplan', ['openid', 'email', 'calendar.events'])
    const from = network('192.0.2.155', 24940, 'DE')
    const work = inUnit(org, 'People')
      .slice(0, 4)
      .flatMap((who, index) => {
        const at = start + index * 35 * MINUTE
        const batch = (later: number, method: string, count: number) =>
          calls(org, {
            start: at + later,
            count,
            gap: [2, 9],
            who,
            app: booking,
            from,
            methods: [method],
            bytes: method.endsWith('delete') ? [0, 20] : [900, 2_600],
          })
        return [
          authorize(org, { at, who, app: booking, from: org.office }),
          ...batch(20 * MINUTE, 'calendar.events.list', 3),
          ...batch(2 * HOUR, 'calendar.events.insert', 60),
          ...batch(DAY + HOUR, 'calendar.events.insert', 40),
          ...batch(4 * DAY, 'calendar.events.patch', 45),
          ...batch(8 * DAY + 2 * HOUR, 'calendar.events.delete', random.integer(8, 22)),
        ]
      })
    return { records: timeline(days.records, work), ids: ids(work) }
  },
})
