import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, deny, signIn } from '../google-events.ts'
import { samlSignIn } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { deniedByContext } from '../google-lifecycle.ts'

export default benignWork({
  title: 'New device rules refuse applications to people until their computers are enrolled',
  sources: [
    'https://support.google.com/a/answer/9275380',
    'https://developers.google.com/admin-sdk/reports/v1/appendix/activity/context-aware-access',
  ],
  resembles:
    'Half of the people are refused many times, sign in again from a new network, and then grant their clients anew within minutes.',
  accounts: 16,
  days: 5,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'schieferdach.example', 30)
    const end = time('2026-06-12T15:00:00Z')
    const days = background(org, { until: end, days: 95, records: 1_100 })
    const planner = app(random, 'Bauzeit Planer', ['openid', 'userinfo.email', 'calendar.events', 'drive.file'])
    const mailer = app(random, 'Spark Mail', ['openid', 'userinfo.email', 'https://mail.google.com/'], 'NATIVE_DESKTOP')
    const people = org.people.slice(2, 18)
    const first = end - 93 * DAY
    const held = people.flatMap((who, place) => [
      authorize(org, { at: first + (1 + place) * HOUR, who, app: planner }),
      ...(place % 4 === 0
        ? [authorize(org, { at: first + (2 + place) * HOUR, who, app: mailer, from: who.home })]
        : []),
    ])
    const routine = [
      ...steadyUse(org, planner, {
        until: end,
        days: 90,
        count: 110,
        people,
        from: network('192.0.2.70', 24940, 'DE'),
        methods: ['calendar.events.list', 'drive.files.create'],
      }),
    ]
    const start = time('2026-06-08T06:30:00Z')
    // The service that checks the devices is also the new way out to the internet.
    const service = network('192.0.2.71', 62044, 'DE')
    const work = people.flatMap((who, place) => {
      const at = start + (place % 4) * DAY + place * 13 * MINUTE + random.integer(0, 20) * MINUTE
      const from = place % 2 === 0 ? who.home : org.office
      const names = ['Gmail', 'Google Drive', 'Google Calendar', 'Bauzeit Planer']
      const refused = Array.from({ length: random.integer(3, 9) }, (_, index) =>
        deniedByContext(org, {
          at: at + index * 70_000,
          who,
          from,
          application: names[index % names.length] ?? 'Gmail',
          level: 'Verwaltetes Gerät',
          state: 'Unmanaged',
        }),
      )
      const blocked = [0, 1].map((index) =>
        deny(org, { at: at + (12 + index) * MINUTE, who, app: planner, from }, 'CAA_FOR_OIDC_BLOCK'),
      )
      const enrolled = at + random.integer(2, 5) * HOUR
      const again =
        place % 3 === 0
          ? samlSignIn(org, { at: enrolled, who, from: service })
          : signIn(org, { at: enrolled, who, from: service })
      const grants = [
        authorize(org, { at: enrolled + 3 * MINUTE, who, app: planner, from: service }),
        ...(place % 4 === 0 ? [authorize(org, { at: enrolled + 8 * MINUTE, who, app: mailer, from: service })] : []),
      ]
      return [...refused, ...blocked, again, ...grants]
    })
    return { records: timeline(days.records, held, routine, work), ids: ids(work) }
  },
})
