// A school opens its year: a roster service makes accounts in bulk, class applications go to units, and everybody consents in the lesson.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import type { ServiceAccount } from '../google-cloud-layouts.ts'
import { actsAs, delegatedApp } from '../google-cloud-trust.ts'
import { delegation, trust } from '../google-console.ts'
import { crowd } from '../google-crowd.ts'
import { authorize, signIn, use } from '../google-events.ts'
import { consents } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { userSetting } from '../google-lifecycle.ts'
import { marketplace } from '../google-marketplace.ts'
import { createUnit } from '../google-units.ts'

export default benignWork({
  title:
    'A roster service makes pupil accounts, and three class applications are allowed and used from the first lesson',
  sources: [
    'https://support.google.com/a/answer/40057',
    'https://support.google.com/a/answer/7281227',
    'https://developers.google.com/workspace/classroom/guides/auth',
  ],
  resembles:
    'A new client may act as administrators, makes accounts at night, and many people give new clients files within minutes.',
  accounts: 96,
  days: 12,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'birchfield-school.example', 20)
    const start = time('2026-08-24T06:00:00Z')
    const days = background(org, { until: start + 12 * DAY, days: 80, records: 900 })
    const pupils = crowd(org, 'pupil', 'Pupils', 84)
    const teachers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((place) => person(org, place))
    const vendor = network('192.0.2.77', 64541, 'IE')
    const account: ServiceAccount = {
      project: 'roster-bridge-eu',
      name: 'school-4417',
      number: `1${random.digits(20)}`,
    }
    const roster = delegatedApp(account, 'Roster Bridge', [
      'admin.directory.user',
      'admin.directory.orgunit',
      'classroom.rosters',
    ])
    const units = ['Pupils', 'Pupils/Lower', 'Pupils/Upper'].map((unit, index) =>
      createUnit(org, { at: start + index * 40_000, who: org.admin, unit }),
    )
    const allowed = delegation(org, { at: start + 20 * MINUTE, who: org.admin, app: roster })
    // The first run is at night; the service acts as the administrator.
    const night = start + 17 * HOUR
    const run = actsAs(org, {
      at: night,
      who: org.admin,
      app: roster,
      account,
      from: vendor,
      methods: Array.from({ length: pupils.length }, () => 'directory.users.insert'),
    })
    const made = pupils.map((pupil, index) =>
      userSetting(org, {
        at: night + (index + 1) * 5000,
        who: org.admin,
        from: vendor,
        through: roster,
        name: 'CREATE_USER',
        values: { USER_EMAIL: pupil.email },
      }),
    )
    const quiz = app(random, 'Quizloft', ['openid', 'userinfo.email', 'classroom.courses.readonly', 'drive.file'])
    const board = app(random, 'Kreidetafel', ['openid', 'userinfo.email', 'userinfo.profile', 'drive.file'])
    const marks = app(random, 'Markbook', [
      'openid',
      'userinfo.email',
      'classroom.courses.readonly',
      'classroom.coursework.students',
      'classroom.rosters.readonly',
      'drive.readonly',
    ])
    const trusts = [quiz, board, marks].map((client, index) =>
      trust(org, {
        at: start + 2 * HOUR + index * 3 * MINUTE,
        who: org.admin,
        app: client,
        kind: 'WEB_APPLICATION',
        unit: client === marks ? 'Staff' : 'Pupils',
      }),
    )
    const listed = (['ADD_APPLICATION_TO_WHITELIST', 'ADD_APPLICATION'] as const).map((name, index) =>
      marketplace(org, {
        at: start + 3 * HOUR + index * MINUTE,
        who: org.admin,
        name,
        listing: random.digits(12),
        label: 'Quizloft for Classroom',
      }),
    )
    const lessons = pupils.flatMap((who, place) => {
      const at = start + DAY + (place % 4) * DAY + 2 * HOUR + (place % 14) * 20_000
      const from = place % 5 === 0 ? who.home : org.office
      return [
        signIn(org, { at, who, from, ...(place % 11 === 0 ? { suspicious: true } : {}) }),
        authorize(org, { at: at + 4 * MINUTE, who, app: quiz, from }),
        ...(place % 2 === 0 ? [authorize(org, { at: at + 19 * MINUTE, who, app: board, from })] : []),
        use(org, {
          at: at + 6 * MINUTE,
          who,
          app: quiz,
          from: vendor,
          method: 'classroom.courses.list',
          bytes: random.integer(600, 4_000),
        }),
      ]
    })
    const staff = consents(org, { start: start + DAY + 8 * HOUR, gap: [60, 900], people: teachers, app: marks })
    const marking = teachers.flatMap((who, place) =>
      ['classroom.courses.list', 'classroom.courses.students.list', 'drive.files.list', 'drive.files.get'].map(
        (method, index) =>
          use(org, {
            at: start + 2 * DAY + place * HOUR + index * 7000,
            who,
            app: marks,
            from: vendor,
            method,
            bytes: random.integer(1_000, 60_000),
          }),
      ),
    )
    const work = [units, [allowed], run, made, trusts, listed, lessons, staff, marking].flat()
    return { records: timeline(days.records, work), ids: ids(work) }
  },
})
