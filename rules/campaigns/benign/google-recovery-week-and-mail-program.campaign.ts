// After a security week, many people change their recovery data and install a mail program on the same days. Some of them are traveling.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, signIn, userAccounts } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { recoveryChange } from '../google-group-join.ts'
import { absent } from '../google-guests.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'A security week asks for fresh recovery data while the company changes to a desktop mail program',
  sources: [
    'https://support.google.com/a/answer/9010419',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/user-accounts',
    'https://developers.google.com/gmail/api/auth/scopes',
  ],
  resembles:
    'A person changes the recovery address and grants a program all mail within an hour, partly from a hotel abroad.',
  accounts: 14,
  days: 40,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'verlag-hohenried.example', 24)
    const end = time('2026-05-29T15:00:00Z')
    const days = background(org, { until: end, days: 130, records: 1100 })
    const program = app(random, 'Postwind Mail', ['https://mail.google.com/', 'userinfo.email'], 'NATIVE_DESKTOP')
    const methods = ['gmail.users.history.list', 'gmail.users.threads.get', 'gmail.users.messages.get']
    // The help desk tries the program for two months.
    const pilots = [org.admin, person(org, 5), person(org, 10)]
    const pilot = pilots.flatMap((who, place) => [
      authorize(org, { at: time('2026-02-09T09:00:00Z') + place * HOUR, who, app: program }),
      ...Array.from({ length: 18 }, () =>
        calls(org, {
          start: workMoment(org, time('2026-04-20T00:00:00Z'), 68),
          count: 3,
          gap: [20, 240],
          who,
          app: program,
          from: random.integer(0, 1) === 0 ? who.home : org.office,
          methods,
          bytes: [900, 16_000],
        }),
      ).flat(),
    ])
    const monday = time('2026-04-20T00:00:00Z')
    // At a trade fair abroad, three editors do the tasks of the week in their hotel, and continue there for four days.
    const hotel = network('203.0.113.140', 64549, 'IT')
    const fair = [6, 11, 16]
    const work = [1, 2, 3, 4, 6, 7, 8, 9, 11, 13, 14, 16, 18, 19].map((place) => {
      const who = person(org, place)
      const abroad = fair.includes(place)
      const from = abroad ? hotel : place % 3 === 0 ? who.home : org.office
      const start = monday + random.integer(0, 4) * DAY + (abroad ? 19 : 8) * HOUR + random.integer(0, 150) * MINUTE
      const changes = [
        signIn(org, { at: start, who, from }),
        recoveryChange(org, { at: start + 5 * MINUTE, who, from, what: 'email' }),
        ...(place % 2 ? [recoveryChange(org, { at: start + 7 * MINUTE, who, from, what: 'phone' })] : []),
        ...(place % 4 === 0
          ? [
              userAccounts(org, {
                at: start + 9 * MINUTE,
                who,
                from,
                type: '2sv_change',
                name: '2sv_enroll',
                values: {},
              }),
            ]
          : []),
        authorize(org, { at: start + 26 * MINUTE, who, from, app: program }),
      ]
      // At its first start, the program fetches the mail of the last months.
      const load = calls(org, {
        start: start + 28 * MINUTE,
        count: 36,
        gap: [1, 9],
        who,
        app: program,
        from,
        methods,
        bytes: [2_000, 60_000],
      })
      const visits = Array.from({ length: 12 }, (_, visit) => {
        const away = abroad && visit < 4
        return calls(org, {
          start: start + (visit * 2 + 1) * (away ? DAY / 2 : DAY) + random.integer(0, 40) * MINUTE,
          count: 4,
          gap: [15, 300],
          who,
          app: program,
          from: away ? hotel : random.integer(0, 1) === 0 ? who.home : org.office,
          methods,
          bytes: [900, 20_000],
        })
      }).flat()
      return [...changes, ...load, ...visits]
    })
    const travellers = fair.map((place) => person(org, place))
    const present = absent(days, travellers, monday, monday + 9 * DAY)
    return { records: timeline(present.records, pilot, ...work), ids: ids(...work) }
  },
})
