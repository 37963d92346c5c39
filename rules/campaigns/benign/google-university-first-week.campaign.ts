// The first week of a term: new accounts, new telephones and the same four clients for everybody.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { anyAddress, crowd } from '../google-crowd.ts'
import { admin, authorize, file, signIn, use, userAccounts } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'The first week of a term: new accounts, new telephones and the same four clients for everybody',
  sources: [
    'https://developers.google.com/workspace/classroom/guides/auth',
    'https://research.google.com/colaboratory/faq.html',
    'https://support.google.com/a/answer/40057',
  ],
  resembles:
    'Within days dozens of people, many of them abroad, give the same clients full mail or the whole Drive, and servers read it.',
  accounts: 60,
  days: 9,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'hochschule-seegrund.example', 22)
    const end = time('2026-10-16T18:00:00Z')
    const days = background(org, { until: end, days: 90, records: 820 })
    const students = crowd(org, 'stud', 'Students', 60)
    const start = time('2026-10-05T06:00:00Z')
    const campus = network('198.51.100.70', 64501, 'DE', 'DE-HE')
    const mail = app(random, 'Postfach mobil', ['https://mail.google.com/', 'userinfo.email'], 'NATIVE_IOS')
    const room = app(random, 'Lernraum', [
      'openid',
      'userinfo.email',
      'classroom.courses.readonly',
      'classroom.rosters.readonly',
      'drive.file',
    ])
    const notebook = app(random, 'Rechenheft', ['openid', 'userinfo.email', 'drive'])
    const quotes = app(random, 'Zitatkasten', ['openid', 'userinfo.email', 'drive.file', 'documents'])
    const roomServer = network('203.0.113.90', 64540, 'IE')
    const work = students.flatMap((who, place) => {
      const at = start + (place % 5) * DAY + random.integer(0, 9 * 60) * MINUTE
      // Every fourth student is still in another country in the first days.
      const abroad = anyAddress(org, ['100.64', '100.72', '100.80'][place % 3] ?? '100.64', 64_600 + (place % 9), 'IN')
      const from = place % 4 === 0 ? abroad : place % 2 === 0 ? campus : who.home
      const created = admin(org, {
        at: start - 3 * DAY + place * 40_000,
        who: org.admin,
        type: 'USER_SETTINGS',
        name: 'CREATE_USER',
        values: { USER_EMAIL: who.email },
      })
      const first = [
        signIn(org, { at, who, from, ...(place % 9 === 0 ? { suspicious: true } : {}) }),
        userAccounts(org, {
          at: at + 2 * MINUTE,
          who,
          from,
          type: 'password_change',
          name: 'password_edit',
          values: {},
        }),
        userAccounts(org, { at: at + 5 * MINUTE, who, from, type: '2sv_change', name: '2sv_enroll', values: {} }),
      ]
      const grants = [
        ...(place % 3 === 0 ? [] : [authorize(org, { at: at + 11 * MINUTE, who, app: mail, from })]),
        authorize(org, { at: at + 24 * MINUTE, who, app: room, from }),
        ...(place % 3 === 1 ? [authorize(org, { at: at + 3 * HOUR, who, app: notebook, from: campus })] : []),
        ...(place % 5 === 2 ? [authorize(org, { at: at + 4 * HOUR, who, app: quotes, from: campus })] : []),
      ]
      const roster = [0, 1].map((later) =>
        use(org, {
          at: at + 30 * MINUTE + later * DAY,
          who,
          app: room,
          from: roomServer,
          method: later === 0 ? 'classroom.courses.list' : 'classroom.courses.students.list',
          bytes: random.integer(1_200, 22_000),
        }),
      )
      // A computing course mounts the Drive in a notebook that runs at Google.
      const exercises =
        place % 3 === 1
          ? [0, 1, 2, 3, 4, 5].flatMap((count) => {
              const moment = at + 3 * HOUR + (5 + count * 3) * MINUTE
              const access = { who, app: notebook, from: null }
              return [
                use(org, { ...access, at: moment, method: 'drive.files.get', bytes: random.integer(4_000, 300_000) }),
                file(org, {
                  ...access,
                  at: moment + 1_000,
                  name: 'download',
                  title: `exercise-${count + 1}.csv`,
                  kind: 'csv',
                }),
              ]
            })
          : []
      // The telephone fetches mail from the mobile network and from the campus.
      const fetched =
        place % 3 === 0
          ? []
          : [0, 1, 2].map((count) =>
              use(org, {
                at: at + (1 + count * 7) * HOUR,
                who,
                app: mail,
                from: count === 1 ? anyAddress(org, '100.96', 64_620, 'DE') : from,
                method: count === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
                bytes: random.integer(2_000, 40_000),
              }),
            )
      return [created, ...first, ...grants, ...roster, ...exercises, ...fetched]
    })
    return { records: timeline(days.records, work), ids: ids(work) }
  },
})
