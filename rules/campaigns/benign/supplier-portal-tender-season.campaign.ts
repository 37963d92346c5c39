// The supplier portal invites the bidders of the yearly tender, and puts them into the groups of the tender.
import { benignWork } from '../campaign.ts'
import { inviteRoles, invites, joins, portalLook, redeems } from '../microsoft-app-invites.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditAppRole } from '../microsoft-entra-apps.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { visitorSignIn } from '../microsoft-managed.ts'
import { networks } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { guest } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const webClient = { name: 'SharePoint Online Web Client Extensibility', appId: '08e18876-6177-487e-b8b5-cf950c1e598c' }

export default benignWork({
  title: 'Supplier portal invites 26 bidders of the yearly tender and gives them the tender files',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/invitation-post',
    'https://thecloud.events/events/azure-invite-external-user',
  ],
  resembles:
    'An application invites many outsiders in two days, puts them into new groups, and the guests download files from abroad.',
  accounts: 26,
  days: 6,
  allowed: 'low',
  build: (random) => {
    const stage = scene(random, 'marlowe-rail', { feeds: 'both', from: '2026-02-09', days: 84, people: 18 })
    const { log, tenant, start } = stage
    const portal = makeApp(random, 'Bidder Portal', tenant.id, {
      ip: '198.51.100.63',
      agent: 'bidder-portal/2.1 (+java)',
    })
    const begin = start - 80 * day
    for (const role of [inviteRoles.invite, inviteRoles.members])
      auditAppRole(log, begin, tenant.admin, portal, tenant.graph, role)
    routine(log, begin, 78, 110, (at) => {
      appSignIn(log, at, { app: portal, resource: tenant.graph })
      return portalLook(log, at, portal)
    })
    const ids: string[] = []
    const bidder = (at: number, number: number, group: { readonly id: string; readonly name: string }) => {
      const firm = `bidder${number}`
      const mail = `offers@${firm}.example`
      const ip = `203.0.113.${150 + (number % 40)}`
      const who = guest(log, 'offers', `Offers ${firm}`, `${firm}.example`, ip)
      const tokenId = token(log)
      const wanted = { app: portal, ip: portal.ip, agent: portal.agent, tokenId, guest: who, mail }
      ids.push(
        appSignIn(log, at, { app: portal, resource: tenant.graph, tokenId }),
        ...invites(log, at + 5000, wanted),
        ...joins(log, at + 25_000, wanted, group),
        redeems(log, at + random.integer(1, 20) * hour, who, mail, ip),
      )
      return who
    }
    const standing = { id: random.uuid(), name: 'Bidders' }
    for (const week of [1, 3, 5, 8, 10]) bidder(begin + week * 7 * day + 11 * hour, week, standing)
    const lots = ['Tender 2026 lot A', 'Tender 2026 lot B'].map((name) => ({ id: random.uuid(), name }))
    const places = [networks.vendorDublin, networks.mobileUtrecht, networks.hostingFrankfurt]
    for (let i = 0; i < 26; i += 1) {
      const at = start + (i < 15 ? 0 : day) + 8 * hour + (i % 15) * 22 * minute
      const who = bidder(at, 20 + i, lots[i % 2] ?? standing)
      const visit = at + 2 * day + random.integer(0, 300) * minute
      ids.push(
        visitorSignIn(log, visit, {
          person: who,
          homeTenant: random.uuid(),
          client: firstParty.officeHome,
          resource: tenant.sharepoint,
          ip: who.ip,
          network: places[i % places.length] ?? networks.vendorDublin,
        }),
        ...Array.from({ length: 9 }, (_, k) =>
          file(log, visit + 2 * minute + k * 15_000, {
            person: who,
            client: webClient,
            ip: who.ip,
            agent: who.agent,
            operation: 'FileDownloaded',
            site: 'tender-2026',
            file: `specification-${k + 1}.pdf`,
          }),
        ),
      )
    }
    return { records: log.records(), ids }
  },
})
