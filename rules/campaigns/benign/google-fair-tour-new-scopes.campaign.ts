// The sales team is at a trade fair abroad when its card scanner asks for two more scopes: foreign networks, hotels and new consents.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, signIn } from '../google-events.ts'
import { calls, riskyAction } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, scope, time, timeline } from '../google-layouts.ts'

const fair = time('2026-03-02T07:00:00Z')
const end = fair + 6 * DAY

export default benignWork({
  title: 'A trade fair abroad, and a card scanner that asks for more scopes',
  sources: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-incremental-authz-04.txt',
    'https://developers.google.com/admin-sdk/reports/v1/appendix/activity/token',
  ],
  resembles:
    'Eight people sign in from hotels and mobile networks of another country, and in two days all of them give a known application contacts and the right to send mail.',
  accounts: 22,
  days: 90,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'ostrava-ceramics.example', 22)
    const days = background(org, { until: end, days: 90, records: 1700 })
    const before = app(random, 'Standscan Leads', ['openid', 'userinfo.email', 'calendar.events'], 'NATIVE_IOS')
    const after = { ...before, scopes: [...before.scopes, scope('contacts'), scope('gmail.send')] }
    const team = [1, 6, 11, 16, 21, 3, 8, 13].map((index) => person(org, index))
    const old = team.map((who, index) =>
      authorize(org, { at: fair - (75 - index * 4) * DAY, who, app: before, from: who.home }),
    )
    const hotel = network('88.12.204.19', 3352, 'ES', 'ES-CT')
    const phone = network('176.83.51.140', 3352, 'ES', 'ES-CT')
    const hall = network('195.77.128.6', 12479, 'ES', 'ES-CT')
    const arrivals = team.flatMap((who, index) => [
      signIn(org, { at: fair - 12 * HOUR + index * 17 * MINUTE, who, from: index % 2 === 0 ? hotel : phone }),
      ...(index % 3 === 0
        ? [riskyAction(org, { at: fair + index * MINUTE, who, from: hotel, action: 'Add recovery phone' })]
        : []),
      signIn(org, { at: fair + DAY + index * 9 * MINUTE, who, from: hall, suspicious: false }),
    ])
    const grants = team.map((who, index) =>
      authorize(org, {
        at: fair + (index % 2) * DAY + (2 + index) * 35 * MINUTE,
        who,
        app: after,
        from: [hall, phone, hotel][index % 3] ?? hall,
      }),
    )
    const work = team.flatMap((who, index) =>
      calls(org, {
        start: fair + (index % 2) * DAY + 7 * HOUR,
        count: 36,
        gap: [240, 1500],
        who,
        app: after,
        from: network('18.197.40.22', 16509, 'DE'),
        methods: ['people.people.createContact', 'gmail.users.messages.send', 'calendar.events.insert'],
        bytes: [300, 1_600],
      }),
    )
    return {
      records: timeline(days.records, old, arrivals, grants, work),
      ids: ids(old, arrivals, grants, work),
    }
  },
})
