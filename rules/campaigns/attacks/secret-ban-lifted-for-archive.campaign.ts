// Secrets are forbidden; a stolen administrator lifts the ban for one application, adds a secret, and restores the ban.
import { attackCampaign } from '../campaign.ts'
import { addPolicy, assignPolicy, makePolicy, refusedKey } from '../microsoft-app-policies.ts'
import { provenCall } from '../microsoft-client-kinds.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { networks, placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title:
    'The ban on secrets is lifted for one archive application for a quarter of an hour, and its new secret is used days later',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-app-management-policies',
    'https://learn.microsoft.com/en-us/graph/api/resources/applicationauthenticationmethodpolicy',
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
  ],
  facts: [
    'Application management policies can forbid new secrets for all applications of a tenant.',
    'A policy that is assigned to one application or service principal wins over the policy of the tenant.',
    'Attackers add credentials to applications that already have permissions.',
    'A secret that was added during an exception keeps working after the exception ends.',
    'The intruder comes from a mobile network in the country, and the application later calls from a rented server.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'osterhaven', {
      feeds: 'entra',
      from: '2026-01-05',
      days: 120,
      after: 28,
      records: 460,
    })
    const { admin, graph } = tenant
    const from = start - 120 * day
    const permissions = 'Files.Read.All Sites.Read.All'
    const archive = makeApp(random, 'Records Archive', tenant.id, { ip: '198.51.100.64', agent: 'records-archive/6.3' })
    const certificate = { id: archive.keyId, name: 'CN=records-archive', type: 'AsymmetricX509Cert' as const }
    const ban = makePolicy(log, 'No new secrets')
    addPolicy(log, from + day + 10 * hour, admin, ban, 'enabled')
    const call = (at: number, uri: string, size: number, tokenId: string) =>
      provenCall(log, at, '2', {
        client: archive,
        ip: archive.ip,
        uri,
        permissions,
        agent: archive.agent,
        size,
        tokenId,
      })
    const archives = routine(log, from, 140, 130, (at) => {
      const tokenId = token(log)
      appSignIn(log, at, { app: archive, resource: graph, kind: 'clientAssertion', tokenId })
      return call(at + 4000, `/sites/${random.uuid()}/drive/root/delta`, 21_000, tokenId)
    })

    const phone = '203.0.113.231'
    const begin = start + 2 * day + 6 * hour + 48 * minute
    const arrived = placed(log, begin, networks.mobileUtrecht, (side) =>
      userSignIn(side, begin, {
        person: admin,
        client: firstParty.azurePortal,
        resource: graph,
        ip: phone,
        interactive: false,
      }),
    )
    const key = { id: random.uuid(), name: 'sync' }
    refusedKey(log, begin + 5 * minute, admin, archive, [certificate], key, phone)
    const exception = makePolicy(log, 'Vendor exception 3')
    const lifted = [
      addPolicy(log, begin + 12 * minute, admin, exception, 'disabled', phone),
      assignPolicy(log, begin + 14 * minute, admin, exception, archive, true, phone),
    ]
    const added = auditKeys(log, begin + 17 * minute, admin, archive, [certificate], [certificate, key], {
      onPrincipal: true,
      ip: phone,
    })
    assignPolicy(log, begin + 27 * minute, admin, exception, archive, false, phone)

    const server = '192.0.2.120'
    const agent = 'Go-http-client/2.0'
    const signIns: string[] = []
    const files: string[] = []
    for (const night of [11, 14, 15, 19]) {
      const at = start + night * day + (1 + (night % 3)) * hour + random.integer(0, 40) * minute
      const tokenId = token(log)
      signIns.push(
        placed(log, at, networks.hostingHelsinki, (side) =>
          appSignIn(side, at, { app: archive, resource: graph, ip: server, keyId: key.id, tokenId }),
        ),
      )
      const shared = { client: archive, ip: server, permissions, agent, tokenId }
      const site = random.uuid()
      provenCall(log, at + 8000, '1', { ...shared, uri: '/sites?search=*', size: 96_000 })
      files.push(
        ...repeat(random, at + 20_000, 45, 35_000, (when) =>
          provenCall(log, when, '1', {
            ...shared,
            uri: `/sites/${site}/drive/items/01${random.uuid().replaceAll('-', '').toUpperCase()}/content`,
            status: 302,
            size: random.integer(600, 1400),
          }),
        ),
      )
    }

    return {
      records: log.records(),
      firstHostile: arrived,
      dataLeft: files,
      required: [
        { act: 'The ban on secrets is lifted for one application', ids: lifted, minimum: 'medium' },
        { act: 'The application that had a certificate alone gets a secret', ids: [added], minimum: 'medium' },
        { act: 'The new secret is used from a rented server', ids: signIns, minimum: 'high' },
        { act: 'Files leave with the new secret from that server', ids: files, minimum: 'medium' },
      ],
      quiet: [...quiet, ...archives],
    }
  },
})
