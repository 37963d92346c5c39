// The SharePoint team takes wide permissions away: each application gets its own sites, and proves that it still works.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { graphCall } from '../microsoft-graph.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Six applications get fourteen single sites in place of all sites, and renew their subscriptions',
  sources: [
    'https://blog.binaryrepublik.com/2026/04/how-to-lock-down-sharepoint-access-with.html',
    'https://learn.microsoft.com/en-us/graph/change-notifications-overview',
  ],
  resembles:
    'An administrator opens many sites for applications in an afternoon, and the applications then read all of each site once.',
  accounts: 7,
  days: 21,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'fjord-insurers', {
      feeds: 'entra',
      from: '2026-05-11',
      days: 63,
      after: 22,
      people: 20,
      records: 1000,
    })
    const { admin } = tenant
    const label = tenant.domain.split('.')[0]
    const names = ['Claims Archive', 'Policy Printer', 'Scan Intake', 'Intranet Search', 'Tender Desk', 'Photo Store']
    const ids: string[] = []
    for (const [i, name] of names.entries()) {
      const app = makeApp(random, name, tenant.id, {
        ip: `198.51.100.${80 + i}`,
        agent: `${name.split(' ')[0]}/3.${i}`,
      })
      const call = (permissions: string) => ({ client: app, ip: app.ip, agent: app.agent, permissions })
      const sites = Array.from(
        { length: i < 2 ? 3 : 2 },
        () => `${label}.sharepoint.com,${random.uuid()},${random.uuid()}`,
      )
      const subscription = random.uuid()
      routine(log, start - 63 * day, 63, 40, (at) =>
        graphCall(log, at, { ...call('Sites.Read.All'), uri: `/sites/${random.pick(sites)}/drive/root/delta` }),
      )
      const afternoon = start + (i < 3 ? 1 : 8) * day + 13 * hour + i * 20 * minute
      for (const [s, id] of sites.entries()) {
        ids.push(
          graphCall(log, afternoon + s * 2 * minute, {
            client: firstParty.graphTools,
            person: admin,
            ip: admin.ip,
            uri: `/sites/${id}/permissions`,
            method: 'POST',
            status: 201,
            permissions: 'Sites.FullControl.All User.Read',
            agent: 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-US) PowerShell/7.5.2',
          }),
        )
        // The first run with the new permission reads the whole site, in pages.
        for (let page = 0; page < 9; page += 1)
          ids.push(
            graphCall(log, afternoon + 5 * hour + s * 30 * minute + page * 20_000, {
              ...call('Sites.Selected'),
              uri: `/sites/${id}/drive/root/delta${page === 0 ? '' : `?token=${random.digits(12)}`}`,
              size: random.integer(40_000, 160_000),
            }),
          )
      }
      // Notices of new files come through a subscription, which is renewed every two days.
      ids.push(
        graphCall(log, afternoon + 6 * hour, {
          ...call('Sites.Selected'),
          uri: '/subscriptions',
          method: 'POST',
          status: 201,
        }),
      )
      for (let d = 2; d < 12; d += 2)
        ids.push(
          graphCall(log, afternoon + d * day + 6 * hour, {
            ...call('Sites.Selected'),
            uri: `/subscriptions/${subscription}`,
            method: 'PATCH',
          }),
          graphCall(log, afternoon + d * day + 7 * hour, {
            ...call('Sites.Selected'),
            uri: `/sites/${random.pick(sites)}/drive/root/delta?token=${random.digits(12)}`,
          }),
        )
    }
    const kept = only(log.records(), ids, ['MicrosoftGraphActivityLogs'])
    return { records: kept.records, ids: kept.ids }
  },
})
