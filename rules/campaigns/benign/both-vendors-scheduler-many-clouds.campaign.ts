// A scheduling vendor runs in the regions of three clouds: each call may come from another address, at both vendors.
import { benignWork } from '../campaign.ts'
import { background as googleDays, workMoment } from '../google-background.ts'
import { anyAddress, crowd, merged } from '../google-crowd.ts'
import { authorize, use } from '../google-events.ts'
import { app, DAY, ids, time } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { background as microsoftDays, working } from '../microsoft-background.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { Log, makeApp, makeTenant } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Scheduling vendor with workers in three clouds, for calendars of both vendors',
  sources: [
    'https://cloud.google.com/appengine/docs/standard/java-gen2/outbound-ip-addresses',
    'https://gitlab.com/gitlab-com/gl-infra/platform/runway/team/-/issues/696',
  ],
  resembles: 'The same tokens and the same application key come from new networks and countries on most days.',
  accounts: 1200,
  days: 70,
  allowed: 'low',
  build(random) {
    const tenant = makeTenant(random, 'harborlight', 18)
    const log = new Log(random, tenant)
    const org = orgOf(random, tenant)
    const until = time('2026-05-29T18:00:00Z')
    const days = 70
    const first = Math.floor((until - days * DAY) / DAY) * DAY
    const google = googleDays(org, { until, days, records: 900 })
    microsoftDays(log, { feeds: 'entra', from: first, days: days - 1, records: 500 })
    const scopes = ['openid', 'userinfo.email', 'calendar.events', 'calendar.readonly']
    const booking = app(random, 'Slotwise Scheduling', scopes)
    const bookers = crowd(org, 'emp', 'Sales', 140)
    // The vendor adds a cloud in the fourth week, and a third one in the seventh.
    const address = (at: number) => {
      const week = Math.floor((at - first) / (7 * DAY))
      const clouds = [
        () => anyAddress(org, '3.120', 16509, 'DE'),
        () => anyAddress(org, '34.89', 396982, 'GB'),
        () => anyAddress(org, '20.79', 8075, 'NL'),
      ]
      return random.pick(clouds.slice(0, week < 3 ? 1 : week < 6 ? 2 : 3))()
    }
    const granted = bookers.map((who) =>
      authorize(org, { at: workMoment(org, until, random.integer(1, 3) === 1 ? 20 : days), who, app: booking }),
    )
    const starts = granted.map((record) => Date.parse((record as { id: { time: string } }).id.time))
    const methods = [
      'calendar.events.list',
      'calendar.freebusy.query',
      'calendar.events.insert',
      'calendar.events.patch',
    ]
    const used = Array.from({ length: 3400 }, (_, index) => {
      const place = index % bookers.length
      const from = starts[place] ?? first
      const at = from + random.integer(60, Math.max(120, Math.floor((until - from) / 1000))) * 1000
      const who = bookers[place] ?? org.admin
      const method = random.pick(methods)
      return use(org, { at, who, app: booking, from: address(at), method, bytes: random.integer(400, 9_000) })
    })
    const twin = makeApp(random, 'Slotwise Scheduling for Outlook', random.uuid(), { agent: 'slotwise-worker/7.3' })
    const microsoft = Array.from({ length: 380 }, () => {
      const at = working(log, first, days - 1)
      const { ip } = address(at)
      const tokenId = token(log)
      const person = random.pick(tenant.people)
      const signIn = appSignIn(log, at, { app: twin, resource: tenant.graph, ip, tokenId })
      const call = graphCall(log, at + 2500, {
        client: twin,
        ip,
        uri: `/users/${person.oid}/calendarView?$top=50`,
        permissions: 'Calendars.ReadWrite',
        agent: twin.agent,
        tokenId,
      })
      return [signIn, call]
    }).flat()
    return {
      records: merged(google.records, granted, used, log.records()),
      ids: [...ids(granted, used), ...microsoft],
    }
  },
})
