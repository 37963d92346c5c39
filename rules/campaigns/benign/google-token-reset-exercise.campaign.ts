// An exercise of the incident plan: an evening of revoked tokens and reset cookies, and a day of new grants.
// The customer exports token, admin and login.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { inRow, resetCookies, revokeForUser } from '../google-incident-work.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default benignWork({
  title:
    'An exercise revokes all tokens of thirty people in one evening, and they connect their programs again the next day',
  sources: ['https://support.google.com/a/answer/178854', 'https://support.google.com/a/answer/7281227'],
  resembles:
    'Many tokens end at night, thirty people sign in again from many places, and within hours they grant mail scopes to four clients, which then read a lot.',
  accounts: 30,
  days: 2,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'pinebridge-insurance.example', 46)
    const start = time('2026-05-19T00:00:00Z')
    const logs = ['token', 'admin', 'login']
    const days = seenIn(background(org, { until: start + 6 * DAY, days: 120, records: 1900 }), logs)
    const group = Array.from({ length: 30 }, (_, place) => person(org, place + 2))
    const clients = [
      {
        client: app(random, 'Claimsdesk Mail', ['openid', 'userinfo.email', 'gmail.modify']),
        host: network('203.0.113.23', 16509, 'DE'),
        methods: ['gmail.users.history.list', 'gmail.users.messages.get'],
        members: group.slice(0, 16),
      },
      {
        client: app(random, 'Signbridge', ['openid', 'userinfo.email', 'drive.file', 'gmail.send']),
        host: network('203.0.113.34', 8075, 'NL'),
        methods: ['drive.files.get', 'gmail.users.messages.send'],
        members: group.slice(8, 22),
      },
      {
        client: app(random, 'Mailroom for Desktop', ['https://mail.google.com/', 'contacts'], 'NATIVE_DESKTOP'),
        host: undefined,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get'],
        members: group.slice(18, 26),
      },
      {
        client: app(random, 'Partner Meetings', ['openid', 'userinfo.email', 'calendar', 'contacts.readonly']),
        host: network('203.0.113.45', 396982, 'BE'),
        methods: ['calendar.events.list', 'people.connections.list'],
        members: group.slice(20, 30),
      },
    ]
    const before = clients.flatMap(({ client, host, methods, members }, kind) => [
      ...members.map((who, place) =>
        authorize(org, { at: start - (112 - kind) * DAY + 8 * HOUR + place * 23 * MINUTE, who, app: client }),
      ),
      ...Array.from({ length: 108 }, (_, day) =>
        members.slice(day % 4, (day % 4) + 5).flatMap((who, place) =>
          calls(org, {
            start: start - (1 + day) * DAY + (8 + place) * HOUR + random.integer(0, 50) * MINUTE,
            count: 1,
            gap: [5, 40],
            who,
            app: client,
            from: host ?? who.home,
            methods: [methods[day % 2] ?? ''],
            bytes: [900, 30_000],
          }),
        ),
      ).flat(),
    ])

    const evening = start + 18 * HOUR + 5 * MINUTE
    const cut = inRow(org, evening, group.length, [35, 140]).flatMap((at, place) => {
      const target = group[place] ?? org.admin
      const mine = clients.filter(({ members }) => members.includes(target))
      return [
        resetCookies(org, { at, who: org.admin, target }),
        ...mine.flatMap(({ client }, index) =>
          revokeForUser(org, { at: at + (index + 1) * 6000, who: org.admin, app: client, target }),
        ),
      ]
    })
    // Two people are on the road, and some work from home.
    const back = group.flatMap((who, place) => {
      const road = place === 11 ? network('203.0.113.140', 3215, 'FR') : network('203.0.113.150', 3352, 'ES')
      const from = [11, 23].includes(place) ? road : place % 3 === 0 ? who.home : org.office
      const at = start + DAY + 6 * HOUR + random.integer(20, 160) * MINUTE
      const mine = clients.filter(({ members }) => members.includes(who))
      return [
        signIn(org, { at, who, from }),
        ...mine.flatMap(({ client, host, methods }, index) => {
          const granted = at + (4 + index * random.integer(5, 90)) * MINUTE
          return [
            authorize(org, { at: granted, who, app: client, from }),
            ...calls(org, {
              start: granted + MINUTE,
              count: 14,
              gap: [2, 20],
              who,
              app: client,
              from: host ?? from,
              methods,
              bytes: [2_000, 52_000],
            }),
          ]
        }),
      ]
    })
    return { records: timeline(days.records, before, cut, back), ids: ids(cut, back) }
  },
})
