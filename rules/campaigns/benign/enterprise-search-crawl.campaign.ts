// A search product for the company gets its permissions, and its first crawl reads the libraries in four nights.
import { benignWork } from '../campaign.ts'
import { appRoles } from '../microsoft-clients.ts'
import { appRole, newPrincipal } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const libraries = ['operations', 'finance', 'works', 'people', 'handbook', 'quality', 'sales']
const kinds = ['docx', 'xlsx', 'pptx', 'pdf', 'txt']

export default benignWork({
  title: 'The first crawl of a search product',
  sources: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference',
    'https://learn.microsoft.com/en-us/graph/api/driveitem-delta',
  ],
  resembles: 'A new application with a Python client reads thousands of files of all sites in the night.',
  accounts: 1,
  days: 12,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'rowanhill', {
      feeds: 'audit',
      from: '2026-03-02',
      days: 77,
      after: 14,
      records: 360,
    })
    const app = makeApp(random, 'Findwell Workplace Search', random.uuid(), {
      ip: '203.0.113.90',
      agent: 'findwell-crawler python-httpx/0.28.1',
    })
    const setUp = start + 13 * hour
    const ids = [
      newPrincipal(log, setUp, tenant.admin, app),
      appRole(log, setUp + 30_000, tenant.admin, app, tenant.graph, appRoles.sitesRead),
      appRole(log, setUp + 31_000, tenant.admin, app, tenant.graph, appRoles.directoryRead),
    ]
    const read = (at: number, operation: string) =>
      file(log, at, {
        person: tenant.admin,
        client: app,
        appOnly: app,
        ip: app.ip,
        agent: app.agent,
        site: random.pick(libraries),
        file: `item-${random.integer(1, 90_000)}.${random.pick(kinds)}`,
        operation,
      })
    // The vendor starts five days later, after its own checks.
    for (let night = 5; night < 9; night += 1)
      ids.push(
        ...repeat(random, start + night * day + 20 * hour, 70, 4 * minute, (at, i) =>
          read(at, i % 3 === 0 ? 'FileAccessed' : 'FileDownloaded'),
        ),
      )
    // Then only the changes.
    for (let later = 9; later < 12; later += 1)
      ids.push(...repeat(random, start + later * day + 6 * hour, 8, hour, (at) => read(at, 'FileDownloaded')))
    return { records: log.records(), ids }
  },
})
