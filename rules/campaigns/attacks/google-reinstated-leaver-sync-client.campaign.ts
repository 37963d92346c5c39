import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { admin, authorize, file, signIn, use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { absent } from '../google-guests.ts'
import { app, DAY, HOUR, ids, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'The sync client of a former employee copies Drive when his account is reactivated for two days',
  sources: [
    'https://nudgesecurity.com/post/oauth-grants-the-hanging-chads-of-suspended-google-workspace-users',
    'https://www.darktrace.com/fr/blog/bytesize-security-insider-threats-in-google-workspace',
    'https://attack.mitre.org/techniques/T1671/',
  ],
  facts: [
    'A suspension deletes no grant; when the account is active again, all of its grants are.',
    'Nobody signs in: the client has offline access from a consent of months ago.',
    'The administrators reactivate the account for a good reason and suspend it again.',
    'A former employee downloads files of his old employer through a tool that was allowed.',
  ],
  build: (random) => {
    const org = organization(random, 'birkenfeld-optik.example', 20)
    const end = time('2026-06-12T16:00:00Z')
    const leaver = person(org, 9)
    const left = time('2026-04-30T15:00:00Z')
    const days = absent(background(org, { until: end, days: 110, records: 1150 }), [leaver], left)
    const client = app(random, 'Spiegelbox Abgleich', ['openid', 'userinfo.email', 'drive.readonly'], 'NATIVE_DESKTOP')
    const others = [person(org, 4), person(org, 14)]
    const first = time('2026-03-02T08:20:00Z')
    const granted = [leaver, ...others].map((who, index) =>
      authorize(org, { at: first + index * 7 * DAY, who, app: client }),
    )
    const ordinary = Array.from({ length: 120 }, (_, index) => {
      const who = [leaver, ...others][index % 3] ?? leaver
      const until = who === leaver ? left : end
      return use(org, {
        at: workMoment(org, until, who === leaver ? 56 : 80),
        who,
        app: client,
        from: index % 4 === 0 ? who.home : org.office,
        method: random.pick(['drive.changes.list', 'drive.changes.list', 'drive.files.get']),
        bytes: random.integer(600, 40_000),
      })
    })
    const state = (at: number, name: 'SUSPEND_USER' | 'UNSUSPEND_USER') =>
      admin(org, { at, who: org.admin, type: 'USER_SETTINGS', name, values: { USER_EMAIL: leaver.email } })
    const back = time('2026-06-09T13:05:00Z')
    const states = [
      state(left + HOUR, 'SUSPEND_USER'),
      signIn(org, { at: back - 6 * MINUTE, who: org.admin, from: org.office }),
      state(back, 'UNSUSPEND_USER'),
      state(back + 49 * HOUR, 'SUSPEND_USER'),
    ]
    // The client asks every few minutes, and learns within the hour that it may read again.
    const run = (start: number, count: number) =>
      calls(org, {
        start,
        count,
        gap: [18, 95],
        who: leaver,
        app: client,
        from: leaver.home,
        methods: ['drive.files.list', 'drive.files.get', 'drive.files.get', 'drive.files.get'],
        bytes: [40_000, 2_600_000],
      })
    const copies = [run(back + 41 * MINUTE, 22), run(back + 30 * HOUR, 34)].flat()
    const seen = ['Angebot Klinikum 2026', 'Preisliste Händler', 'Linsenrechnung Vorlage', 'Kundenliste Süd'].map(
      (title, i) =>
        file(org, {
          at: back + (44 + i) * MINUTE,
          who: leaver,
          from: leaver.home,
          name: 'download',
          title,
          owner: person(org, 3 + i),
          app: client,
        }),
    )
    return {
      records: timeline(days.records, granted, ordinary, states, copies, seen),
      firstHostile: ids(copies)[0] ?? '',
      dataLeft: ids(copies, seen),
      required: [
        {
          act: 'The client of a reactivated account reads much more than before, and nobody has signed in',
          ids: ids(copies, seen),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(granted.slice(1), ordinary.slice(10, 16))],
    }
  },
})
