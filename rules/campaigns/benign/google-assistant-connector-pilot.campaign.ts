// Two departments try an AI assistant that reads mail, calendars and files of its users.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, file } from '../google-events.ts'
import { calls, consents, run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Pilot of an AI assistant with connectors for mail, calendar and files',
  sources: [
    'https://github.com/WadeWarren/gws-claude-plugin',
    'https://support.google.com/a/answer/7281227',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token',
  ],
  resembles:
    'Many people grant a new client wide scopes within days, and its servers read mail and files at odd hours.',
  accounts: 11,
  days: 26,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'willowarc.example', 18)
    const start = time('2026-03-09T09:00:00Z')
    const calm = background(org, { until: start + 26 * DAY, days: 92, records: 380 })
    const cloud = network('34.162.46.92', 396982, 'US', 'US-OH')
    const reading = [
      'openid',
      'userinfo.email',
      'gmail.readonly',
      'calendar.events',
      'drive.readonly',
      'contacts.readonly',
    ]
    const assistant = app(random, 'Claude for Google Workspace', reading)
    const trusted = [
      admin(org, {
        at: start - 4 * DAY,
        who: org.admin,
        type: 'SECURITY_SETTINGS',
        name: 'ADD_TO_TRUSTED_OAUTH2_APPS',
        values: {
          OAUTH2_APP_ID: assistant.id,
          OAUTH2_APP_NAME: assistant.name,
          OAUTH2_APP_TYPE: 'WEB_APPLICATION',
          ORG_UNIT_NAME: '/Pilot',
        },
      }),
    ]
    const pilots = org.people.slice(2, 12)
    const meeting = consents(org, { start, gap: [40, 400], people: pilots, app: assistant })
    const work = pilots.flatMap((who, order) =>
      Array.from({ length: 9 }, (_, round) =>
        calls(org, {
          start: start + (1 + round * 2.5) * DAY + (order % 5) * 47 * MINUTE + (round % 3) * 3 * HOUR,
          count: random.integer(5, 14),
          gap: [1, 9],
          who,
          app: assistant,
          from: cloud,
          methods: [
            'gmail.users.messages.list',
            'gmail.users.messages.get',
            'gmail.users.threads.get',
            'calendar.events.list',
            'drive.files.list',
            'drive.files.get',
          ],
          bytes: [1200, 90_000],
        }),
      ).flat(),
    )
    const files = pilots.flatMap((who, order) =>
      run(org, { start: start + (2 + order) * DAY + 2 * HOUR, count: 6, gap: [20, 4000] }, (at) =>
        file(org, {
          at,
          who,
          from: cloud,
          name: 'download',
          title: random.pick(['Roadmap', 'Minutes', 'Offer draft', 'Survey results']),
          owner: random.pick(pilots),
          app: assistant,
        }),
      ),
    )
    return {
      records: timeline(calm.records, trusted, meeting, work, files),
      ids: ids(trusted, meeting, work, files),
    }
  },
})
