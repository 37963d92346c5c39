import { attackCampaign } from '../campaign.ts'
import { appRoles } from '../microsoft-clients.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { mailRead } from '../microsoft-mail.ts'
import { appRole } from '../microsoft-oauth.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title:
    'The hybrid application of the own Exchange servers gets a Graph permission, and its certificate works elsewhere',
  sources: [
    'https://www.cisa.gov/news-events/directives/ed-25-02-mitigate-microsoft-exchange-vulnerability',
    'https://www.windowsnews.ai/article/microsoft-sets-october-31-cutoff-for-exchange-hybrid-app-after-critical-vulnerability.378668',
  ],
  facts: [
    'An administrator of an Exchange server in the building can reach Exchange Online through the hybrid trust.',
    'The shared principal was replaced with an application of the tenant named ExchangeServerApp and a GUID.',
    'That application has full_access_as_app and the authentication certificate of the servers.',
    'Microsoft and CISA had seen no attack; these records show the path with the new application.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'velden-hospital', {
      feeds: 'both',
      from: '2026-02-16',
      days: 77,
      after: 14,
      people: 24,
      records: 540,
    })
    const app = makeApp(random, `ExchangeServerApp-${random.uuid()}`, tenant.id, {
      ip: '198.51.100.70',
      agent: 'Microsoft.Exchange.OAuth/15.2',
    })
    // The servers ask for tokens and look up free times on every day; they read no messages.
    const usual = routine(log, start - 77 * day, 90, 190, (at) =>
      appSignIn(log, at, {
        app,
        resource: tenant.exchange,
        ip: random.pick(['198.51.100.70', '198.51.100.71']),
        kind: 'clientAssertion',
      }),
    )
    // The administrator account is stolen, but works from the usual network.
    const at = start + 2 * day + 17 * hour
    const granted = appRole(log, at, tenant.admin, app, tenant.graph, appRoles.mailRead)
    const ip = '192.0.2.164'
    const tokens = repeat(random, at + 26 * hour, 10, 11 * hour, (when, i) =>
      appSignIn(log, when, {
        app,
        resource: i % 2 === 0 ? tenant.graph : tenant.exchange,
        ip,
        kind: 'clientAssertion',
      }),
    )
    const reads = repeat(random, at + 26 * hour + minute, 32, 3 * hour, (when, i) =>
      mailRead(
        log,
        when,
        { owner: person(4 + (i % 5)), client: app, appOnly: app, ip, api: tenant.graph.appId },
        random.integer(2, 9),
      ),
    )
    return {
      records: log.records(),
      firstHostile: granted,
      dataLeft: reads,
      required: [
        { act: 'A permission for all mailboxes of Graph for an application in use', ids: [granted], minimum: 'medium' },
        { act: 'The certificate of the servers is used from a hosting network', ids: tokens, minimum: 'medium' },
        { act: 'The application reads messages of people for the first time', ids: reads, minimum: 'high' },
      ],
      quiet: [...quiet, ...usual.filter((_, i) => i % 12 === 0)],
    }
  },
})
