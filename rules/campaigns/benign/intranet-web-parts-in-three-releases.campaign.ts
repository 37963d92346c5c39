// A developer brings five web parts into the intranet in three releases, and the administrator approves their permissions.
import { benignWork } from '../campaign.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { approveAccess, uploadPackage, webPartClient } from '../microsoft-web-parts.ts'

const releases = [
  { after: 1, packages: ['colleague-search', 'birthdays'], adds: 'User.ReadBasic.All Presence.Read.All' },
  { after: 15, packages: ['my-meetings'], adds: 'Calendars.Read' },
  { after: 29, packages: ['my-tasks', 'team-files'], adds: 'Tasks.Read Sites.Read.All' },
]

export default benignWork({
  title: 'Five web parts come into a new intranet in three releases, and use meetings, tasks and sites of each visitor',
  sources: [
    'https://learn.microsoft.com/en-us/sharepoint/dev/spfx/use-aadhttpclient',
    'https://devblogs.microsoft.com/microsoft365dev/changes-on-sharepoint-framework-spfx-permission-grants-in-microsoft-entra-id/',
  ],
  resembles: 'The administrator grants wide scopes to one client for everybody, without a consent screen, three times.',
  accounts: 24,
  days: 122,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'pellworm-stadt', {
      feeds: 'audit',
      from: '2025-05-05',
      days: 77,
      after: 45,
      records: 600,
      people: 24,
    })
    const { admin, developer, graph, sharepoint } = tenant
    const client = webPartClient(log)
    const ids: string[] = []
    let scopes = ''
    for (const release of releases) {
      const at = start + release.after * day + 9 * hour + random.integer(0, 80) * minute
      release.packages.forEach((name, i) => {
        ids.push(uploadPackage(log, at + i * 6 * minute, developer, `${name}.sppkg`))
        // Repairs in the days after the release.
        ids.push(
          uploadPackage(log, at + (2 + i) * day + 5 * hour, developer, `${name}.sppkg`, { again: true }),
          uploadPackage(log, at + (6 + i) * day + 3 * hour, developer, `${name}.sppkg`, { again: true }),
        )
      })
      ids.push(
        signInAudit(log, at + 40 * minute, { person: admin, client: sharepoint, resource: sharepoint, ip: admin.ip }),
      )
      // The page has one request for each scope, and each approval writes the grant again.
      release.adds.split(' ').forEach((scope, i) => {
        const next = scopes === '' ? scope : `${scopes} ${scope}`
        ids.push(approveAccess(log, at + (44 + i * 2) * minute, admin, { client, before: scopes, scopes: next }))
        scopes = next
      })
      ids.push(
        ...routine(log, start + (release.after + 1) * day, 13, 60, (when) => {
          const visitor = random.pick(tenant.people)
          const id = signInAudit(log, when, { person: visitor, client, resource: graph, ip: visitor.ip })
          ids.push(id)
          return id
        }),
      )
    }
    return { records: log.records(), ids: [...new Set(ids)] }
  },
})
