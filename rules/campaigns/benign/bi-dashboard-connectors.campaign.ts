// The analysts build dashboards: the reporting tool of Google and a connector read their sheets every morning.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

const weekdays = (from: number, days: number): number[] =>
  Array.from({ length: days }, (_, day) => from + day * DAY).filter((at) => {
    const weekday = new Date(at).getUTCDay()
    return weekday !== 0 && weekday !== 6
  })

export default benignWork({
  title: 'Dashboards: reporting tool and sheet connector of the analysts',
  sources: [
    'https://support.google.com/looker-studio/answer/6371135',
    'https://docs.cloud.google.com/data-studio/data-credentials-article.md.txt',
  ],
  resembles: 'A newly allowed app reads many sheets before working hours from the network of its vendor, every day.',
  accounts: 3,
  days: 40,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'tidewright.example', 15)
    const studio = app(random, 'Looker Studio', ['userinfo.email', 'spreadsheets.readonly', 'drive.metadata.readonly'])
    const connector = app(random, 'Metricloom Connector', ['userinfo.email', 'spreadsheets.readonly', 'drive.file'])
    const vendor = network('192.0.2.160', 64549, 'FI')
    const start = time('2026-03-03T09:20:00Z')
    const days = 40
    const quietDays = background(org, { until: start + days * DAY, days: 100, records: 220 })
    const analysts = inUnit(org, 'Operations').slice(0, 2)
    const lead = analysts[0] ?? org.admin
    const grants = analysts.flatMap((who, index) => [
      authorize(org, { at: start + index * 3 * HOUR, who, app: studio }),
      authorize(org, { at: start + index * 3 * HOUR + 35 * MINUTE, who, app: connector }),
    ])
    const made = ['Sales dashboard', 'Stock dashboard'].map((title, index) =>
      file(org, { at: start + HOUR + index * DAY, who: lead, name: 'create', title, kind: 'datastudio' }),
    )
    // Half past five, before anybody works.
    const mornings = weekdays(start + DAY - 4 * HOUR + 10 * MINUTE, days - 2)
    const refreshed = mornings.flatMap((at) => [
      ...calls(org, {
        start: at,
        count: 7,
        gap: [1, 5],
        who: lead,
        app: studio,
        from: null,
        methods: ['sheets.spreadsheets.get', 'sheets.spreadsheets.values.batchGet'],
        bytes: [4_000, 120_000],
      }),
      ...calls(org, {
        start: at + 6 * MINUTE,
        count: 6,
        gap: [2, 9],
        who: analysts[1] ?? lead,
        app: connector,
        from: vendor,
        methods: ['sheets.spreadsheets.values.get', 'sheets.spreadsheets.values.update'],
        bytes: [2_000, 60_000],
      }),
    ])
    return { records: timeline(quietDays.records, grants, made, refreshed), ids: ids(grants, made, refreshed) }
  },
})
