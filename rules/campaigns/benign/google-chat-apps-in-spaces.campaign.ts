// Teams add a ticket bot and a poll bot to their Chat spaces, and connect their own accounts so that the bot may answer for them.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, revoke, use } from '../google-events.ts'
import { chatApp } from '../google-guests.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, text, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Two Chat apps spread through the spaces of a company after the administrators allowed them',
  sources: [
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/chat',
    'https://developers.google.com/workspace/chat/authenticate-authorize',
    'https://support.google.com/a/answer/7651360',
  ],
  resembles:
    'New clients with scopes for messages spread over many accounts in two weeks and call from hosting networks.',
  accounts: 32,
  days: 15,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'torfmoor-verlag.example', 40)
    const end = time('2026-05-29T15:00:00Z')
    const days = background(org, { until: end, days: 95, records: 1250 })
    const ticket = app(random, 'Zettelbote', [
      'openid',
      'userinfo.email',
      'chat.messages.create',
      'chat.spaces.readonly',
      'chat.memberships.readonly',
    ])
    const poll = app(random, 'Stimmzettel für Chat', [
      'openid',
      'userinfo.email',
      'chat.messages',
      'directory.readonly',
    ])
    const apps = [
      { client: ticket, from: network('203.0.113.88', 16509, 'DE') },
      { client: poll, from: network('203.0.113.92', 14061, 'NL') },
    ]
    const start = time('2026-05-11T08:05:00Z')
    const allowed = apps.map(({ client }, index) =>
      admin(org, {
        at: start + index * 4 * MINUTE,
        who: org.admin,
        type: 'DOMAIN_SETTINGS',
        name: 'ADD_APPLICATION_TO_WHITELIST',
        values: { APP_ID: client.id.split('-')[0] ?? '', APPLICATION_NAME: client.name },
      }),
    )
    const spaces = ['Vertrieb', 'Lektorat', 'Herstellung', 'Mittagessen', 'Umzug', 'Presse', 'Technik'].map(
      (space) => ({
        space,
        id: text(random, 11),
      }),
    )
    const added = spaces.flatMap((space, index) =>
      apps.slice(0, index % 2 ? 1 : 2).map((_, place) =>
        chatApp(org, {
          ...space,
          at: start + (index + Math.floor(index / 5) * 2) * DAY + (1 + (index % 4)) * HOUR + place * 11 * MINUTE,
          who: org.people[3 + index * 2] ?? org.admin,
        }),
      ),
    )
    const members = org.people.slice(2, 33)
    const used = members.flatMap((who, index) => {
      const { client, from } = apps[index % 3 === 0 ? 1 : 0] ?? { client: ticket, from: org.office }
      // Working days only: three people connect on each day.
      const day = Math.floor(index / 3)
      const at = start + (day + Math.floor(day / 5) * 2) * DAY + 2 * HOUR + (index % 3) * 37 * MINUTE
      const calls = Array.from({ length: 5 }, (_, call) =>
        use(org, {
          at: at + (call + 1) * random.integer(8, 50) * MINUTE,
          who,
          app: client,
          from,
          method: random.pick(['chat.spaces.messages.create', 'chat.spaces.list', 'chat.spaces.members.list']),
          bytes: random.integer(500, 7_000),
        }),
      )
      const end = index % 10 === 9 ? [revoke(org, { at: at + 6 * HOUR, who, app: client })] : []
      return [authorize(org, { at, who, app: client, from: index % 4 ? org.office : who.home }), ...calls, ...end]
    })
    return { records: timeline(days.records, allowed, added, used), ids: ids(allowed, added, used) }
  },
})
