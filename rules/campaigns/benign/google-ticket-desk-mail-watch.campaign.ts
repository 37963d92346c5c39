// The ticket program of the help desk watches three mailboxes day and night, from whatever address its cloud gives it.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { anyAddress } from '../google-crowd.ts'
import { authorize, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'A ticket program reads and answers mail of three desk accounts around the clock',
  sources: [
    'https://developers.google.com/workspace/gmail/api/guides/push',
    'https://developers.google.com/workspace/gmail/api/reference/rest/v1/users/watch',
  ],
  resembles:
    'A client renews a subscription on mailboxes every day, reads at night and at weekends, and its addresses change.',
  accounts: 3,
  days: 56,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'mapleway-transit.example', 20)
    const end = time('2026-04-24T18:00:00Z')
    const days = background(org, { until: end, days: 90, records: 800 })
    const tickets = app(random, 'Helpdock Tickets', ['openid', 'email', 'gmail.modify'])
    const desks = inUnit(org, 'Operations').slice(0, 3)
    const first = end - 56 * DAY
    const granted = desks.map((who, index) =>
      authorize(org, { at: first - 9 * HOUR + index * 12 * MINUTE, who, app: tickets, from: org.office }),
    )
    const work = Array.from({ length: 55 }, (_, day) => first + day * DAY).flatMap((midnight) =>
      desks.flatMap((who) => {
        const from = anyAddress(org, random.pick(['52.29', '3.120', '18.196']), 16509, 'DE')
        const call = (later: number, method: string, most: number) =>
          use(org, { at: midnight + later, who, app: tickets, from, method, bytes: random.integer(300, most) })
        const letters = Array.from({ length: random.integer(1, 4) }, () => random.integer(0, 23 * 60) * MINUTE)
        return [
          call(11 * MINUTE, 'gmail.users.watch', 500),
          ...letters.flatMap((later) => [
            call(later + 20_000, 'gmail.users.history.list', 1_500),
            call(later + 21_000, 'gmail.users.messages.get', 60_000),
            ...(random.integer(0, 2) === 0 ? [call(later + 40 * MINUTE, 'gmail.users.messages.send', 800)] : []),
          ]),
        ]
      }),
    )
    return { records: timeline(days.records, granted, work), ids: ids(granted, work) }
  },
})
