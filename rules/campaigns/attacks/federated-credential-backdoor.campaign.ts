import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { audit, registration } from '../microsoft-entra.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { hour, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Trust in a foreign token issuer is put on a trusted application; no secret is needed',
  sources: ['https://dirkjanm.io/persisting-with-federated-credentials-entra-apps-managed-identities'],
  facts: [
    'An application can trust another identity provider instead of a secret or a certificate.',
    'Someone who may change the registration adds a provider of his own, which he runs on a small web host.',
    'From then on he signs in as the application with tokens that he issues himself; changing secrets does not end it.',
    'The change shows as an update of the application, not as a change of its keys.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'dunmarsh', {
      feeds: 'entra',
      from: '2026-03-09',
      days: 80,
      records: 450,
      people: 15,
    })
    const { backup, graph, developer } = tenant
    const foreign = '192.0.2.96'
    const at = start + 22 * hour
    const entered = userSignIn(log, at, {
      person: developer,
      client: firstParty.azurePortal,
      resource: graph,
      ip: foreign,
    })
    const trust = random.uuid()
    const added = audit(log, at + 11 * minute, {
      activity: 'Update application',
      category: 'ApplicationManagement',
      by: developer,
      ip: foreign,
      targets: [
        registration(backup, [
          {
            name: 'FederatedIdentityCredentials',
            before: '[]',
            now: JSON.stringify([
              {
                Id: trust,
                Name: 'pipeline',
                Issuer: 'https://oidc.blobhost-eu.example/',
                Subject: 'backup-agent',
                Audiences: ['api://AzureADTokenExchange'],
                Description: '',
              },
            ]),
          },
          { name: 'Included Updated Properties', now: '"FederatedIdentityCredentials"' },
        ]),
      ],
      details: { 'User-Agent': developer.agent, AppId: backup.appId },
    })
    const tokenId = token(log)
    const used = [
      appSignIn(log, at + 30 * minute, {
        app: backup,
        resource: graph,
        ip: foreign,
        keyId: trust,
        tokenId,
        kind: 'federatedIdentityCredential',
      }),
      appSignIn(log, at + 90 * minute, {
        app: backup,
        resource: graph,
        ip: foreign,
        keyId: trust,
        kind: 'federatedIdentityCredential',
      }),
    ]
    const sites = Array.from({ length: 5 }, () => random.uuid())
    const copied = repeat(random, at + 32 * minute, 70, 20_000, (moment, i) =>
      graphCall(log, moment, {
        client: backup,
        ip: foreign,
        agent: 'roadtx/1.4',
        tokenId,
        permissions: 'Files.Read.All Mail.Read Sites.Read.All',
        size: random.integer(300_000, 3_000_000),
        uri:
          i < 5
            ? `/sites/${sites[i]}/drives`
            : `/sites/${sites[i % 5]}/drive/items/01${random.uuid().slice(0, 8).toUpperCase()}/content`,
      }),
    )
    return {
      records: log.records(),
      firstHostile: entered,
      dataLeft: copied.slice(5),
      required: [
        {
          act: 'a foreign token issuer is trusted for an application with rights to all files',
          ids: [added],
          minimum: 'medium',
        },
        { act: 'the application signs in with that trust from a new network', ids: used, minimum: 'medium' },
        { act: 'files of many sites are downloaded', ids: copied, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
