// Tokens stolen from a meeting scheduler read the calendars of its users, and write a silent guest into meetings of the board.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse, workMoment } from '../google-background.ts'
import { admin, authorize, use } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import {
  app,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
  timeOf,
} from '../google-layouts.ts'
import { addGuest, guestByClient } from '../google-sharing.ts'

const meetings = ['Board call', 'Refinancing', 'Bid committee', 'Audit committee', 'Purchase of Hallam', 'Bank meeting']
const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0,gzip(gfe)'

export default attackCampaign({
  title: 'Stolen tokens of a meeting scheduler copy calendars at night, and lay a silent guest into board meetings',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
    'https://developers.google.com/workspace/calendar/api/v3/reference/events/patch',
  ],
  facts: [
    'Attackers stole OAuth tokens of customers from the vendor of an integration, and used them without any sign-in.',
    'Among the stolen tokens were those for the Google Workspace accounts that were connected to the vendor.',
    'The tokens were used from rented servers and proxy exits that do not belong to the vendor.',
    'The scope for events lets a client change the guests of a meeting; a guest gets each later change of it.',
  ],
  build: (random) => {
    const org = organization(random, 'harrowgate-partners.example', 20)
    const end = time('2025-09-12T16:00:00Z')
    const days = background(org, { until: end, days: 132, records: 1200 })
    const scheduler = app(random, 'Slotwell', ['openid', 'userinfo.email', 'calendar.readonly', 'calendar.events'])
    const users = [2, 3, 5, 6, 7, 9, 10, 11, 13, 15, 16, 18].map((index) => person(org, index))
    const vendor = [network('192.0.2.71', 16509, 'US', 'US-OR'), network('192.0.2.72', 16509, 'US', 'US-OR')]
    const granted = users.map((who, index) =>
      authorize(org, { at: end - 131 * DAY + index * 11 * HOUR, who, app: scheduler, from: org.office }),
    )
    const steady = vendor.flatMap((from) =>
      steadyUse(org, scheduler, {
        until: end,
        days: 124,
        count: 230,
        people: users,
        from,
        methods: ['calendar.events.list', 'calendar.freebusy.query', 'calendar.events.insert', 'calendar.events.list'],
      }),
    )
    const start = time('2025-08-31T01:52:00Z')
    const bookings = Array.from({ length: 24 }, (_, index) => {
      const at = workMoment(org, start, 100)
      return guestByClient(org, {
        at,
        who: users[index % users.length] ?? org.admin,
        from: vendor[index % 2] ?? null,
        app: scheduler,
        guest: `buyer${random.integer(1, 60)}@customer${random.integer(1, 20)}.example`,
        title: 'First call',
        starts: at + random.integer(1, 9) * DAY,
      })
    }).flat()
    const invited = Array.from({ length: 14 }, () => {
      const at = workMoment(org, start, 100)
      return addGuest(org, {
        at,
        who: random.pick(org.people),
        guest: `adviser${random.integer(1, 9)}@lawfirm.example`,
        title: random.pick(meetings),
        starts: at + random.integer(1, 20) * DAY,
        kind: 'web',
        agent: browser,
      })
    })

    // One Sunday night all calendars leave.
    const rented = network('203.0.113.144', 20473, 'NL')
    const sweep = users.flatMap((who, index) =>
      calls(org, {
        start: start + index * random.integer(50, 110) * 1000,
        count: 6,
        gap: [2, 9],
        who,
        app: scheduler,
        from: rented,
        methods: ['calendar.calendarList.list', ...Array.from({ length: 5 }, () => 'calendar.events.list')],
        bytes: [90_000, 900_000],
      }),
    )
    // Later three leaders alone are of interest, from another provider.
    const exit = network('203.0.113.201', 9009, 'RO')
    const leaders = [6, 7, 11].map((index) => person(org, index))
    const watch = leaders.flatMap((who, index) =>
      run(org, { start: start + 3 * DAY + index * HOUR, count: 16, gap: [10_000, 21_000] }, (at) =>
        use(org, {
          at,
          who,
          app: scheduler,
          from: exit,
          method: 'calendar.events.list',
          bytes: random.integer(4_000, 70_000),
        }),
      ),
    )
    const guests = meetings.flatMap((title, index) => {
      const at = start + (4 + Math.floor(index / 3)) * DAY + 17 * HOUR + index * 7 * MINUTE
      return guestByClient(org, {
        at,
        who: leaders[index % 3] ?? org.admin,
        from: exit,
        app: scheduler,
        guest: 'minutes.office@harrowgate-notes.example',
        title,
        starts: at + random.integer(3, 30) * DAY,
      })
    })
    const blocked = admin(org, {
      at: start + 11 * DAY + 8 * HOUR,
      who: org.admin,
      type: 'SECURITY_SETTINGS',
      name: 'ADD_TO_BLOCKED_OAUTH2_APPS',
      values: {
        OAUTH2_APP_ID: scheduler.id,
        OAUTH2_APP_NAME: scheduler.name,
        OAUTH2_APP_TYPE: 'WEB_APPLICATION',
        ORG_UNIT_NAME: org.domain,
      },
    })
    const [first = ''] = ids(sweep)
    return {
      records: timeline(days.records, granted, steady, bookings, invited, sweep, watch, guests, [blocked]),
      firstHostile: first,
      dataLeft: ids(sweep, watch),
      required: [
        {
          act: 'The tokens of twelve people are used from a rented server in one night',
          ids: ids(sweep),
          minimum: 'medium',
        },
        { act: 'The client adds an outside guest to meetings of three leaders', ids: ids(guests), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(steady.filter((one) => timeOf(one) < start).slice(-40), bookings, invited)],
    }
  },
})
