import { benignWork } from '../campaign.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const sites = ['archive-2019', 'archive-2020', 'tenders', 'drawings']

export default benignWork({
  title:
    'A migration program moves old sites into new ones on a weekend, and the project lead helps for the first time',
  sources: [
    'https://learn.microsoft.com/en-us/sharepointmigration/introducing-the-sharepoint-migration-tool',
    'https://learn.microsoft.com/en-us/purview/audit-log-activities',
  ],
  resembles: 'A program downloads and uploads hundreds of files at night, for one account that never used it before.',
  accounts: 2,
  days: 3,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'stonebridge-works', {
      feeds: 'both',
      from: '2026-02-16',
      days: 75,
      people: 16,
      records: 380,
    })
    const { admin, sharepoint } = tenant
    const mover = makeApp(random, 'Sitelift Mover', random.uuid(), { agent: 'Sitelift/18.2 (Windows)' })
    const station = '198.51.100.72'
    let number = 1000
    const copy = (at: number, by: Person, site: string): readonly string[] => {
      number += 1
      const use = {
        person: by,
        client: mover,
        ip: station,
        agent: mover.agent,
        file: `plan-${number}.${random.pick(['pdf', 'docx', 'xlsx', 'dwg'])}`,
      }
      return [
        file(log, at, { ...use, operation: 'FileDownloaded', site }),
        file(log, at + 3000, { ...use, operation: 'FileUploaded', site: `${site}-new` }),
      ]
    }
    const enter = (at: number, by: Person, interactive: boolean) =>
      userSignIn(log, at, {
        person: by,
        client: mover,
        resource: sharepoint,
        ip: station,
        agent: interactive ? by.agent : mover.agent,
        interactive,
        ownerTenant: mover.ownerTenant,
      })
    const run = (at: number, by: Person, site: string, count: number): readonly string[] => {
      const ids = [enter(at, by, true)]
      repeat(random, at + minute, count, minute, (when, i) => {
        if (i % 40 === 39) ids.push(enter(when - 5000, by, false))
        ids.push(...copy(when, by, site))
        return ''
      })
      return ids
    }
    // In the first month, the administrator approved the program for everybody and moved two small sites.
    consent(log, start - 72 * day + 9 * hour, {
      by: admin,
      app: mover,
      resource: sharepoint,
      scopes: 'AllSites.FullControl User.Read.All',
      admin: true,
      everyone: true,
    })
    run(start - 72 * day + 10 * hour, admin, 'pilot', 50)
    run(start - 58 * day + 18 * hour, admin, 'canteen', 90)
    run(start - 30 * day + 18 * hour, admin, 'fleet', 120)
    // The large sites move on a weekend in May: two parallel runs from one computer.
    const lead = person(6)
    const ids = sites.flatMap((site, i) =>
      run(start + Math.floor(i / 2) * day + (19 + (i % 2)) * hour, i % 2 === 0 ? admin : lead, site, 170),
    )
    return { records: log.records(), ids }
  },
})
