// Tokens that a vendor of dashboards kept for its customers read sheets in Drive and a SharePoint site, from rented servers.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import {
  app,
  DAY,
  HOUR,
  ids,
  inUnit,
  MINUTE,
  type Network,
  network,
  organization,
  time,
  timeline,
} from '../google-layouts.ts'
import { sharePointFile, tenantOf } from '../google-m365-layouts.ts'

export default attackCampaign({
  title: 'Stolen tokens of a dashboard vendor read Drive and SharePoint from two rented servers',
  sources: [
    'https://krebsonsecurity.com/2024/04/why-cisa-is-warning-cisos-about-a-breach-at-sisense/',
    'https://www.cisa.gov/news-events/alerts/2024/04/11/compromise-sisense-customer-data',
    'https://corsha.com/blog/sisense-breach-shows-danger-of-third-party-forever-tokens',
  ],
  facts: [
    'The intruders took access tokens and credentials of customers out of the storage of the vendor.',
    'The tokens still worked, since connectors of dashboards keep them for months.',
    'Customers were told to replace every credential that they had ever given to the vendor.',
    'No person consented and nobody signed in: the known client alone turns up at a new address.',
  ],
  build: (random) => {
    const org = organization(random, 'kestrelfoods.example', 19)
    const tenant = tenantOf(org)
    const hostile = time('2026-05-09T02:40:00Z')
    const end = time('2026-05-15T15:00:00Z')
    const days = background(org, { until: end, days: 90, records: 800 })
    const owners = inUnit(org, 'Finance').slice(0, 3)
    const [first] = owners
    if (!first) throw new RangeError('nobody in finance')
    const board = app(random, 'Prismboard Analytics', ['openid', 'email', 'drive.readonly', 'spreadsheets.readonly'])
    const cloud = network('192.0.2.70', 14618, 'US')
    const rented = network('203.0.113.41', 63949, 'NL')
    const second = network('203.0.113.176', 20473, 'SG')
    const entra = { id: random.uuid(), name: 'Prismboard Connector' }
    const pull = (at: number, title: string, from: Network, operation: 'FileAccessed' | 'FileDownloaded') =>
      sharePointFile(tenant, {
        at,
        who: first,
        from,
        operation,
        title,
        site: 'controlling',
        userAgent: from === cloud ? 'prismboard-connector/7.4' : 'python-httpx/0.27.2',
        app: entra,
      })
    const granted = owners.map((who, index) =>
      authorize(org, { at: hostile - 88 * DAY + index * HOUR, who, app: board, from: who.home }),
    )
    const refreshes = steadyUse(org, board, {
      until: end,
      days: 86,
      count: 190,
      people: owners,
      from: cloud,
      methods: ['drive.files.get', 'drive.files.list', 'drive.files.export'],
    })
    const nightly = Array.from({ length: 80 }, (_, index) =>
      pull(hostile - (80 - index) * DAY + 2 * HOUR, `Margin ${(index % 4) + 1}`, cloud, 'FileDownloaded'),
    )
    // A look at each account, and then a slow copy at the pace of the connector.
    const looks = owners.flatMap((who, index) =>
      calls(org, {
        start: hostile + index * 11 * MINUTE,
        count: 3,
        gap: [20, 90],
        who,
        app: board,
        from: rented,
        methods: ['drive.about.get', 'drive.files.list'],
        bytes: [700, 60_000],
      }),
    )
    const copies = calls(org, {
      start: hostile + 7 * HOUR,
      count: 34,
      gap: [200, 900],
      who: first,
      app: board,
      from: rented,
      methods: ['drive.files.get', 'drive.files.export', 'drive.files.get'],
      bytes: [40_000, 5_000_000],
    })
    const site = ['Supplier contracts', 'Recipes', 'Bank accounts', 'Board paper', 'Salaries', 'Rebates'].map(
      (title, index) => pull(hostile + DAY + index * 21 * MINUTE, title, second, 'FileDownloaded'),
    )
    return {
      records: timeline(days.records, granted, refreshes, nightly, looks, copies, site),
      firstHostile: ids(looks)[0] ?? '',
      dataLeft: ids(copies, site),
      required: [
        {
          act: 'The known client reads Drive of three people from a rented server',
          ids: ids(looks, copies),
          minimum: 'medium',
        },
        {
          act: 'The connector of the same vendor downloads from SharePoint at another new address and with another program',
          ids: ids(site),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(refreshes).slice(0, 20), ...ids(nightly).slice(30, 50)],
    }
  },
})
