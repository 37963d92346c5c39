// An allowed note taker reads the calendars of eleven people each morning, and makes its own robot a guest of their meetings.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, file, revoke, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { addGuest, guestByClient } from '../google-sharing.ts'

export default benignWork({
  title: 'A note taker makes its robot a guest of the meetings of eleven people, from workers of two cloud providers',
  sources: [
    'https://developers.google.com/workspace/calendar/api/v3/reference/events/patch',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/calendar',
  ],
  resembles:
    'A client reads whole calendars from new addresses, and adds the same outside guest to internal meetings without a person at the screen.',
  accounts: 11,
  days: 30,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'thistledown-media.example', 26)
    const end = time('2025-11-28T16:00:00Z')
    const days = background(org, { until: end, days: 99, records: 1050 })
    const start = time('2025-10-29T08:00:00Z')
    const taker = app(random, 'Minutely', ['openid', 'userinfo.email', 'calendar.events', 'drive.file'])
    // The vendor adds workers with a second provider in the third week.
    const old = ['192.0.2.150', '192.0.2.151', '192.0.2.152'].map((ip) => network(ip, 16509, 'DE', 'DE-HE'))
    const added = ['203.0.113.17', '203.0.113.18'].map((ip) => network(ip, 24940, 'DE', 'DE-SN'))
    const worker = (at: number) => random.pick(at < start + 16 * DAY ? old : [...old, ...added])
    const robot = 'notes@minutely.example'
    const titles = ['Weekly', 'Budget review', 'Board preparation', 'Client call', 'Interview', 'Salary round', 'Retro']
    const members = [1, 2, 4, 6, 7, 9, 12, 14, 17, 20, 23].map((index) => person(org, index))
    const taken = members.flatMap((who, place) => {
      const at = start + Math.floor(place / 3) * 4 * DAY + (place % 3) * 71 * MINUTE
      const leaves = place % 5 === 3
      const mornings = Array.from({ length: 28 }, (_, day) => Math.floor((at + (1 + day) * DAY) / DAY) * DAY)
        .filter((midnight) => ![0, 6].includes(new Date(midnight).getUTCDay()))
        .filter((midnight) => midnight + 10 * HOUR < (leaves ? at + 8 * DAY : end))
      const daily = mornings.flatMap((midnight) => {
        const dawn = midnight + 4 * HOUR + random.integer(0, 40) * MINUTE
        const invited = Array.from({ length: random.integer(0, 3) }, (_, meeting) =>
          guestByClient(org, {
            at: dawn + (1 + meeting) * 5000,
            who,
            from: worker(dawn),
            app: taker,
            guest: robot,
            title: random.pick(titles),
            starts: midnight + random.integer(8, 16) * HOUR,
          }),
        ).flat()
        const notes = invited.length === 0 ? [] : [midnight + 17 * HOUR + random.integer(0, 50) * MINUTE]
        return [
          use(org, {
            at: dawn,
            who,
            app: taker,
            from: worker(dawn),
            method: 'calendar.events.list',
            bytes: random.integer(9_000, 180_000),
          }),
          ...invited,
          ...notes.flatMap((moment) => {
            const from = worker(moment)
            return [
              use(org, { at: moment, who, app: taker, from, method: 'drive.files.create', bytes: 700 }),
              file(org, {
                at: moment + 1000,
                who,
                from,
                name: 'create',
                title: `Notes: ${random.pick(titles)}`,
                app: taker,
                more: { api_method: 'drive.files.create' },
              }),
            ]
          }),
        ]
      })
      return [
        authorize(org, { at, who, app: taker, from: place % 4 === 2 ? who.home : org.office }),
        ...daily,
        ...(leaves ? [revoke(org, { at: at + 8 * DAY, who, app: taker })] : []),
      ]
    })
    const byHand = Array.from({ length: 25 }, () => {
      const at = workMoment(org, end, 90)
      return addGuest(org, {
        at,
        who: random.pick(org.people),
        guest: `partner${random.integer(1, 30)}@agency.example`,
        title: random.pick(titles),
        starts: at + random.integer(1, 12) * DAY,
        kind: 'web',
        agent:
          'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.6 Safari/605.1.15,gzip(gfe)',
      })
    })
    return { records: timeline(days.records, taken, byHand), ids: ids(taken) }
  },
})
