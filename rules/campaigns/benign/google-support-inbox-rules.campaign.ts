import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, use } from '../google-events.ts'
import { calls, consents, run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title:
    'The support team connects a shared inbox tool, which makes filters and labels in each mailbox and sends answers',
  sources: [
    'https://developers.google.com/gmail/api/reference/rest/v1/users.settings.filters/create',
    'https://support.google.com/a/answer/7281227',
  ],
  resembles:
    'A new client with the scopes of the mailbox and its settings makes filters, reads all day and sends mail.',
  accounts: 5,
  days: 21,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'hazelwick.example', 26)
    const start = time('2026-02-09T08:30:00Z')
    const quietDays = background(org, { until: start + 22 * DAY, days: 95, records: 760 })
    const tool = app(random, 'Deskline Shared Inbox', [
      'gmail.modify',
      'gmail.settings.basic',
      'userinfo.email',
      'userinfo.profile',
    ])
    const vendor = network('192.0.2.118', 16509, 'IE', 'IE-L')
    const agents = inUnit(org, 'Operations')
    const trusted = admin(org, {
      at: start,
      who: org.admin,
      type: 'SECURITY_SETTINGS',
      name: 'ADD_TO_TRUSTED_OAUTH2_APPS',
      values: {
        OAUTH2_APP_ID: tool.id,
        OAUTH2_APP_NAME: tool.name,
        OAUTH2_APP_TYPE: 'WEB_APPLICATION',
        ORG_UNIT_NAME: '/Operations',
      },
    })
    const grants = consents(org, { start: start + 40 * MINUTE, gap: [120, 900], people: agents, app: tool })
    const filters = agents.flatMap((who, index) =>
      run(org, { start: start + 3 * HOUR + index * 4 * MINUTE, count: 3, gap: [1, 4] }, (at) =>
        use(org, {
          at,
          who,
          app: tool,
          from: vendor,
          method: 'gmail.users.settings.filters.create',
          bytes: random.integer(300, 600),
        }),
      ),
    )
    const daily = Array.from({ length: 21 }, (_, day) => start + day * DAY)
      .filter((day) => new Date(day).getUTCDay() % 6 !== 0)
      .flatMap((day) =>
        agents.flatMap((who) =>
          calls(org, {
            start: day + 4 * HOUR + random.integer(0, 20) * MINUTE,
            count: 14,
            gap: [200, 1500],
            who,
            app: tool,
            from: vendor,
            methods: [
              'gmail.users.history.list',
              'gmail.users.messages.get',
              'gmail.users.messages.modify',
              'gmail.users.messages.get',
              'gmail.users.messages.send',
            ],
            bytes: [700, 30_000],
          }),
        ),
      )
    return {
      records: timeline(quietDays.records, [trusted], grants, filters, daily),
      ids: ids([trusted], grants, filters, daily),
    }
  },
})
