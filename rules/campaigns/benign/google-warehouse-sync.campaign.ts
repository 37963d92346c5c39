// The data team loads sheets and a folder of exports into the warehouse through a synchronization service.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, file, request } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

const start = time('2026-02-23T09:20:00Z')

export default benignWork({
  title: 'A data synchronization service loads sheets and exports into the warehouse every night',
  sources: [
    'https://docs.airbyte.com/integrations/sources/google-drive',
    'https://fivetran.com/docs/connectors/files/google-drive',
  ],
  resembles: 'A new client with read access to all of Drive downloads dozens of files from the vendor each night.',
  accounts: 1,
  days: 12,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'merrowdata.example', 15)
    const quietDays = background(org, { until: start + 14 * DAY, days: 95, records: 310 })
    const analyst = person(org, 8)
    const loader = app(random, 'Fivetran', ['drive.readonly', 'spreadsheets.readonly', 'userinfo.email'])
    const vendor = network('203.0.113.171', 64546, 'IE', 'IE-D')
    const prepared = [
      request(org, { at: start, who: analyst, app: loader }),
      admin(org, {
        at: start + 5 * HOUR,
        who: org.admin,
        type: 'SECURITY_SETTINGS',
        name: 'ADD_TO_LIMITED_OAUTH2_APPS',
        values: {
          OAUTH2_APP_ID: loader.id,
          OAUTH2_APP_NAME: loader.name,
          OAUTH2_APP_TYPE: 'WEB_APPLICATION',
          ORG_UNIT_NAME: org.domain,
        },
      }),
    ]
    const granted = authorize(org, { at: start + DAY, who: analyst, app: loader })
    const nights = Array.from({ length: 12 }, (_, night) => {
      const first = start + DAY + (night === 0 ? 20 * MINUTE : night * DAY - 7 * HOUR)
      return [
        ...calls(org, {
          start: first,
          count: 6,
          gap: [5, 30],
          who: analyst,
          app: loader,
          from: vendor,
          methods: ['drive.files.list', 'drive.files.get', 'sheets.spreadsheets.values.get'],
          bytes: [4000, 300_000],
        }),
        ...run(org, { start: first + 3 * MINUTE, count: night === 0 ? 40 : 12, gap: [5, 20] }, (at, index) =>
          file(org, {
            at,
            who: analyst,
            from: vendor,
            name: 'download',
            title: `Shop export ${night * 12 + index + 1}`,
            kind: index % 3 === 0 ? 'spreadsheet' : 'unknown',
            owner: analyst,
            app: loader,
          }),
        ),
      ]
    }).flat()
    return {
      records: timeline(quietDays.records, prepared, [granted], nights),
      ids: ids(prepared, [granted], nights),
    }
  },
})
