import { attackCampaign } from '../campaign.ts'
import { background, steadyUse, workMoment } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { sharePointFile, tenantOf } from '../google-m365-layouts.ts'

const secrets = [
  'Board pack',
  'Salary bands',
  'Merger memo',
  'Supplier contracts',
  'Tax file',
  'Audit notes',
  'Credit lines',
]

export default attackCampaign({
  title: 'Stolen tokens of a business intelligence vendor read Google Drive and SharePoint',
  sources: [
    'https://www.cisa.gov/news-events/alerts/2024/04/11/compromise-sisense-customer-data',
    'https://krebsonsecurity.com/2024/04/why-cisa-is-warning-cisos-about-a-breach-at-sisense/',
  ],
  facts: [
    'Attackers copied several terabytes of customer data of a business intelligence vendor.',
    'The copy held millions of access tokens and credentials of the data sources of customers.',
    'CISA asked the customers to replace every credential that the vendor had, and to look for suspicious use.',
    'The records show such use: the approved connector reads from another network while the vendor works on.',
  ],
  build: (random) => {
    const org = organization(random, 'harrowgate.example', 15)
    const tenant = tenantOf(org)
    const start = time('2024-04-05T00:00:00Z')
    const end = start + 7 * DAY
    const quiet = background(org, { until: end, days: 84, records: 340 })
    const vendor = network('192.0.2.90', 64533, 'IE')
    const thief = network('192.0.2.201', 64620, 'RO')
    const readers = [2, 3, 6, 8].map((index) => person(org, index))
    const connector = app(random, 'Prism Dashboards', [
      'openid',
      'userinfo.email',
      'drive.readonly',
      'spreadsheets.readonly',
    ])
    const client = { id: random.uuid(), name: 'Prism Dashboards' }

    const consents = readers.map((who, i) =>
      authorize(org, { at: end - 84 * DAY + (9 + i) * HOUR, who, app: connector }),
    )
    const refreshes = steadyUse(org, connector, {
      until: end,
      days: 82,
      count: 150,
      people: readers,
      from: vendor,
      methods: ['sheets.spreadsheets.values.batchGet', 'sheets.spreadsheets.get'],
    })
    const service = person(org, 4)
    const books = Array.from({ length: 110 }, () =>
      sharePointFile(tenant, {
        at: workMoment(org, end, 82),
        who: service,
        from: vendor,
        operation: 'FileDownloaded',
        title: random.pick(['Sales by region', 'Stock by plant']),
        site: 'reporting',
        userAgent: 'PrismConnector/5.1',
        app: client,
      }),
    )
    const office = Array.from({ length: 90 }, () => {
      const who = random.pick(org.people)
      return sharePointFile(tenant, {
        at: workMoment(org, end, 82),
        who,
        from: org.office,
        operation: random.pick(['FileAccessed', 'FileAccessed', 'FileUploaded', 'FileDownloaded']),
        title: random.pick(['Minutes', 'Offer', 'Checklist', 'Rota']),
        site: random.pick(['operations', 'projects']),
        userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/122.0.0.0',
        app: { id: 'd3590ed6-52b3-4102-aeff-aad2292ab01c', name: 'Microsoft Office' },
      })
    })

    // Two nights on Google, one on SharePoint.
    const listed = readers.flatMap((who, i) =>
      calls(org, {
        start: start + HOUR + i * 25 * MINUTE,
        count: 12,
        gap: [20, 60],
        who,
        app: connector,
        from: thief,
        methods: ['drive.files.list', 'drive.files.get'],
        bytes: [20_000, 900_000],
      }),
    )
    const downloads = readers.flatMap((who, i) =>
      run(org, { start: start + DAY + 2 * HOUR + i * 20 * MINUTE, count: 9, gap: [30, 90] }, (at) =>
        file(org, { at, who, from: thief, name: 'download', title: random.pick(secrets), app: connector }),
      ),
    )
    const copied = run(org, { start: start + 2 * DAY + HOUR, count: 45, gap: [15, 60] }, (at) =>
      sharePointFile(tenant, {
        at,
        who: service,
        from: thief,
        operation: 'FileDownloaded',
        title: `${random.pick(secrets)} ${random.integer(2019, 2024)}`,
        site: random.pick(['board', 'legal', 'people']),
        userAgent: 'python-requests/2.31.0',
        app: client,
      }),
    )

    const records = timeline(quiet.records, consents, refreshes, books, office, listed, downloads, copied)
    return {
      records,
      firstHostile: ids(listed.slice(0, 1))[0] ?? '',
      dataLeft: ids(downloads, copied),
      required: [
        {
          act: 'the connector lists and reads Drive from a network that the vendor never used',
          ids: ids(listed, downloads),
          minimum: 'medium',
        },
        {
          act: 'the connector downloads other SharePoint sites from that network',
          ids: ids(copied),
          minimum: 'medium',
        },
      ],
      quiet: [...quiet.quiet, ...ids(refreshes.slice(20, 34), books.slice(20, 34), office.slice(20, 34))],
    }
  },
})
