// The stolen secret of a supplier portal invites two strangers as guests and puts them into the treasury groups.
import { attackCampaign } from '../campaign.ts'
import { inviteRoles, invites, joins, portalLook, redeems } from '../microsoft-app-invites.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditAppRole, auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { visitorSignIn } from '../microsoft-managed.ts'
import { networks } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { guest } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const webClient = { name: 'SharePoint Online Web Client Extensibility', appId: '08e18876-6177-487e-b8b5-cf950c1e598c' }

export default attackCampaign({
  title: 'Stolen secret of a supplier portal invites two strangers into the treasury groups',
  sources: [
    'https://thecloud.events/events/azure-invite-external-user',
    'https://servtep.github.io/MCADDF/06_Evasion/EVADE-VALID-002_Guest_Bypass.html',
    'https://graphlattice-corp.pages.dev/blog/2026-06-07-they-are-signing-in-as-an-app-not-a-user',
  ],
  facts: [
    'An invited guest is a second identity that survives when passwords and secrets change.',
    'An application signs in with its own secret, without a second factor and without a person.',
    'Here the secret of the portal works from a hosting network for the first time.',
    'The portal maps the groups, invites two addresses of a free mail provider, and makes them members of treasury groups.',
    'The secret is replaced after two days; the guests still download treasury files.',
  ],
  build: (random) => {
    const stage = scene(random, 'halvorsen-marine', {
      feeds: 'both',
      from: '2026-02-02',
      days: 84,
      after: 12,
      people: 18,
    })
    const { log, tenant, start, quiet } = stage
    const portal = makeApp(random, 'Supplier Onboarding Portal', tenant.id, {
      ip: '198.51.100.62',
      agent: 'supplier-portal/3.4 (+dotnet)',
    })
    const begin = start - 80 * day
    for (const role of [inviteRoles.invite, inviteRoles.members])
      auditAppRole(log, begin, tenant.admin, portal, tenant.graph, role)
    const suppliers = { id: random.uuid(), name: 'Suppliers' }
    routine(log, begin, 78, 90, (at) => {
      appSignIn(log, at, { app: portal, resource: tenant.graph })
      return portalLook(log, at, portal)
    })
    // A new supplier every other week.
    const known = ['ropeworks', 'paintyard', 'northcrane', 'saltbay', 'pumpline'].map((firm, i) => ({
      at: begin + (4 + i * 14) * day + 10 * hour,
      guest: guest(log, 'orders', `Orders ${firm}`, `${firm}.example`, '203.0.113.140'),
      mail: `orders@${firm}.example`,
    }))
    for (const one of known) {
      const wanted = { app: portal, ip: portal.ip, agent: portal.agent, tokenId: token(log), ...one }
      appSignIn(log, one.at - minute, { app: portal, resource: tenant.graph, tokenId: wanted.tokenId })
      invites(log, one.at, wanted)
      joins(log, one.at + minute, wanted, suppliers)
      redeems(log, one.at + 3 * hour, one.guest, one.mail, '203.0.113.140')
    }
    const foreign = '192.0.2.91'
    const agent = 'python-httpx/0.28.1'
    const at = start + 4 * hour
    const tokenId = token(log)
    const entered = appSignIn(log, at, { app: portal, resource: tenant.graph, ip: foreign, tokenId })
    const mapped = ['treasury', 'board', 'finance', 'payments'].map((word, i) =>
      graphCall(log, at + minute + i * 7000, {
        client: portal,
        ip: foreign,
        agent,
        tokenId,
        permissions: 'User.Invite.All GroupMember.ReadWrite.All',
        uri: `/groups?$search="displayName:${word}"&$select=id,displayName`,
      }),
    )
    const groups = ['Treasury', 'Treasury bank files'].map((name) => ({ id: random.uuid(), name }))
    const strangers = ['k.lund', 'audit.desk'].map((local, i) => ({
      guest: guest(log, local, i === 0 ? 'K. Lund' : 'Audit desk', 'freepost.example', foreign),
      mail: `${local}@freepost.example`,
    }))
    const invited = strangers.flatMap((one, i) => {
      const wanted = { app: portal, ip: foreign, agent, tokenId, ...one }
      const moment = at + (4 + i * 2) * minute
      return [
        ...invites(log, moment, wanted),
        ...groups.flatMap((group, k) => joins(log, moment + (20 + k * 6) * 1000, wanted, group)),
        redeems(log, moment + 11 * minute, one.guest, one.mail, foreign),
      ]
    })
    const keys = [{ id: portal.keyId, name: 'portal' }]
    auditKeys(log, start + 2 * day + 9 * hour, tenant.developer, portal, keys, [
      { id: random.uuid(), name: 'portal-2' },
    ])
    const visits = strangers.flatMap((one, i) => {
      const moment = start + (3 + i) * day + 22 * hour
      visitorSignIn(log, moment, {
        person: one.guest,
        homeTenant: random.uuid(),
        client: firstParty.officeHome,
        resource: tenant.sharepoint,
        ip: foreign,
        network: networks.hostingBucharest,
      })
      return repeat(random, moment + 3 * minute, 55, 12_000, (when, k) =>
        file(log, when, {
          person: one.guest,
          client: webClient,
          ip: foreign,
          agent: one.guest.agent,
          operation: 'FileDownloaded',
          site: 'treasury',
          file: `bank-run-${100 + i * 55 + k}.xlsx`,
        }),
      )
    })
    return {
      records: log.records(),
      firstHostile: entered,
      dataLeft: visits,
      required: [
        {
          act: 'secret of the portal works from a network that it never used',
          ids: [entered, ...mapped, ...invited],
          minimum: 'medium',
        },
        { act: 'portal puts guests that it has just invited into treasury groups', ids: invited, minimum: 'medium' },
        { act: 'the new guests download treasury files in bulk from a hosting network', ids: visits, minimum: 'low' },
      ],
      quiet,
    }
  },
})
