// Sales tries two programs that write to prospects for three weeks each, keeps one and removes the other.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, revoke, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

const start = time('2026-04-20T08:05:00Z')

export default benignWork({
  title: 'Sales compares two programs that send and follow up mail to prospects',
  sources: [
    'https://developers.google.com/workspace/gmail/api/guides/sending',
    'https://support.google.com/a/answer/7281227',
  ],
  resembles:
    'Several people give two foreign services mail access on one morning; the services read replies and send many ' +
    'letters from addresses in a cloud.',
  accounts: 6,
  days: 45,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'wrenhurst.example', 30)
    const quietDays = background(org, { until: start + 46 * DAY, days: 120, records: 460 })
    const sellers = inUnit(org, 'Sales').slice(0, 6)
    const scopes = ['gmail.modify', 'gmail.send', 'calendar.events', 'openid', 'userinfo.email', 'userinfo.profile']
    const trials = [
      { tool: app(random, 'Cadencely', scopes), cloud: '203.0.113.140', region: 'US', first: 0, last: 21 },
      { tool: app(random, 'Reachwell Sequences', scopes), cloud: '203.0.113.171', region: 'IE', first: 1, last: 44 },
    ]
    const work = trials.flatMap(({ tool, cloud, region, first, last }, place) => {
      const from = network(cloud, 64560 + place, region)
      const consents = sellers.map((who, index) =>
        authorize(org, { at: start + first * DAY + index * 4 * MINUTE, who, app: tool }),
      )
      const days = Array.from({ length: last - first }, (_, index) => start + (first + index) * DAY).filter(
        (at) => ![0, 6].includes(new Date(at).getUTCDay()),
      )
      const calls = days.flatMap((at) =>
        sellers.flatMap((who, index) =>
          ['gmail.users.history.list', 'gmail.users.messages.get', 'gmail.users.messages.send'].flatMap(
            (method, kind) =>
              Array.from({ length: 2 + kind * 2 }, (_, step) =>
                use(org, {
                  at: at + HOUR + index * 9 * MINUTE + kind * 2 * MINUTE + step * random.integer(18, 80) * 1000,
                  who,
                  app: tool,
                  from,
                  method,
                  bytes: kind === 1 ? random.integer(4_000, 40_000) : random.integer(300, 900),
                }),
              ),
          ),
        ),
      )
      const ended =
        place === 0
          ? sellers.map((who, index) => revoke(org, { at: start + 22 * DAY + index * 31 * MINUTE, who, app: tool }))
          : []
      return [...consents, ...calls, ...ended]
    })
    return { records: timeline(quietDays.records, work), ids: ids(work) }
  },
})
