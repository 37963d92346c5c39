// An administrator account that was stolen adds a password to the approved archive, which then reads other mailboxes.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A second password on an approved application, then app-only reading of mailboxes',
  sources: [
    'https://explore.ontolocy.com/intel/threat-reports/20250305-microsoft-threat-intelligence-silk-typhoon-targeting-it-supply-chain/',
    'https://www.microsoft.com/en-us/security/blog/2025/03/05/silk-typhoon-targeting-it-supply-chain/',
    'https://thenewsintel.com/china-hackers-behind-us-treasury-breach-caught-by-microsoft-targeting-it-supply-chain',
  ],
  facts: [
    'Silk Typhoon misuses service principals and OAuth applications to take mail and files through Microsoft Graph.',
    'The group takes over an application that the tenant approved already.',
    'The group adds its own password to that application.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'fernholt', {
      feeds: 'entra',
      from: '2025-03-03',
      days: 98,
      after: 7,
      records: 400,
    })
    const archive = makeApp(random, 'Mail Archive Connector', tenant.id, {
      ip: '203.0.113.12',
      agent: 'MailArchive/6.4',
    })
    const permissions = 'Mail.Read'
    const shared = [person(3), person(4)]
    const first = start - 98 * day
    const own = routine(log, first, 98, 70, (at) => {
      appSignIn(log, at - 40_000, { app: archive, resource: tenant.graph })
      const uri = `/users/${random.pick(shared).oid}/mailFolders/inbox/messages/delta`
      return graphCall(log, at, { client: archive, ip: archive.ip, uri, permissions, agent: archive.agent })
    })
    const ip = '192.0.2.45'
    const { admin } = tenant
    const at = start + 2 * day + hour
    const taken = userSignIn(log, at, { person: admin, client: firstParty.azurePortal, resource: tenant.graph, ip })
    const before = { id: archive.keyId, name: 'archive-2025' }
    const added = { id: random.uuid(), name: 'archive' }
    const key = auditKeys(log, at + 9 * minute, admin, archive, [before], [before, added], { ip })
    const uses: string[] = []
    const reads: string[] = []
    for (let i = 0; i < 4; i += 1) {
      const moment = at + (i * 26 + 3) * hour
      const owner = person(6 + i)
      const tokenId = token(log)
      uses.push(appSignIn(log, moment, { app: archive, resource: tenant.graph, ip, keyId: added.id, tokenId }))
      reads.push(
        ...repeat(random, moment + minute, 5, 30_000, (when, n) =>
          graphCall(log, when, {
            client: archive,
            ip,
            uri:
              n === 0
                ? `/users/${owner.oid}/messages?$top=50&$search="contract"`
                : `/users/${owner.oid}/messages/${random.uuid().replaceAll('-', '')}`,
            permissions,
            agent: 'python-requests/2.31.0',
            size: random.integer(20_000, 180_000),
            tokenId,
          }),
        ),
      )
    }
    return {
      records: log.records(),
      firstHostile: taken,
      dataLeft: reads,
      required: [
        { act: 'a second password for an application that reads all mail', ids: [key], minimum: 'medium' },
        { act: 'the application signs in with the new password from a new network', ids: uses, minimum: 'high' },
        { act: 'the application reads mailboxes from the new network', ids: reads, minimum: 'high' },
      ],
      quiet: [...quiet, ...own.slice(0, 10)],
    }
  },
})
