// A build pipeline moves to new repositories: its trusted subjects are exchanged every month.
import { benignWork } from '../campaign.ts'
import { audit, registration } from '../microsoft-entra.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A build pipeline exchanges its federated credentials each month',
  sources: [
    'https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation-create-trust',
    'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-azure',
  ],
  resembles: 'Trust in a foreign token issuer is put on an application, which then signs in from ever new addresses.',
  accounts: 1,
  days: 9,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'lindenforge', {
      feeds: 'entra',
      from: '2026-01-05',
      days: 91,
      after: 12,
      records: 340,
      people: 14,
    })
    const { developer, graph } = tenant
    const pipeline = makeApp(random, 'release-pipeline', tenant.id, { agent: 'Azure-SDK-For-Go/1.16' })
    const trust = (id: string, subject: string) => ({
      Id: id,
      Name: subject.replaceAll(/[^a-z0-9]+/g, '-'),
      Issuer: 'https://token.actions.githubusercontent.com',
      Subject: subject,
      Audiences: ['api://AzureADTokenExchange'],
      Description: '',
    })
    const subject = (month: number) => `repo:lindenforge/site-${month}:environment:production`
    const keys = Array.from({ length: 5 }, () => random.uuid())
    const exchange = (at: number, month: number): string =>
      audit(log, at, {
        activity: 'Update application',
        category: 'ApplicationManagement',
        by: developer,
        targets: [
          registration(pipeline, [
            {
              name: 'FederatedIdentityCredentials',
              before: JSON.stringify([trust(keys[month - 1] ?? '', subject(month - 1))]),
              now: JSON.stringify([trust(keys[month] ?? '', subject(month))]),
            },
            { name: 'Included Updated Properties', now: '"FederatedIdentityCredentials"' },
          ]),
        ],
        details: { 'User-Agent': developer.agent, AppId: pipeline.appId },
      })
    const run = (at: number, month: number): readonly string[] => {
      // Hosted runners come from a large range of addresses.
      const ip = `203.0.113.${random.integer(130, 190)}`
      const tokenId = token(log)
      return [
        appSignIn(log, at, {
          app: pipeline,
          resource: graph,
          ip,
          keyId: keys[month] ?? '',
          tokenId,
          kind: 'federatedIdentityCredential',
        }),
        graphCall(log, at + 4000, {
          client: pipeline,
          ip,
          agent: pipeline.agent,
          tokenId,
          permissions: 'Application.Read.All',
          uri: `/applications?$filter=appId eq '${pipeline.appId}'`,
        }),
      ]
    }
    for (const month of [1, 2, 3]) {
      exchange(start - (118 - month * 29) * day + 10 * hour, month)
      for (let i = 0; i < 24; i += 1)
        run(start - (117 - month * 29) * day + i * day + random.integer(7, 18) * hour, month)
    }
    const ids = [exchange(start + 10 * hour, 4)]
    for (let i = 0; i < 9; i += 1) ids.push(...run(start + i * day + random.integer(11, 18) * hour + 7 * minute, 4))
    return { records: log.records(), ids }
  },
})
