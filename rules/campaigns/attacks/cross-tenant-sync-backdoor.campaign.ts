// The attacker makes his own tenant a synchronization partner, and comes back through it after the clean-up.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { guestSignIn, syncedUser, trustTenant } from '../microsoft-cross-tenant.ts'
import { auditRole } from '../microsoft-directory.ts'
import { account, audit } from '../microsoft-entra.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { outsider } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Cross-tenant synchronization as a way back, then a secret on an application that is years old',
  sources: [
    'https://cloudsecurityalliance.org/blog/2024/03/15/defend-against-azure-cross-tenant-synchronization-attacks',
    'https://www.xintra.org/blog/lateral-movement-entraid-cross-tenant-synchronization',
    'https://www.vectra.ai/blog/microsoft-cross-tenant-synchronization',
  ],
  facts: [
    'The attacker adds his tenant as a partner, redeems invitations automatically and permits inbound user synchronization.',
    'When the defenders lock the stolen account, he provisions another account from his tenant.',
    'The audit log has the categories CrossTenantAccessSettings and CrossTenantIdentitySyncSettings.',
    'CrowdStrike observed two attack paths with this feature: movement to a partner and a backdoor.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'vexford', {
      feeds: 'entra',
      from: '2025-10-06',
      days: 70,
      after: 21,
    })
    const { admin, helpdesk, hrSync, graph } = tenant
    const away = '192.0.2.41'
    const partner = { id: random.uuid(), name: 'Vexford Holding IT' }
    const night = start + 2 * hour + 11 * minute
    const firstHostile = userSignIn(log, night, {
      person: admin,
      client: firstParty.azurePortal,
      resource: graph,
      ip: away,
      incoming: 'none',
    })
    const trust = trustTenant(log, night + 6 * minute, admin, partner, away)
    const upn = `svc.directory_vexford-it.example#EXT#@${tenant.cloudDomain}`
    const guest = outsider(random, upn, 'Directory Service', admin, '192.0.2.66')
    syncedUser(log, night + 52 * minute, guest)
    const role = auditRole(
      log,
      night + 70 * minute,
      admin,
      { id: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', name: 'Application Administrator' },
      guest,
      { ip: away },
    )
    // The defenders find the stolen account and reset its password; the trust remains.
    audit(log, start + 3 * day + 10 * hour, {
      activity: 'Reset user password',
      category: 'UserManagement',
      by: helpdesk,
      targets: [account(admin)],
      details: { 'User-Agent': helpdesk.agent },
    })
    const back = start + 13 * day + 13 * hour + 24 * minute
    guestSignIn(log, back, guest, partner.id, firstParty.azurePortal)
    const keyId = random.uuid()
    const key = auditKeys(
      log,
      back + 9 * minute,
      guest,
      hrSync,
      [{ id: hrSync.keyId, name: 'hr-2024' }],
      [
        { id: hrSync.keyId, name: 'hr-2024' },
        { id: keyId, name: 'hr-2026' },
      ],
      { ip: guest.ip },
    )
    const tokenId = random.uuid().replaceAll('-', '').slice(0, 22)
    const used = appSignIn(log, back + 31 * minute, { app: hrSync, resource: graph, ip: guest.ip, keyId, tokenId })
    const reads = repeat(random, back + 33 * minute, 22, 2 * minute, (at, i) =>
      graphCall(log, at, {
        client: hrSync,
        ip: guest.ip,
        uri: i % 2 === 0 ? `/users?$top=999&$skiptoken=${i}` : '/groups?$expand=members',
        permissions: 'User.ReadWrite.All',
        agent: 'python-httpx/0.28.1',
        tokenId,
        size: 410_000,
      }),
    )
    return {
      records: log.records(),
      firstHostile,
      dataLeft: reads,
      required: [
        { act: 'a new tenant may synchronize accounts into the directory', ids: trust, minimum: 'medium' },
        { act: 'an account of the other tenant becomes Application Administrator', ids: [role], minimum: 'high' },
        { act: 'that account adds a secret to an old application', ids: [key], minimum: 'high' },
        { act: 'the new secret is used from a hosting network', ids: [used, ...reads], minimum: 'high' },
      ],
      quiet,
    }
  },
})
