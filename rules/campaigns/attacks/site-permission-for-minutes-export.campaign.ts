import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { graphCall } from '../microsoft-graph.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A known application gets three more SharePoint sites without a consent, and copies them with delta queries',
  sources: [
    'https://chuvash.eu/2021/sites-selected-and-governance',
    'https://graphlattice-corp.pages.dev/blog/2026-06-07-the-whole-sharepoint-left-through-graph',
    'https://imrizwan.com/blog/microsoft-graph-sites-selected-granular-sharepoint-permissions-2026',
  ],
  facts: [
    'The permission Sites.Selected gives no site; each site is opened with a call of Microsoft Graph.',
    'That call writes no consent and no grant of Entra; only Graph activity shows it.',
    'Nothing in the site and no list of the tenant shows which applications may read it.',
    'An attacker with the session of an administrator opens sites for an application whose key he holds.',
    'The documents leave through the interface that applications use all day, a few at a time.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'basalt-council', {
      feeds: 'entra',
      from: '2026-06-01',
      days: 56,
      after: 40,
      people: 20,
      records: 1000,
    })
    const { admin, graph } = tenant
    const site = () => `${tenant.domain.split('.')[0]}.sharepoint.com,${random.uuid()},${random.uuid()}`
    const minutes = makeApp(random, 'Minutes Export', tenant.id, { ip: '198.51.100.74', agent: 'minutes-export/1.4' })
    const ownSite = site()
    const app = { client: minutes, permissions: 'Sites.Selected' }
    const usual = routine(log, start - 56 * day, 94, 150, (at) =>
      graphCall(log, at, {
        ...app,
        ip: minutes.ip,
        agent: minutes.agent,
        uri: `/sites/${ownSite}/drive/root/delta?token=${random.digits(12)}`,
        size: random.integer(1_200, 8_000),
      }),
    )
    const tools = {
      client: firstParty.graphTools,
      person: admin,
      ip: '192.0.2.119',
      permissions: 'Sites.FullControl.All User.Read',
      agent: 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-US) PowerShell/7.5.2',
      wids: '62e90394-69f5-4237-9190-012177145e10',
    }
    const first = start + 2 * day + 14 * hour
    const looked = graphCall(log, first, { ...tools, uri: '/sites?search=*', size: 46_200 })
    const sites = [site(), site(), site()]
    const opened = sites.map((id, i) =>
      graphCall(log, first + (i === 2 ? 5 * day : 0) + (4 + i * 3) * minute, {
        ...tools,
        uri: `/sites/${id}/permissions`,
        method: 'POST',
        status: 201,
      }),
    )
    const copied: string[] = []
    // On working days, at the hours at which the application always runs.
    for (let d = 0; d < 26; d += 1) {
      const at = first + (7 + d) * day - 3 * hour + random.integer(0, 150) * minute
      if ([0, 6].includes(new Date(at).getUTCDay())) continue
      const id = sites[d % 3] ?? ''
      const other = { ...app, ip: '192.0.2.203', agent: minutes.agent }
      copied.push(
        graphCall(log, at, { ...other, uri: `/sites/${id}/drive/root/delta`, size: random.integer(20_000, 60_000) }),
      )
      for (let i = 0; i < 5; i += 1) {
        const item = `01${random.uuid().replaceAll('-', '').slice(0, 30).toUpperCase()}`
        const uri = `/sites/${id}/drive/items/${item}/content`
        copied.push(graphCall(log, at + (1 + i) * 40_000, { ...other, uri, status: 302, size: 0 }))
      }
    }
    const kept = only(log.records(), [...quiet, ...usual], ['MicrosoftGraphActivityLogs'])
    return {
      records: kept.records,
      firstHostile: looked,
      dataLeft: copied,
      required: [
        {
          act: `From a foreign network an application gets permission for sites through ${graph.name}`,
          ids: [looked, ...opened],
          minimum: 'medium',
        },
        {
          act: 'The application reads the new sites from a network where it never ran',
          ids: copied,
          minimum: 'medium',
        },
      ],
      quiet: kept.ids,
    }
  },
})
