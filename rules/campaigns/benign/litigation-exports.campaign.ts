// The legal department exports mailboxes through its eDiscovery service, monthly, and many at once for a dispute.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, use } from '../google-events.ts'
import {
  app,
  DAY,
  HOUR,
  ids,
  inUnit,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
} from '../google-layouts.ts'
import { vault } from '../google-vault.ts'

export default benignWork({
  title: 'The lawyer exports nine mailboxes for a dispute through the usual service',
  sources: [
    'https://developers.google.com/workspace/vault/guides/exports',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/vault',
  ],
  resembles: 'A client from a foreign cloud network exports the mail of many people and downloads large files.',
  accounts: 1,
  days: 80,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'maplecourt.example', 22)
    const end = time('2026-05-28T16:00:00Z')
    const days = background(org, { until: end, days: 90, records: 820 })
    const lawyer = inUnit(org, 'People')[0] ?? person(org, 4)
    const service = app(random, 'CaseFile Discovery', ['ediscovery', 'devstorage.read_only', 'openid', 'email'])
    const vendor = network('192.0.2.141', 16509, 'IE')
    // The grant is older than the records of the quiet days.
    const grant = authorize(org, { at: end - 97 * DAY, who: lawyer, app: service })
    const matter = (at: number, places: readonly number[]) => {
      const id = random.uuid()
      return places.flatMap((place, index) => {
        const begin = at + index * 11 * MINUTE
        const values = { matter_id: id, resource_name: `Custodian ${place}`, target_user: person(org, place).email }
        const common = { who: lawyer, from: vendor, through: service, values }
        const call = (minutes: number, method: string, bytes: number) =>
          use(org, { at: begin + minutes * MINUTE, who: lawyer, app: service, from: vendor, method, bytes })
        return [
          vault(org, { ...common, at: begin, name: 'create_export_begin' }),
          call(0.1, 'vault.matters.exports.create', random.integer(800, 2_000)),
          vault(org, { ...common, at: begin + 40 * MINUTE, name: 'create_export_end' }),
          call(44, 'vault.matters.exports.get', random.integer(900, 3_000)),
          call(46, 'storage.objects.get', random.integer(40_000_000, 300_000_000)),
        ]
      })
    }
    const monthly = [74, 61, 44, 31, 17].flatMap((back) => matter(workMoment(org, end - back * DAY, 4), [5, 8]))
    const dispute = matter(end - 2 * DAY - 4 * HOUR, [1, 2, 3, 6, 7, 9, 10, 12, 13])
    return {
      records: timeline(days.records, [grant], monthly, dispute),
      ids: ids(monthly, dispute),
    }
  },
})
