// The field staff gets new phones: the mail program of the phone is granted the whole mailbox again, often on the road.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { admin, authorize, signIn, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'New phones for twelve people, some of them abroad',
  sources: [
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token',
    'https://support.google.com/a/answer/7281227',
  ],
  resembles:
    'Twelve accounts grant full mail access to a native client in two days, from networks that the accounts never used.',
  accounts: 12,
  days: 4,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'tidewell.example', 26)
    const end = time('2026-03-27T16:00:00Z')
    const days = background(org, { until: end, days: 92, records: 900 })
    const mail = ['https://mail.google.com/', 'calendar', 'carddav', 'openid', 'email', 'profile']
    const phone = app(random, 'iOS Account Manager', mail, 'NATIVE_IOS')
    const carriers = [
      network('198.51.100.210', 3209, 'DE', 'DE-NW'),
      network('198.51.100.214', 3320, 'DE', 'DE-BY'),
      network('203.0.113.230', 12430, 'ES', 'ES-MD'),
      network('203.0.113.236', 15557, 'FR', 'FR-IDF'),
    ]
    const staff = org.people.slice(6, 18)
    // Most people have used the same client for months; the phones are replaced now.
    const earlier = org.people
      .slice(2, 22)
      .map((who) => authorize(org, { at: workMoment(org, end - 12 * DAY, 78), who, app: phone, from: who.home }))
    const work = staff.flatMap((who, index) => {
      const from = carriers[index % carriers.length] ?? org.office
      const at = workMoment(org, end - DAY, 2)
      const next = carriers[(index + 1) % 2] ?? from
      const call = (later: number, method: string, network = from) =>
        use(org, { at: at + later, who, app: phone, from: network, method, bytes: random.integer(2_000, 80_000) })
      const old = admin(org, {
        at: at + random.integer(3, 6) * HOUR,
        who: org.admin,
        type: 'USER_SETTINGS',
        name: 'REVOKE_3LO_DEVICE_TOKENS',
        values: { USER_EMAIL: who.email, DEVICE_TYPE: 'IOS', DEVICE_ID: random.uuid() },
      })
      return [
        signIn(org, { at, who, from }),
        authorize(org, { at: at + MINUTE, who, app: phone, from }),
        call(2 * MINUTE, 'calendar.events.list'),
        call(3 * MINUTE, 'calendar.calendarList.list'),
        call(5 * HOUR, 'calendar.events.list', next),
        call(26 * HOUR, 'calendar.events.list', next),
        old,
      ]
    })
    return { records: timeline(days.records, earlier, work), ids: ids(work) }
  },
})
