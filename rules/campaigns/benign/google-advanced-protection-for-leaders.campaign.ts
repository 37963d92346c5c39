// Leaders join Advanced Protection; some leave it for an hour to connect a client that it refuses, and join again.
import { benignWork } from '../campaign.ts'
import { background, steadyUse, workMoment } from '../google-background.ts'
import { authorize, revoke } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { advancedProtection } from '../google-protection.ts'

export default benignWork({
  title: 'Fourteen leaders join Advanced Protection, and four leave it for an hour to connect their mail program again',
  sources: [
    'https://support.google.com/a/answer/9378686',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/user-accounts',
  ],
  resembles: 'Protection of leaders ends shortly, in part from home, and a client gets all mail in this gap.',
  accounts: 26,
  days: 100,
  allowed: 'medium',
  build(random) {
    const org = organization(random, 'fernhollow.example', 26)
    const until = time('2025-06-27T18:00:00Z')
    const days = background(org, { until, days: 100, records: 900 })
    const roll = time('2025-05-19T00:00:00Z')
    const programs = [
      app(random, 'Mimestream', ['https://mail.google.com/', 'contacts.readonly', 'userinfo.email'], 'NATIVE_DESKTOP'),
      app(random, 'Spark Mail', ['https://mail.google.com/', 'userinfo.email'], 'NATIVE_IOS'),
    ]
    const leaders = Array.from({ length: 14 }, (_, index) => person(org, index + 3))
    const programOf = (index: number) => programs[index % 2] ?? app(random, 'Spark Mail', [])
    const earlier = leaders.map((who, index) =>
      authorize(org, { at: workMoment(org, roll - 40 * DAY, 15), who, app: programOf(index), from: who.home }),
    )
    const used = programs.flatMap((program, place) =>
      steadyUse(org, program, {
        until: roll,
        days: 35,
        count: 90,
        people: leaders.filter((_, index) => index % 2 === place),
        from: network(`192.0.2.${91 + place}`, 64531, 'IE'),
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.history.list'],
      }),
    )

    // Three days, five people each; the enrolment ends the grants that the programme refuses.
    const joined = leaders.flatMap((who, index) => {
      const at = roll + Math.floor(index / 5) * 2 * DAY + 9 * HOUR + index * 7 * MINUTE
      return [
        advancedProtection(org, { at, who, joins: true }),
        revoke(org, { at: at + 2 * MINUTE, who, app: programOf(index), from: null }),
      ]
    })
    const gaps = [1, 4, 8, 11].flatMap((index, turn) => {
      const who = leaders[index] ?? org.admin
      const at = roll + (8 + turn * 3) * DAY + (turn === 1 ? 19 : 13) * HOUR
      const from = turn % 2 === 1 ? who.home : org.office
      const program = programOf(index)
      const reads = steadyUse(org, program, {
        until,
        days: 12,
        count: 25,
        people: [who],
        from: network(`192.0.2.${91 + (index % 2)}`, 64531, 'IE'),
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get'],
      })
      return [
        advancedProtection(org, { at, who, from, joins: false }),
        authorize(org, { at: at + 9 * MINUTE, who, app: program, from }),
        ...(turn === 3
          ? []
          : [advancedProtection(org, { at: at + random.integer(25, 70) * MINUTE, who, from, joins: true })]),
        ...reads.filter((record) => Date.parse((record as { id: { time: string } }).id.time) > at + 10 * MINUTE),
      ]
    })
    return {
      records: timeline(days.records, earlier, used, joined, gaps),
      ids: ids(earlier, used, joined, gaps),
    }
  },
})
