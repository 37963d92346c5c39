// The subject of a trusted build pipeline points to a foreign repository for some minutes, and then back.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { buildIssuer, federatedTrust } from '../microsoft-federated.ts'
import { graphCall } from '../microsoft-graph.ts'
import { mailRead } from '../microsoft-mail.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'The trust of a build pipeline points to a foreign repository for half an hour, and then back',
  sources: [
    'https://www.trackr.live/?p=1229',
    'https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation-create-trust',
  ],
  facts: [
    'A federated credential trusts an issuer and a subject; no secret and no certificate is stored.',
    'Tokens of each repository of the build service have the same issuer; only the subject tells the repository.',
    'An owner of the application can change the subject.',
    'Who can write the trust has all permissions of the application, and no notice of an expiring secret appears.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'brackwater', {
      feeds: 'both',
      from: '2025-06-02',
      days: 84,
      after: 40,
      people: 18,
      records: 420,
    })
    const { developer, graph } = tenant
    const courier = makeApp(random, 'Release Courier', tenant.id, { agent: 'azure-sdk-for-js' })
    const archive = makeApp(random, 'Records Vault', tenant.id, { ip: '203.0.113.44', agent: 'RecordsVault/5.0' })
    const own = {
      id: courier.keyId,
      name: 'production',
      issuer: buildIssuer,
      subject: 'repo:brackwater/tenant-config:environment:production',
    }
    const foreign = { ...own, subject: 'repo:mossfen-labs/runner-sandbox:ref:refs/heads/main' }
    const runner = () => `203.0.113.${random.integer(120, 180)}`
    const trusted = { app: courier, resource: graph, kind: 'federatedIdentityCredential' } as const
    const runs = routine(log, start - 84 * day, 122, 90, (at) => {
      const [ip, tokenId] = [runner(), token(log)]
      const id = appSignIn(log, at, { ...trusted, ip, tokenId })
      const permissions = 'Application.ReadWrite.All Group.ReadWrite.All'
      graphCall(log, at + 9_000, {
        client: courier,
        ip,
        uri: '/groups?$top=100',
        permissions,
        agent: courier.agent,
        tokenId,
      })
      return id
    })
    const nights = routine(log, start - 84 * day, 122, 70, (at) =>
      appSignIn(log, at, { app: archive, resource: graph }),
    )

    const rented = '192.0.2.44'
    const begin = start + 2 * day + 17 * hour + 48 * minute
    const stolen = userSignIn(log, begin, {
      person: developer,
      client: firstParty.azureCli,
      resource: graph,
      ip: rented,
      agent: 'python-requests/2.32.3',
      interactive: false,
      incoming: 'refreshToken',
    })
    // Twice: to the foreign repository, one run, and back.
    const swaps: string[] = []
    for (const at of [begin + 3 * minute, begin + 23 * day]) {
      swaps.push(
        federatedTrust(log, at, 'audit', developer, courier, [own], [foreign], { agent: 'python-requests/2.32.3' }),
      )
      appSignIn(log, at + 6 * minute, { ...trusted, ip: runner() })
      swaps.push(federatedTrust(log, at + 34 * minute, 'audit', developer, courier, [foreign], [own]))
    }
    const key = { id: random.uuid(), name: 'rv-sync' }
    const old = { id: archive.keyId, name: 'vault 2024' }
    const armed = credential(log, begin + 11 * minute, courier, archive, [old], [old, key], true)

    const entries: string[] = []
    const reads: string[] = []
    for (const [i, n] of [3, 6, 11].entries()) {
      const owner = person(n)
      const at = start + (5 + i * 3) * day + 2 * hour + 15 * minute
      const tokenId = token(log)
      entries.push(appSignIn(log, at, { app: archive, resource: graph, ip: rented, keyId: key.id, tokenId }))
      reads.push(
        ...repeat(random, at + minute, 8, 3 * minute, (moment, k) =>
          graphCall(log, moment, {
            client: archive,
            ip: rented,
            uri: `/users/${owner.oid}/messages?$top=50&$skip=${k * 50}`,
            permissions: 'Mail.Read Files.Read.All',
            agent: 'python-requests/2.32.3',
            tokenId,
            size: 48_000,
          }),
        ),
      )
      const access = { owner, client: archive, appOnly: archive, ip: rented, tokenId }
      reads.push(mailRead(log, at + 20 * minute, access, random.integer(30, 60)))
    }

    return {
      records: log.records(),
      firstHostile: stolen,
      dataLeft: reads,
      required: [
        { act: 'The trust of a pipeline points to a repository of a stranger', ids: swaps, minimum: 'medium' },
        { act: 'The pipeline puts a secret on the archive application', ids: [armed], minimum: 'high' },
        { act: 'The new secret is used from a rented server', ids: entries, minimum: 'high' },
        { act: 'The archive application reads three mailboxes from there', ids: reads, minimum: 'high' },
      ],
      quiet: [...quiet, ...runs, ...nights],
    }
  },
})
