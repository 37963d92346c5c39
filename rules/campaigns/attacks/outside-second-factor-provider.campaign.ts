import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditRegister } from '../microsoft-entra-apps.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { only } from '../microsoft-only.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A second factor provider of the attacker is added to the methods of authentication',
  sources: [
    'https://elastic.github.io/detection-rules-explorer/rules/42c97e6e-60c3-11f0-832a-f661ea17fbcd',
    'https://github.com/elastic/detection-rules/issues/4905',
    'https://dirkjanm.io/persisting-with-federated-credentials-entra-apps-managed-identities/',
  ],
  facts: [
    'An external authentication method lets an outside OpenID Connect provider answer for the second factor.',
    'Who controls the provider satisfies multifactor authentication for every account in its group.',
    'The provider needs an application in the tenant, with an address of the provider, and consent to openid and profile.',
    'The change is a call to authenticationMethodsPolicy with a token that has Policy.ReadWrite.AuthenticationMethod.',
    'Later sign-ins with a stolen password pass multifactor authentication.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'fallowfield-water', {
      feeds: 'entra',
      from: '2026-04-06',
      days: 60,
      after: 21,
      people: 20,
      records: 820,
    })
    const ip = '192.0.2.55'
    const operator = { ...tenant.admin, ip }
    const provider = makeApp(random, 'Duo Assurance Connector', tenant.id, {
      reply: 'https://login-assure.example/oidc/authorize',
    })
    const entry = start + 2 * day + 20 * hour
    const first = userSignIn(log, entry, {
      person: operator,
      client: firstParty.graphTools,
      resource: tenant.graph,
      ip,
      agent: 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.26100.1591',
    })
    const registered = auditRegister(log, entry + 7 * minute, operator, provider, ip)
    const accepted = auditConsent(
      log,
      entry + 9 * minute,
      operator,
      { client: provider, resource: tenant.graph, scopes: 'openid profile' },
      true,
      false,
    )
    const methods = '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations'
    const used = {
      client: firstParty.graphTools,
      person: operator,
      ip,
      agent: 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-US) PowerShell/7.5.3',
      permissions: 'Application.ReadWrite.All openid Policy.ReadWrite.AuthenticationMethod profile User.Read',
      wids: '62e90394-69f5-4237-9190-012177145e10',
    }
    graphCall(log, entry + 14 * minute, { ...used, uri: '/policies/authenticationMethodsPolicy' })
    const changed = [
      graphCall(log, entry + 16 * minute, { ...used, uri: methods, method: 'POST', status: 201 }),
      graphCall(log, entry + 18 * minute, {
        ...used,
        uri: `${methods}/${random.uuid()}`,
        method: 'PATCH',
        status: 204,
      }),
    ]
    // Two weeks later a person of finance signs in, and the outside provider has answered for the second factor.
    const read: string[] = []
    for (let i = 0; i < 5; i += 1)
      read.push(
        userSignIn(log, start + (15 + i) * day + 3 * hour + random.integer(0, 40) * minute, {
          person: person(8),
          client: firstParty.officeHome,
          resource: tenant.exchange,
          ip: '192.0.2.58',
        }),
      )
    const kept = only(log.records(), quiet, ['AuditLogs', 'SignInLogs', 'MicrosoftGraphActivityLogs'])
    return {
      records: kept.records,
      firstHostile: first,
      dataLeft: [],
      required: [
        {
          act: 'An application with an outside address appears from a foreign network with consent for everybody',
          ids: [...registered, ...accepted],
          minimum: 'low',
        },
        {
          act: 'A method of authentication is added through Graph by a foreign session of an administrator',
          ids: changed,
          minimum: 'medium',
        },
      ],
      quiet: kept.ids,
    }
  },
})
