// An accounting firm in its season: e-signature sends many letters, receipt recognition reads mail, and a bank feed writes sheets at night.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, file, signIn } from '../google-events.ts'
import { calls, consents } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { scriptCall } from '../google-scripts.ts'
import { downloadByClient } from '../google-sharing.ts'

export default benignWork({
  title: 'Tax season: e-signature, receipt recognition and a bank feed for the whole office, with seasonal staff',
  sources: [
    'https://developers.google.com/workspace/gmail/api/auth/scopes',
    'https://support.google.com/a/answer/7281227',
    'https://support.google.com/a/answer/7061566',
  ],
  resembles:
    'Clients of a few days send hundreds of letters, read the mail of all accountants from two clouds, and take files in the evening.',
  accounts: 14,
  days: 24,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'pennridge-tax.example', 18)
    const start = time('2026-03-02T07:00:00Z')
    const end = start + 24 * DAY
    const days = background(org, { until: end, days: 85, records: 900 })
    const desk = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((place) => person(org, place))
    const signCloud = network('192.0.2.85', 64542, 'IE')
    const readCloud = [network('192.0.2.90', 64543, 'DE'), network('192.0.2.91', 64544, 'US')]
    const sign = app(random, 'Inkbridge Sign', ['openid', 'userinfo.email', 'gmail.send', 'drive.file'])
    const receipts = app(random, 'Belegfuchs', ['openid', 'userinfo.email', 'gmail.readonly', 'drive.readonly'])
    const feed = app(random, 'Kontostrom', ['openid', 'userinfo.email', 'spreadsheets', 'drive.file'])
    const season = [14, 15, 16, 17].map((place) => person(org, place))
    // Seasonal staff work from home; the administrator makes the accounts anew each year.
    const arrivals = season.flatMap((who, index) => [
      admin(org, {
        at: start + index * 5 * MINUTE,
        who: org.admin,
        type: 'USER_SETTINGS',
        name: 'UNSUSPEND_USER',
        values: { USER_EMAIL: who.email },
      }),
      signIn(org, { at: start + DAY + index * HOUR, who, from: who.home, suspicious: index === 2 }),
      authorize(org, { at: start + DAY + index * HOUR + 12 * MINUTE, who, app: receipts, from: who.home }),
    ])
    const grants = [sign, receipts, feed].flatMap((client, index) =>
      consents(org, {
        start: start + 2 * HOUR + index * 50 * MINUTE,
        gap: [60, 700],
        people: client === feed ? desk.slice(0, 4) : desk,
        app: client,
      }),
    )
    const signing = Array.from({ length: 15 }, (_, day) => day).flatMap((day) =>
      calls(org, {
        start: start + (day + 3) * DAY + 3 * HOUR + random.integer(0, 90) * MINUTE,
        count: day > 9 ? 48 : 22,
        gap: [4, 30],
        who: desk[day % desk.length] ?? org.admin,
        app: sign,
        from: signCloud,
        methods: ['gmail.users.messages.send'],
        bytes: [280, 420],
      }),
    )
    const people = [...desk, ...season]
    const reading = Array.from({ length: 20 }, (_, day) => day).flatMap((day) =>
      [0, 1, 2].flatMap((slot) => {
        const who = people[(day * 3 + slot) % people.length] ?? org.admin
        const from = readCloud[(day + slot) % 2] ?? signCloud
        const at = start + (day + 2) * DAY + (slot === 2 ? 16 : 3) * HOUR + slot * 20 * MINUTE
        return [
          ...calls(org, {
            start: at,
            count: 26,
            gap: [1, 5],
            who,
            app: receipts,
            from,
            methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.attachments.get'],
            bytes: [2_000, 380_000],
          }),
          ...[0, 1, 2].flatMap((index) =>
            downloadByClient(org, {
              at: at + (6 + index) * MINUTE,
              who,
              from,
              app: receipts,
              title: `Receipts ${2000 + day * 10 + index}.pdf`,
              kind: 'pdf',
              bytes: random.integer(40_000, 900_000),
            }),
          ),
        ]
      }),
    )
    const feeding = Array.from({ length: 20 }, (_, day) => day).flatMap((day) =>
      [0, 1, 2, 3].map((place) =>
        scriptCall(org, {
          at: start + (day + 2) * DAY + 20 * HOUR + place * 9 * MINUTE,
          who: desk[place] ?? org.admin,
          app: feed,
          from: signCloud,
          method: 'sheets.spreadsheets.values.append',
          bytes: random.integer(300, 2_000),
        }),
      ),
    )
    // A partner gives the tax adviser of a customer the finished return.
    const handed = desk.slice(0, 6).map((who, index) =>
      file(org, {
        at: start + (12 + index) * DAY + 6 * HOUR,
        who,
        name: 'change_user_access',
        title: `Return 2025 customer ${310 + index}`,
        kind: 'pdf',
        more: {
          target_user: `office@adviser-${index + 1}.example`,
          target_domain: `adviser-${index + 1}.example`,
          old_value: ['none'],
          new_value: ['can_view'],
          old_visibility: 'private',
          visibility: 'shared_externally',
          visibility_change: 'external',
        },
      }),
    )
    const work = [arrivals, grants, signing, reading, feeding, handed].flat()
    return { records: timeline(days.records, work), ids: ids(work) }
  },
})
