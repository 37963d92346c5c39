// The administrator installs a diagram add-on of the Marketplace for one department.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

const start = time('2026-06-02T13:10:00Z')

export default benignWork({
  title: 'Marketplace add-on installed for an organizational unit',
  sources: ['https://support.google.com/a/answer/172482'],
  resembles: 'An installation by the administrator consents for everybody in the unit at once.',
  accounts: 4,
  days: 6,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'windmere.example', 18)
    const quietDays = background(org, { until: start + 8 * DAY, days: 65, records: 250 })
    const addon = app(random, 'Lucidchart Diagrams for Docs', [
      'userinfo.email',
      'userinfo.profile',
      'drive.file',
      'documents.currentonly',
    ])
    const number = random.digits(12)
    const installed = [
      admin(org, {
        at: start,
        who: org.admin,
        type: 'DOMAIN_SETTINGS',
        name: 'ADD_APPLICATION',
        values: { APP_ID: number, APPLICATION_NAME: addon.name, APPLICATION_ENABLED: 'true' },
      }),
      admin(org, {
        at: start + 2 * MINUTE,
        who: org.admin,
        type: 'DOMAIN_SETTINGS',
        name: 'ADD_APPLICATION_TO_WHITELIST',
        values: { APP_ID: number, APPLICATION_NAME: addon.name },
      }),
    ]
    const engineers = inUnit(org, 'Engineering')
    const consents = engineers.map((who, index) => authorize(org, { at: start + DAY + index * HOUR, who, app: addon }))
    const server = network('203.0.113.66', 64526, 'US', 'US-UT')
    const calls = engineers.flatMap((who, index) =>
      [2, 3, 4, 5].map((day) =>
        use(org, {
          at: start + day * DAY + index * 17 * MINUTE,
          who,
          app: addon,
          from: server,
          method: 'drive.files.create',
          bytes: random.integer(600, 4000),
        }),
      ),
    )
    return {
      records: timeline(quietDays.records, installed, consents, calls),
      ids: ids(installed, consents, calls),
    }
  },
})
