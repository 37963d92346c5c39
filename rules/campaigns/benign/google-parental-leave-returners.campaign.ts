// People come back from leave: their accounts are active again, and so are the programs that they connected a year ago.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { admin, authorize, signIn, use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { absent } from '../google-guests.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Three colleagues return from leave, and their old clients fetch what they missed',
  sources: [
    'https://nudgesecurity.com/post/oauth-grants-the-hanging-chads-of-suspended-google-workspace-users',
    'https://support.google.com/a/answer/1110339',
  ],
  resembles: 'Grants of suspended accounts wake up at night without a new consent and read hundreds of items.',
  accounts: 3,
  days: 4,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'seewald-kliniken.example', 26)
    const end = time('2026-09-11T15:00:00Z')
    const mail = app(random, 'iOS', ['email', 'https://mail.google.com/', 'calendar', 'contacts'], 'NATIVE_IOS')
    const notes = app(random, 'Merkheft', ['openid', 'userinfo.email', 'drive.file', 'calendar.events'])
    const notesServer = network('203.0.113.71', 16509, 'IE')
    const away = [person(org, 6), person(org, 12), person(org, 17)]
    const left = time('2026-05-15T15:00:00Z')
    const back = time('2026-09-07T06:40:00Z')
    const days = absent(background(org, { until: end, days: 160, records: 1400 }), away, left, back + 3 * HOUR)
    const first = time('2026-04-07T07:00:00Z')
    const granted = org.people
      .slice(1, 20)

      .map((who, index) => ({ who, at: first + Math.floor(index / 5) * DAY + (index % 5) * 90 * MINUTE }))
      .flatMap(({ who, at }) => [
        authorize(org, { at, who, app: mail, from: who.home }),
        authorize(org, { at: at + 9 * MINUTE, who, app: notes }),
      ])
    const ordinary = org.people.slice(1, 20).flatMap((who) =>
      Array.from({ length: 30 }, (_, index) => {
        const gone = away.includes(who)
        const at = workMoment(org, gone ? left : end, gone ? 34 : 150)
        return index % 3 === 0
          ? use(org, {
              at,
              who,
              app: notes,
              from: notesServer,
              method: 'calendar.events.list',
              bytes: random.integer(900, 9_000),
            })
          : use(org, {
              at,
              who,
              app: mail,
              from: who.home,
              method: 'gmail.users.messages.get',
              bytes: random.integer(900, 30_000),
            })
      }),
    )
    const state = (at: number, who: (typeof away)[number], name: 'SUSPEND_USER' | 'UNSUSPEND_USER') =>
      admin(org, { at, who: org.admin, type: 'USER_SETTINGS', name, values: { USER_EMAIL: who.email } })
    const gone = away.map((who, index) => state(left + (1 + index) * HOUR, who, 'SUSPEND_USER'))
    const work = away.flatMap((who, index) => {
      const at = back + index * 22 * MINUTE
      const fetched = calls(org, {
        start: at + random.integer(3, 12) * MINUTE,
        count: random.integer(60, 90),
        gap: [2, 9],
        who,
        app: mail,
        from: who.home,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [2_000, 120_000],
      })
      const planned = calls(org, {
        start: at + 20 * MINUTE,
        count: 25,
        gap: [5, 40],
        who,
        app: notes,
        from: notesServer,
        methods: ['calendar.events.list'],
        bytes: [2_000, 30_000],
      })
      const later = [1, 2].map((day) => signIn(org, { at: at + 5 * HOUR + day * DAY, who, from: org.office }))
      return [
        state(at, who, 'UNSUSPEND_USER'),
        ...fetched,
        ...planned,
        signIn(org, { at: at + 95 * MINUTE, who, from: org.office }),
        ...later,
      ]
    })
    return { records: timeline(days.records, granted, ordinary, gone, work), ids: ids(work) }
  },
})
