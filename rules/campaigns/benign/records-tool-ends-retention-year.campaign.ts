import { benignWork } from '../campaign.ts'
import { librarySettings } from '../microsoft-open-links.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const sites = ['projects', 'quality', 'purchasing']

export default benignWork({
  title:
    'A records tool deletes old versions and expired files every month, and four times as many at the end of the year',
  sources: [
    'https://learn.microsoft.com/en-us/sharepoint/trim-versions',
    'https://help.recordpoint.com/hc/en-us/articles/11952366449679-Sharepoint-Online-Operation',
  ],
  resembles:
    'One application without a user changes library settings, deletes hundreds of versions and files, and empties recycle bins.',
  accounts: 1,
  days: 2,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'millhaven', {
      feeds: 'audit',
      from: '2025-09-29',
      days: 92,
      records: 320,
    })
    const tool = makeApp(random, 'Filewell Records', tenant.id, { ip: '198.51.100.64', agent: 'filewell-records/7.1' })
    const use = (i: number, operation?: string) => ({
      person: person(4),
      client: tool,
      appOnly: tool,
      ip: tool.ip,
      agent: tool.agent,
      file: `order-2015-${String(i).padStart(3, '0')}.pdf`,
      site: sites[i % sites.length] ?? 'projects',
      ...(operation === undefined ? {} : { operation }),
    })
    const round = (at: number, count: number): readonly string[] => [
      ...sites.map((_, i) => librarySettings(log, at + i * 15_000, use(i))),
      ...repeat(random, at + 5 * minute, count, 3_000, (moment, i) =>
        file(log, moment, use(i, 'FileVersionsAllDeleted')),
      ),
      ...repeat(random, at + hour, count, 3_000, (moment, i) => file(log, moment, use(i, 'FileRecycled'))),
      ...repeat(random, at + 3 * hour, count, 2_000, (moment, i) =>
        file(log, moment, use(i, 'FileDeletedFirstStageRecycleBin')),
      ),
    ]
    for (const before of [88, 58, 28]) round(start - before * day + 20 * hour, 50)
    const ids = [...round(start + 20 * hour, 200), ...round(start + day + 20 * hour, 120)]
    return { records: log.records(), ids }
  },
})
