// The sales department asks for a video meeting app; the administrators approve it and the people connect it.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, deny, request, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

const start = time('2026-05-18T09:00:00Z')

export default benignWork({
  title: 'Department connects a video meeting app after a request to the administrators',
  sources: [
    'https://support.google.com/a/answer/7281227',
    'https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0062865',
  ],
  resembles: 'A refused client is put on the list of allowed apps and a group of people consents right after.',
  accounts: 7,
  days: 6,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'copperfield.example', 16)
    const quietDays = background(org, { until: start + 8 * DAY, days: 75, records: 260 })
    const meeting = app(random, 'Zoom for Google Workspace', [
      'openid',
      'userinfo.email',
      'calendar.events',
      'contacts.readonly',
    ])
    const people = org.people.slice(1, 7)
    const [asker = org.admin] = people
    const asked = [
      deny(org, { at: start, who: asker, app: meeting }),
      request(org, { at: start + MINUTE, who: asker, app: meeting }),
    ]
    const approved = admin(org, {
      at: start + DAY + HOUR,
      who: org.admin,
      type: 'SECURITY_SETTINGS',
      name: 'ADD_TO_LIMITED_OAUTH2_APPS',
      values: {
        OAUTH2_APP_ID: meeting.id,
        OAUTH2_APP_NAME: meeting.name,
        OAUTH2_APP_TYPE: 'WEB_APPLICATION',
        ORG_UNIT_NAME: 'Sales',
      },
    })
    const consents = people.map((who, index) =>
      authorize(org, { at: start + DAY + (2 + index) * HOUR, who, app: meeting }),
    )
    const server = network('203.0.113.62', 64524, 'US', 'US-CA')
    const calls = people.flatMap((who, index) =>
      [2, 3, 4].map((day) =>
        use(org, {
          at: start + day * DAY + index * 11 * MINUTE,
          who,
          app: meeting,
          from: server,
          method: random.pick(['calendar.events.insert', 'calendar.events.patch', 'people.connections.list']),
          bytes: random.integer(900, 6000),
        }),
      ),
    )
    return {
      records: timeline(quietDays.records, asked, [approved], consents, calls),
      ids: ids(asked, [approved], consents, calls),
    }
  },
})
