// After an incident a dialer vendor makes a new OAuth client; the administrator trusts it, and 34 sellers change to it in four days.
// The customer exports token and admin.
import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { trust } from '../google-console.ts'
import { authorize, revoke } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { blockClient } from '../google-incident-work.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default benignWork({
  title: 'A dialer vendor replaces its client after an incident, and 34 sellers grant the new one in four days',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
    'https://support.google.com/a/answer/7281227',
  ],
  resembles:
    'A second client with the name of a known one appears after the first is blocked, receives mail scopes from many people, and reads their mail from new servers.',
  accounts: 34,
  days: 4,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'greyfinch-telecom.example', 70)
    const start = time('2025-10-13T00:00:00Z')
    const days = seenIn(background(org, { until: start + 8 * DAY, days: 140, records: 2200 }), ['token', 'admin'])
    const scopes = ['openid', 'userinfo.email', 'gmail.readonly', 'gmail.send', 'contacts.readonly', 'calendar.events']
    const old = app(random, 'Ringwell Dialer', scopes)
    const fresh = app(random, 'Ringwell Dialer', scopes)
    const oldHost = network('203.0.113.88', 14618, 'US')
    const newHosts = [network('203.0.113.112', 8075, 'IE'), network('203.0.113.119', 8075, 'NL')]
    const sellers = Array.from({ length: 34 }, (_, place) => person(org, 1 + place * 2))
    const grants = sellers.map((who, place) =>
      authorize(org, { at: start - 136 * DAY + (place % 9) * DAY + (8 + (place % 8)) * HOUR, who, app: old }),
    )
    const methods = ['gmail.users.history.list', 'gmail.users.messages.get', 'people.connections.list']
    const usual = steadyUse(org, old, {
      until: start - 3 * DAY,
      days: 120,
      count: 700,
      people: sellers,
      from: oldHost,
      methods,
    })

    // Monday: the administrator blocks the old client and trusts the new one for two units.
    const morning = start + 8 * HOUR + 40 * MINUTE
    const console = [
      blockClient(org, { at: morning, who: org.admin, app: old }),
      ...['Sales', 'Operations'].map((unit, index) =>
        trust(org, { at: morning + (6 + index) * MINUTE, who: org.admin, app: fresh, kind: 'WEB_APPLICATION', unit }),
      ),
    ]
    const change = sellers.flatMap((who, place) => {
      const wave = place < 5 ? 0 : place < 24 ? 1 : 3
      const at = start + wave * DAY + 9 * HOUR + random.integer(0, 7 * 60) * MINUTE
      const from = place % 4 === 0 ? who.home : org.office
      return [
        ...(place % 3 === 0 ? [revoke(org, { at: at - 3 * MINUTE, who, app: old, from })] : []),
        authorize(org, { at, who, app: fresh, from }),
        ...calls(org, {
          start: at + 2 * MINUTE,
          count: random.integer(25, 60),
          gap: [2, 14],
          who,
          app: fresh,
          from: newHosts[place % 2] ?? oldHost,
          methods: ['gmail.users.messages.list', 'gmail.users.messages.get', ...methods],
          bytes: [1_500, 64_000],
        }),
      ]
    })
    return { records: timeline(days.records, grants, usual, console, change), ids: ids(console, change) }
  },
})
