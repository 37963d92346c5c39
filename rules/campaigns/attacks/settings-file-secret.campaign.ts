import { attackCampaign } from '../campaign.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { workloadRisk } from '../microsoft-identity.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A stranger signs in as an application with the secret of a settings file that a web server gave away',
  sources: [
    'https://windowsnews.ai/article/exposed-appsettingsjson-files-unleash-master-key-to-azure-tenants-via-oauth-token-abuse.379542',
    'https://www.resecurity.com/blog/article/azure-ad-client-secret-leak-the-keys-to-cloud',
  ],
  facts: [
    'A public settings file shows the client id and the secret of an application.',
    'The attacker asks for tokens with the client credentials alone; no person and no second factor take part.',
    'He first maps the directory through Microsoft Graph, and then asks for tokens of SharePoint.',
    'Nothing changes in the directory: the key is the one that the application has always used.',
  ],
  build: (random) => {
    const days = 77
    const { log, tenant, start, quiet } = scene(random, 'marlin-pumps', {
      feeds: 'entra',
      from: '2026-02-02',
      days,
      after: 42,
      people: 18,
      records: 1800,
    })
    const portal = makeApp(random, 'Supplier Portal Backend', tenant.id, { ip: '198.51.100.88' })
    const usually = (at: number) => appSignIn(log, at, { app: portal, resource: tenant.graph })
    const usual = routine(log, start - days * day, days, 115, usually)
    routine(log, start, 40, 55, usually)
    const exits = ['192.0.2.140', '192.0.2.141']
    const stranger = (resource: typeof tenant.graph) => (at: number, i: number) =>
      appSignIn(log, at, { app: portal, resource, ip: exits[i % 2] ?? '192.0.2.140' })
    // About two sign-ins in a week.
    const mapping = repeat(random, start + 9 * hour, 5, 3 * day, stranger(tenant.graph))
    const copying = repeat(random, start + 17 * day + 8 * hour, 6, 3 * day, stranger(tenant.sharepoint))
    const risk = workloadRisk(log, start + 24 * day + 3 * hour, {
      app: portal,
      kind: 'leakedCredentials',
      level: 'high',
      keyIds: [portal.keyId],
    })
    const kept = only(
      log.records(),
      [...quiet, ...usual.filter((_, i) => i % 8 === 0)],
      ['ServicePrincipalSignInLogs', 'ServicePrincipalRiskEvents'],
    )
    return {
      records: kept.records,
      firstHostile: mapping[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'The application signs in from foreign networks with its old key',
          ids: [...mapping, ...copying],
          minimum: 'medium',
        },
        {
          act: 'The application asks for SharePoint for the first time, from a foreign network',
          ids: copying,
          minimum: 'medium',
        },
        { act: 'Identity protection finds the leaked secret', ids: [risk], minimum: 'medium' },
      ],
      quiet: kept.ids,
    }
  },
})
