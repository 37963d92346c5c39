// Everybody gets a new phone and the mail client that IT chose; the old client ends.
import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { admin, authorize, revoke, signIn, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Twenty-two people connect a new mail client on new phones, and remove the old client, within two weeks',
  sources: [
    'https://support.google.com/a/answer/7281227',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token',
  ],
  resembles:
    'A client that the log never saw gets full mail access from many people, and reads from changing mobile networks.',
  accounts: 24,
  days: 114,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'alderbrook.example', 24)
    const until = time('2026-06-19T18:00:00Z')
    const days = background(org, { until, days: 114, records: 1000 })
    const scopes = ['openid', 'userinfo.email', 'https://mail.google.com/', 'calendar', 'contacts']
    const old = app(random, 'Pelican Mail', scopes, 'NATIVE_ANDROID')
    const fresh = app(random, 'Harbor Mail', scopes, 'NATIVE_IOS')
    const people = org.people.slice(1, 23)
    const start = time('2026-06-01T08:00:00Z')
    const mobile = () => network(`203.0.113.${random.integer(150, 250)}`, 64560, 'DE', 'DE-HE')
    const past = people.map((who, index) =>
      authorize(org, { at: time('2026-03-09T08:00:00Z') + index * HOUR, who, app: old, from: mobile() }),
    )
    const methods = ['gmail.users.history.list', 'gmail.users.messages.get', 'calendar.events.list']
    const usual = steadyUse(org, old, { until: start, days: 80, count: 420, people, from: mobile(), methods })
    const trusted = admin(org, {
      at: start - 4 * DAY,
      who: org.admin,
      type: 'SECURITY_SETTINGS',
      name: 'ADD_TO_TRUSTED_OAUTH2_APPS',
      values: {
        OAUTH2_APP_ID: fresh.id,
        OAUTH2_APP_NAME: fresh.name,
        OAUTH2_APP_TYPE: 'IOS',
        ORG_UNIT_NAME: '/',
      },
    })
    const work = people.flatMap((who, index) => {
      const at = start + Math.floor(index / 3) * DAY + (index % 3) * 2 * HOUR + random.integer(0, 70) * MINUTE
      const from = mobile()
      return [
        signIn(org, { at: at - 3 * MINUTE, who, from }),
        authorize(org, { at, who, app: fresh, from }),
        // The client fills the phone with the mail of a month.
        ...Array.from({ length: 24 }, (_, n) =>
          use(org, {
            at: at + MINUTE + n * 2500,
            who,
            app: fresh,
            from,
            method: n % 8 === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
            bytes: random.integer(2_000, 120_000),
          }),
        ),
        ...Array.from({ length: 8 }, (_, n) =>
          use(org, {
            at: at + (n + 1) * 9 * HOUR + random.integer(0, 90) * MINUTE,
            who,
            app: fresh,
            from: random.pick([mobile(), who.home, org.office]),
            method: random.pick(methods),
            bytes: random.integer(900, 30_000),
          }),
        ),
        revoke(org, { at: at + random.integer(20, 50) * MINUTE, who, app: old, from }),
      ]
    })
    return { records: timeline(days.records, past, usual, [trusted], work), ids: ids([trusted], work) }
  },
})
