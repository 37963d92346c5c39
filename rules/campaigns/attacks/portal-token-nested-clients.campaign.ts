import { attackCampaign } from '../campaign.ts'
import { firstParty, oldDirectory } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const adUx = { name: 'ADIbizaUX', appId: '74658136-14ec-4630-ad9b-26e160ff0fc6' }
const registeredApps = { name: 'Microsoft_AAD_RegisteredApps', appId: '18ed3507-a475-4ccb-b669-d66bc9f2a36e' }
const wids = '62e90394-69f5-4237-9190-012177145e10'
const scopes = 'Application.ReadWrite.All AuditLog.Read.All Directory.AccessAsUser.All User.ReadWrite.All'

export default attackCampaign({
  title: 'The refresh token of the Azure portal gives tokens of its nested clients, and an old application gets a key',
  sources: [
    'https://specterops.io/blog/2025/10/15/naa-or-broci-let-me-explain',
    'https://www.netspi.com/?p=33562',
    'https://sapirxfed.com/2026/06/30/i-didnt-really-understand-foci-broci-until-now-kinda/',
  ],
  facts: [
    'Clients that run inside the Azure portal get their tokens through the portal, without consent and without a sign-in.',
    'Phishing gave the attacker one refresh token of the portal; it is exchanged for tokens of the nested clients.',
    'The nested clients have wide preapproved rights in Microsoft Graph.',
    'The second factor of the first sign-in is carried over, and policies were not applied to some of these clients.',
    'Added by the author: the attacker keeps the pace of a working administrator and the agent of a browser.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'heron-freight', {
      feeds: 'entra',
      from: '2026-03-02',
      days: 49,
      after: 24,
      people: 20,
      records: 800,
    })
    const { admin, graph } = tenant
    const archive = makeApp(random, 'Waybill Archive', tenant.id, { ip: '198.51.100.66' })
    // The administrator's own mornings in the portal.
    const own = routine(log, start - 49 * day, 70, 70, (at) => {
      const tokenId = token(log)
      const person = admin
      userSignIn(log, at - 3 * minute, { person, client: firstParty.azurePortal, resource: graph, ip: admin.ip })
      const client = random.pick([adUx, registeredApps])
      const id = userSignIn(log, at, { person, client, resource: graph, ip: admin.ip, interactive: false, tokenId })
      const uri = random.pick(['/users?$top=20', '/groups?$top=20', '/applications?$top=50'])
      graphCall(log, at + 2_000, {
        client,
        person,
        ip: admin.ip,
        uri,
        permissions: scopes,
        agent: admin.agent,
        tokenId,
        wids,
      })
      return id
    })
    const app = routine(log, start - 49 * day, 70, 40, (at) => appSignIn(log, at, { app: archive, resource: graph }))
    const proxy = '192.0.2.77'
    const session = random.uuid()
    const phished = userSignIn(log, start + 9 * hour + 12 * minute, {
      person: admin,
      client: firstParty.azurePortal,
      resource: { name: 'Windows Azure Service Management API', appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013' },
      ip: proxy,
      session,
    })
    const nested: string[] = []
    const uris = ['/me', '/directoryRoles?$expand=members', '/applications?$top=100', '/servicePrincipals?$top=100']
    for (let d = 0; d < 5; d += 1) {
      const at = start + d * day + 10 * hour + random.integer(0, 150) * minute
      const client = d % 2 === 0 ? adUx : registeredApps
      const resource = d === 2 ? oldDirectory : graph
      const tokenId = token(log)
      const with_ = { client, person: admin, ip: proxy }
      nested.push(
        userSignIn(log, at, { ...with_, resource, interactive: false, session, tokenId, incoming: 'refreshToken' }),
      )
      if (resource === graph)
        nested.push(
          graphCall(log, at + minute, {
            ...with_,
            uri: uris[d] ?? `/applications/${archive.objectId}`,
            permissions: scopes,
            agent: admin.agent,
            tokenId,
            wids,
          }),
        )
    }
    const key = { id: random.uuid(), name: 'rotation 2026' }
    const before = [{ id: archive.keyId, name: 'waybill' }]
    const added = auditKeys(log, start + 6 * day + 11 * hour, admin, archive, before, [...before, key], { ip: proxy })
    const used = [9, 13, 18].map((d) =>
      appSignIn(log, start + d * day + 12 * hour + random.integer(0, 60) * minute, {
        app: archive,
        resource: graph,
        ip: '192.0.2.141',
        keyId: key.id,
      }),
    )
    return {
      records: log.records(),
      firstHostile: phished,
      dataLeft: [],
      required: [
        {
          act: 'Nested clients of the portal get tokens from a foreign network',
          ids: [phished, ...nested],
          minimum: 'medium',
        },
        { act: 'An old application gets a second key from that network', ids: [added], minimum: 'medium' },
        { act: 'The application signs in elsewhere with the new key', ids: used, minimum: 'high' },
      ],
      quiet: [...quiet, ...own, ...app],
    }
  },
})
