// The tool GraphRunner with the token of an engineer: groups that she may change, an invited guest, and a group for the guest.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { betaCall } from '../microsoft-device-keys.ts'
import { auditMember } from '../microsoft-directory.ts'
import { token } from '../microsoft-entra-signin.ts'
import { inviteGuest } from '../microsoft-governance.ts'
import { graphCall } from '../microsoft-graph.ts'
import { visitorSignIn } from '../microsoft-managed.ts'
import { networks, placed } from '../microsoft-places.ts'
import { scene } from '../microsoft-scene.ts'
import { guest } from '../microsoft-staff.ts'
import { transferredSignIn } from '../microsoft-sync.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const permissions =
  'AuditLog.Read.All Directory.AccessAsUser.All Files.ReadWrite.All Group.ReadWrite.All User.ReadWrite'

export default attackCampaign({
  title:
    'A token from a device code finds the groups that an engineer may change, invites a guest, and puts the guest into one',
  sources: [
    'https://www.blackhillsinfosec.com/introducing-graphrunner/',
    'https://www.invictus-ir.com/news/a-defenders-guide-to-graphrunner-part-i',
    'https://www.invictus-ir.com/news/a-defenders-guide-to-graphrunner-part-ii',
  ],
  facts: [
    'The tool obtains a token of Microsoft Office with a device code.',
    'It asks Graph for each group whether the user may change its members.',
    'It invites a guest, who keeps access after the token ends.',
    'It searches SharePoint and OneDrive for words, and downloads the files that it finds.',
  ],
  build: (random) => {
    const stage = scene(random, 'karst-bridges', {
      feeds: 'entra',
      from: '2025-03-03',
      days: 71,
      records: 460,
      after: 14,
    })
    const { log, tenant, start, person } = stage
    const engineer = person(6)
    const ip = '192.0.2.160'
    const agent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/103.0.5060.134 Safari/537.36'
    const client = firstParty.office
    const session = random.uuid()
    const tokenId = token(log)
    const code = start + 9 * hour + 48 * minute
    const shared = { person: engineer, client, resource: tenant.graph, session, protocol: 'deviceCode' }
    const confirmed = transferredSignIn(log, code, 'deviceCodeFlow', { ...shared, ip: engineer.ip })
    const received = placed(log, code + 6000, networks.hostingBucharest, (side) =>
      transferredSignIn(side, code + 6000, 'deviceCodeFlow', { ...shared, ip, agent, interactive: false, tokenId }),
    )
    const base = { client, person: engineer, ip, permissions, agent, tokenId }
    const listed = [
      graphCall(log, code + 3 * minute, { ...base, uri: '/groups?$top=999', size: 260_000 }),
      ...Array.from({ length: 90 }, (_, i) =>
        betaCall(log, code + 4 * minute + i * 1100, {
          ...base,
          method: 'POST',
          uri: '/roleManagement/directory/estimateAccess',
          size: 700,
        }),
      ),
    ]
    const files = Array.from({ length: 26 }, (_, i) => {
      const at = code + 20 * minute + i * 40_000
      return i % 5 === 0
        ? graphCall(log, at, { ...base, method: 'POST', uri: '/search/query', size: 48_000 })
        : graphCall(log, at, {
            ...base,
            uri: `/drives/b!${random.uuid().replaceAll('-', '')}/items/01${random.digits(16)}/content`,
            status: 302,
            size: 900,
          })
    })
    const visitor = guest(log, 'n.varga', 'Nora Varga', 'karst-consult.example', '192.0.2.161')
    const invited = code + 47 * minute
    const invitation = graphCall(log, invited - 500, { ...base, method: 'POST', status: 201, uri: '/invitations' })
    const audits = inviteGuest(log, invited, engineer, visitor, 'n.varga@karst-consult.example', ip)
    const group = { id: random.uuid(), name: 'Bridge Tender Documents' }
    const joined = invited + 4 * minute
    const posted = graphCall(log, joined - 400, {
      ...base,
      method: 'POST',
      status: 204,
      uri: `/groups/${group.id}/members/$ref`,
    })
    const member = auditMember(log, joined, engineer, group, visitor, { ip, agent })
    const homeTenant = random.uuid()
    for (const later of [1, 3, 6])
      visitorSignIn(log, start + later * day + 21 * hour, {
        person: visitor,
        homeTenant,
        client: firstParty.officeHome,
        resource: tenant.sharepoint,
        ip: visitor.ip,
        network: networks.hostingBucharest,
      })
    return {
      records: log.records(),
      firstHostile: confirmed,
      dataLeft: files,
      required: [
        {
          act: 'A device code gives a token of Microsoft Office to a machine in hosting',
          ids: [confirmed, received],
          minimum: 'medium',
        },
        { act: 'The token asks for 90 groups whether the engineer may change them', ids: listed, minimum: 'medium' },
        { act: 'The token searches and downloads files from hosting', ids: files, minimum: 'medium' },
        {
          act: 'The token invites a guest and puts the guest into a group',
          ids: [invitation, ...audits.slice(0, 2), posted, member],
          minimum: 'medium',
        },
      ],
      quiet: stage.quiet,
    }
  },
})
