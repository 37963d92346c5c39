// Crews of a building company put photos into SharePoint with the application of the company, from mobile networks.
import { benignWork } from '../campaign.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { consent } from '../microsoft-oauth.ts'
import { networks, placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { staff } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const agent = 'Mozilla/5.0 (Linux; Android 15; SM-A556B) AppleWebKit/537.36 Chrome/145.0.0.0 Mobile Safari/537.36'

export default benignWork({
  title: 'New crews start in spring and send photos of their sites with the application of the company',
  sources: ['https://learn.microsoft.com/en-us/graph/api/driveitem-put-content'],
  resembles: 'Many accounts use one application from changing mobile addresses, and it reads and writes many files.',
  accounts: 24,
  days: 25,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'stonehurst', {
      feeds: 'both',
      from: '2025-12-29',
      days: 77,
      after: 25,
      records: 400,
      people: 18,
    })
    const photos = makeApp(random, 'Site Photos', tenant.id)
    const veterans = staff(log, 'crew', 10)
    const starters = staff(log, 'season', 24)
    const address = (): string => `203.0.113.${random.integer(180, 250)}`
    const entry = (at: number, person: Person, ip: string, interactive: boolean): string =>
      placed(log, at, networks.mobileUtrecht, (side) =>
        userSignIn(side, at, {
          person,
          client: photos,
          resource: tenant.sharepoint,
          ip,
          agent,
          interactive,
          ownerTenant: tenant.id,
        }),
      )
    const picture = (at: number, person: Person, ip: string, operation: string): string =>
      file(log, at, {
        person,
        client: photos,
        ip,
        agent: 'SitePhotos/3.4 (Android 15)',
        file: `${random.pick(['roof', 'cellar', 'stairs', 'front', 'meter'])}-${random.integer(100, 999)}.jpg`,
        operation,
        site: 'building-sites',
      })
    const background = start - 77 * day
    const scopes = 'openid profile offline_access Sites.ReadWrite.All'
    consent(log, background + 9 * hour, {
      by: tenant.admin,
      app: photos,
      resource: tenant.graph,
      scopes,
      admin: true,
      everyone: true,
    })
    routine(log, background + day, 75, 260, (at) => {
      const person = random.pick(veterans)
      const ip = address()
      entry(at - 20_000, person, ip, false)
      return picture(at, person, ip, 'FileUploaded')
    })
    const ids: string[] = []
    starters.forEach((person, i) => {
      const first = start + (i % 5) * day + 6 * hour + i * 4 * minute
      ids.push(entry(first, person, address(), true))
      for (let shift = 0; shift < 20; shift += 1) {
        const at = first + shift * day + 2 * hour
        if ([0, 6].includes(new Date(at).getUTCDay())) continue
        const ip = address()
        ids.push(entry(at, person, ip, false))
        for (let shot = 0; shot < 5; shot += 1)
          ids.push(picture(at + (shot + 1) * 25_000, person, ip, shot === 4 ? 'FileAccessed' : 'FileUploaded'))
      }
    })
    return { records: log.records(), ids }
  },
})
