// Some colleagues compare three note takers for meetings, and remove the ones that they do not like within the day.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, revoke, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Seven colleagues try three note takers and remove two',
  sources: [
    'https://gatlabs.com/blogpost/dormant-oauth-app-security-workspace-risk/',
    'https://cyberz.pro/blog/2026/06/04/shadow-ai-oauth-google-workspace-audit/',
  ],
  resembles:
    'New clients spread over several accounts in a week, call from hosting networks, and their grants soon vanish.',
  accounts: 7,
  days: 9,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'dovecrest.example', 21)
    const end = time('2026-06-26T15:00:00Z')
    const days = background(org, { until: end, days: 84, records: 850 })
    const trials = [
      {
        from: network('192.0.2.180', 16509, 'US'),
        kept: true,
        client: app(random, 'Minutely Notes', ['openid', 'email', 'calendar.readonly', 'drive.file']),
      },
      {
        from: network('192.0.2.181', 396982, 'US'),
        kept: false,
        client: app(random, 'Scribe Owl', ['openid', 'email', 'profile', 'calendar.events', 'meetings.space.readonly']),
      },
      {
        from: network('192.0.2.182', 14061, 'US'),
        kept: false,
        client: app(random, 'Recapster AI', ['openid', 'userinfo.email', 'calendar.readonly', 'contacts.readonly']),
      },
    ]
    const work = org.people.slice(3, 10).flatMap((who) => {
      const first = workMoment(org, end - DAY, 7)
      return trials.flatMap(({ from, kept, client }, place) => {
        const at = first + place * 25 * MINUTE
        const call = (later: number, method: string) =>
          use(org, { at: at + later, who, app: client, from, method, bytes: random.integer(1_000, 30_000) })
        const used = [
          call(40_000, 'calendar.calendarList.list'),
          call(44_000, 'calendar.events.list'),
          call(2 * HOUR, 'calendar.events.list'),
        ]
        const written = kept ? [call(3 * HOUR, 'drive.files.create'), call(20 * HOUR, 'calendar.events.list')] : []
        const removed = kept ? [] : [revoke(org, { at: at + random.integer(3, 9) * HOUR, who, app: client })]
        return [authorize(org, { at, who, app: client }), ...used, ...written, ...removed]
      })
    })
    return { records: timeline(days.records, work), ids: ids(work) }
  },
})
