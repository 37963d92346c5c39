import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditOwner, auditRole } from '../microsoft-directory.ts'
import { auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const agentAdministrator = { id: 'db506228-d27e-4b7d-95e5-295956d6615f', name: 'Agent ID Administrator' }

export default attackCampaign({
  title: 'Agent ID Administrator: a role for AI agents makes itself owner of the backup application',
  sources: [
    'https://www.silverfort.com/blog/agent-id-administrator-scope-overreach-service-principal-takeover-in-entra-id/',
    'https://redhound.us/blog/entra-agent-id-administrator-service-principal-takeover.html',
  ],
  facts: [
    'The role was made for identities of AI agents, but could change owners of every service principal.',
    'An account that holds only this role makes itself owner of a principal that is no agent.',
    'As owner it adds a credential and signs in as that principal.',
    'The permissions of the principal, not those of the account, decide what can be taken.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'alderquay', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-01-05',
      days: 80,
      records: 260,
    })
    const holder = person(8)
    const given = start - 24 * day + 10 * hour
    auditRole(log, given, tenant.admin, agentAdministrator, holder)
    auditRegister(log, given + 2 * hour, holder, makeApp(random, 'Travel Desk Agent', tenant.id))

    const ip = '192.0.2.64'
    const at = start + 7 * hour + 50 * minute
    const agent = 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-US) PowerShell/7.5.1'
    const tokenId = random.uuid().replaceAll('-', '').slice(0, 22)
    const entry = userSignIn(log, at, {
      person: holder,
      client: firstParty.graphTools,
      resource: tenant.graph,
      ip,
      agent,
      tokenId,
    })
    const { backup } = tenant
    const call = (moment: number, uri: string, method: string, status: number) =>
      graphCall(log, moment, {
        client: firstParty.graphTools,
        person: holder,
        ip,
        uri,
        method,
        status,
        permissions: 'AgentIdentity.ReadWrite.All Application.ReadWrite.All Directory.Read.All User.Read',
        agent,
        tokenId,
        wids: `${agentAdministrator.id} b79fbf4d-3ef9-4689-8143-76b194e85509`,
      })
    call(at + 2 * minute, '/servicePrincipals?$top=999&$expand=appRoleAssignments', 'GET', 200)
    const owning = [
      call(at + 9 * minute, `/servicePrincipals/${backup.spId}/owners/$ref`, 'POST', 204),
      auditOwner(log, at + 9 * minute + 500, holder, backup, holder, { ip, agent }),
    ]
    const old = [{ id: backup.keyId, name: 'production' }]
    const key = { id: random.uuid(), name: 'rotate' }
    const keyed = [
      call(at + 12 * minute, `/servicePrincipals/${backup.spId}/addPassword`, 'POST', 200),
      auditKeys(log, at + 12 * minute + 500, holder, backup, old, [...old, key], { onPrincipal: true, ip }),
    ]
    const later = at + 50 * minute
    const appToken = random.uuid().replaceAll('-', '').slice(0, 22)
    const first = appSignIn(log, later, {
      app: backup,
      resource: tenant.graph,
      ip: '192.0.2.65',
      keyId: key.id,
      tokenId: appToken,
    })
    const taken = tenant.people.slice(0, 9).flatMap((owner, i) =>
      repeat(random, later + (3 + i * 6) * minute, 5, 25_000, (moment, n) =>
        graphCall(log, moment, {
          client: backup,
          ip: '192.0.2.65',
          uri:
            n < 3
              ? `/users/${owner.oid}/messages?$top=500&$skip=${n * 500}`
              : `/users/${owner.oid}/drive/root/children?$top=200`,
          permissions: 'Files.Read.All Mail.Read Sites.Read.All',
          agent: 'python-httpx/0.28.1',
          size: 1_900_000,
          tokenId: appToken,
        }),
      ),
    )
    return {
      records: log.records(),
      firstHostile: entry,
      dataLeft: taken,
      required: [
        { act: 'An account makes itself owner of an old service principal', ids: owning, minimum: 'medium' },
        { act: 'The new owner adds a credential to it', ids: keyed, minimum: 'medium' },
        { act: 'The new credential is used from an unknown network', ids: [first], minimum: 'medium' },
        { act: 'The application reads mail and files of many people from there', ids: taken, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
