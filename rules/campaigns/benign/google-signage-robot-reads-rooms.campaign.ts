import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, use } from '../google-events.ts'
import { groupMember, robot } from '../google-guests.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { appointment, calendarAccess } from '../google-lifecycle.ts'

const browser =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15'

export default benignWork({
  title: 'The house services share eighteen room calendars with the service account of a door sign vendor',
  sources: [
    'https://developers.google.com/workspace/calendar/api/concepts/sharing',
    'https://developers.google.com/admin-sdk/reports/v1/appendix/activity/calendar',
  ],
  resembles:
    'A service account of a stranger gets many calendars and a place in a group within an hour, and a new client with calendar scopes starts from a hosting network.',
  accounts: 2,
  days: 4,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'treppenhaus.example', 25)
    const end = time('2026-05-15T15:00:00Z')
    const days = background(org, { until: end, days: 92, records: 950 })
    const keeper = person(org, 5)
    const deputy = person(org, 10)
    const sign = robot(org, 'door-signs', 'turschild-cloud')
    const client = app(random, 'Türschild Verwaltung', ['openid', 'userinfo.email', 'calendar.readonly'])
    const ordinary = Array.from({ length: 70 }, (_, place) => {
      const who = random.pick(org.people)
      const common = { at: workMoment(org, end, 88), who, kind: 'web', agent: browser, calendar: who.email } as const
      return place % 4 === 0
        ? calendarAccess(org, {
            ...common,
            grantee: random.pick(org.people).email,
            level: random.pick(['read', 'editor']),
          })
        : appointment(org, { ...common, title: random.pick(['Rundgang', 'Team', 'Lieferung', 'Gespräch']) })
    })
    const start = time('2026-05-11T08:30:00Z')
    const rooms = Array.from(
      { length: 18 },
      () => `c_${random.uuid().replaceAll('-', '')}@resource.calendar.google.com`,
    )
    const share = (at: number, calendar: string, who = keeper) =>
      calendarAccess(org, { at, who, calendar, grantee: sign.email, level: 'read', kind: 'web', agent: browser })
    // One room as a trial, two days later the others in one go.
    const trial = share(start, rooms[0] ?? '')
    const others = rooms
      .slice(1)
      .map((room, place) => share(start + 2 * DAY + place * 75_000, room, place > 11 ? deputy : keeper))
    const member = groupMember(org, {
      at: start + 2 * DAY + HOUR,
      who: keeper,
      group: 'raumkalender',
      member: sign,
      kind: 'service_account',
    })
    const grants = [keeper, deputy].map((who, place) =>
      authorize(org, { at: start + 25 * MINUTE + place * 2 * DAY, who, app: client }),
    )
    const calls = Array.from({ length: 40 }, (_, place) =>
      use(org, {
        at: start + 40 * MINUTE + place * 100 * MINUTE,
        who: keeper,
        app: client,
        from: network('192.0.2.83', 24940, 'DE'),
        method: place % 8 === 0 ? 'calendar.calendarList.list' : 'calendar.events.list',
        bytes: random.integer(1_500, 18_000),
      }),
    )
    const work = [trial, ...others, member, ...grants, ...calls]
    return { records: timeline(days.records, ordinary, work), ids: ids(work) }
  },
})
