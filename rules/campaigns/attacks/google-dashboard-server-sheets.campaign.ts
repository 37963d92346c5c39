// Stolen tokens of a dashboard server: the organization's own client reads sheets that it never read before. Only the Drive log is there.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { file } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

const known = ['Sales by region', 'Stock by site', 'Orders', 'Targets', 'Churn', 'Opening hours']
const fresh = [
  'Bank accounts of suppliers',
  'Admin passwords old',
  'Payroll 2026',
  'Data room index',
  'VPN accounts',
  'Claims open',
  'Acquisition model',
  'Cloud access keys',
]

export default attackCampaign({
  title: 'Tokens of a dashboard supplier read other sheets in the name of the own client',
  sources: [
    'https://corsha.com/blog/sisense-breach-shows-danger-of-third-party-forever-tokens',
    'https://documentation.sisense.com/latest/managing-data/connectors/google_auth.htm',
  ],
  facts: [
    'The breach of the dashboard supplier in April 2024 began with a token in a code repository.',
    'All customers had to replace every credential that they ever gave to the supplier.',
    'For Google connectors each customer makes an OAuth client in an own project, and one account grants it.',
    'Such tokens have no natural end.',
  ],
  build: (random) => {
    const org = organization(random, 'tidewick.example')
    const start = time('2026-02-16T23:20:00Z')
    const all = background(org, { until: start + 24 * DAY, days: 95, records: 420 })
    const only = all.records.filter(
      (one) => (one as { id: { applicationName: string } }).id.applicationName === 'drive',
    )
    const drive = new Set(ids(only))
    const supplier = network('52.29.184.60', 16509, 'DE', 'DE-HE')
    const rented = network('164.92.178.45', 14061, 'DE', 'DE-HE')
    const client = app(random, 'Tidewick Dashboards', ['spreadsheets.readonly', 'drive.readonly'])
    const who = person(org, 12)
    const read = (at: number, title: string, from: typeof supplier) =>
      file(org, {
        at,
        who,
        from,
        name: 'download',
        title,
        kind: 'spreadsheet',
        owner: person(org, 1 + (title.length % 9)),
        app: client,
      })
    const refresh = Array.from({ length: 94 }, (_, day) =>
      known
        .slice(0, 2 + (day % 3))
        .map((title, order) => read(start + (day - 70) * DAY + 5 * HOUR + order * MINUTE, title, supplier)),
    ).flat()
    const theft = Array.from({ length: 19 }, (_, night) =>
      Array.from({ length: random.integer(2, 4) }, (_item, order) =>
        read(start + night * DAY + order * random.integer(11, 26) * MINUTE, random.pick(fresh), rented),
      ),
    ).flat()
    const before = refresh.filter((_, index) => index > 60 && index < 180)
    return {
      records: timeline(only, refresh, theft),
      firstHostile: ids(theft)[0] ?? '',
      dataLeft: ids(theft),
      required: [
        {
          act: 'the client reads sheets of many owners from another network than that of the supplier',
          ids: ids(theft),
          minimum: 'medium',
        },
      ],
      quiet: [...all.quiet.filter((id) => drive.has(id)), ...ids(before)],
    }
  },
})
