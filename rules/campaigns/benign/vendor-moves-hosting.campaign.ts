import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, type Network, network, organization, person, time, timeline } from '../google-layouts.ts'
import { sharePointFile, tenantOf } from '../google-m365-layouts.ts'

export default benignWork({
  title: 'A data vendor moves to another hosting provider, and its connectors call from new addresses',
  sources: ['https://fivetran.com/docs/using-fivetran/ips'],
  resembles: 'Approved connectors read Google sheets and SharePoint workbooks from a network that they never used.',
  accounts: 5,
  days: 21,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'calderfold.example', 15)
    const tenant = tenantOf(org)
    const move = time('2026-03-16T00:00:00Z')
    const end = move + 21 * DAY
    const quiet = background(org, { until: end, days: 98, records: 340 })
    const before = network('192.0.2.88', 64533, 'IE')
    const after = network('203.0.113.200', 64599, 'DE')
    const readers = [2, 4, 6, 9].map((index) => person(org, index))
    const service = person(org, 5)
    const connector = app(random, 'Tidewater Sync', [
      'openid',
      'userinfo.email',
      'drive.readonly',
      'spreadsheets.readonly',
    ])
    const client = { id: random.uuid(), name: 'Tidewater Sync' }

    const consents = readers.map((who, i) =>
      authorize(org, { at: end - 97 * DAY + (9 + i) * HOUR, who, app: connector }),
    )
    const sheet = (at: number, i: number, from: Network) =>
      use(org, {
        at,
        who: readers[i % readers.length] ?? org.admin,
        app: connector,
        from,
        method: i % 6 === 0 ? 'drive.files.list' : 'sheets.spreadsheets.values.batchGet',
        bytes: random.integer(900, 14_000),
      })
    const book = (at: number, i: number, from: Network) =>
      sharePointFile(tenant, {
        at,
        who: service,
        from,
        operation: 'FileDownloaded',
        title: i % 2 === 0 ? 'Orders' : 'Deliveries',
        site: 'reporting',
        userAgent: 'TidewaterSync/7.2',
        app: client,
      })
    const old = Array.from({ length: 130 }, (_, i) => sheet(workMoment(org, move, 74), i, before))
    const oldBooks = Array.from({ length: 90 }, (_, i) => book(workMoment(org, move, 74), i, before))
    // Three days on both networks, then the new one alone.
    const both = Array.from({ length: 12 }, (_, i) =>
      sheet(workMoment(org, move + 3 * DAY, 3), i, i % 2 ? after : before),
    )
    const now = Array.from({ length: 40 }, (_, i) => sheet(workMoment(org, end, 18), i, after))
    const nowBooks = Array.from({ length: 26 }, (_, i) => book(workMoment(org, end, 18), i, after))
    return {
      records: timeline(quiet.records, consents, old, oldBooks, both, now, nowBooks),
      ids: ids(both, now, nowBooks),
    }
  },
})
