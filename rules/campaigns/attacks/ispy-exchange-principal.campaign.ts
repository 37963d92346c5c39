import { attackCampaign } from '../campaign.ts'
import { firstParty, microsoftServices } from '../microsoft-clients.ts'
import { auditDomain } from '../microsoft-directory.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const days = 75

export default attackCampaign({
  title: 'I SPy: a deployment application puts a key on the Exchange service of the vendor and federates a domain',
  sources: ['https://securitylabs.datadoghq.com/articles/i-spy-escalating-to-entra-id-global-admin'],
  facts: [
    'An application with power over other applications can add a credential to a service principal of the vendor.',
    'The built-in principal of Exchange Online may write domains of the tenant.',
    'With the new credential the intruder signs in as that principal.',
    'A domain is added, verified and federated with a certificate of the intruder.',
    'A forged assertion then signs in as an administrator who comes from the local directory.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'stanmere', {
      feeds: 'entra',
      from: '2026-01-19',
      days,
      records: 270,
    })
    const deploy = makeApp(random, 'Terraform Deployments', tenant.id, {
      ip: '198.51.100.88',
      agent: 'HashiCorp-terraform-provider-azuread/3.1.0 Go-http-client/2.0',
    })
    const permissions = 'Application.ReadWrite.All Group.Read.All'
    const from = start - days * day
    const runs = routine(log, from, days, 30, (at) => {
      graphCall(log, at + 9_000, {
        client: deploy,
        ip: deploy.ip,
        uri: random.pick(['/applications?$top=100', '/groups?$top=100', '/servicePrincipals?$top=100']),
        permissions,
        agent: deploy.agent,
      })
      return appSignIn(log, at, { app: deploy, resource: tenant.graph })
    })

    const exchange = makeApp(random, tenant.exchange.name, microsoftServices, {
      appId: tenant.exchange.appId,
      spId: tenant.exchange.spId,
      agent: 'curl/8.5.0',
    })
    const ip = '192.0.2.33'
    const at = start + 20 * hour + 14 * minute
    const agent = 'curl/8.5.0'
    const stolen = appSignIn(log, at, { app: deploy, resource: tenant.graph, ip })
    const call = (moment: number, client: typeof deploy, uri: string, method: string, status: number, roles: string) =>
      graphCall(log, moment, { client, ip, uri, method, status, permissions: roles, agent })
    call(at + minute, deploy, `/servicePrincipals(appId='${exchange.appId}')`, 'GET', 200, permissions)
    const key = { id: random.uuid(), name: '' }
    const asked = call(
      at + 3 * minute,
      deploy,
      `/servicePrincipals/${exchange.spId}/addPassword`,
      'POST',
      200,
      permissions,
    )
    const added = auditKeys(log, at + 3 * minute + 400, deploy, exchange, [], [key], { onPrincipal: true })
    const first = appSignIn(log, at + 8 * minute, { app: exchange, resource: tenant.graph, ip, keyId: key.id })
    const domain = `login-${tenant.domain}`
    const roles = 'Domain.ReadWrite.All Group.ReadWrite.All Mail.ReadWrite'
    const posted = call(at + 12 * minute, exchange, '/domains', 'POST', 201, roles)
    const unverified = auditDomain(log, at + 12 * minute + 300, exchange, 'Add unverified domain', domain, [
      { name: 'Name', now: JSON.stringify([domain]), before: '[]' },
      { name: 'Included Updated Properties', now: '"Name"' },
    ])
    call(at + 26 * minute, exchange, `/domains/${domain}/verify`, 'POST', 200, roles)
    const verified = auditDomain(log, at + 26 * minute + 300, exchange, 'Verify domain', domain, [
      { name: 'Verified', now: '[true]', before: '[false]' },
    ])
    const federate = call(at + 31 * minute, exchange, `/domains/${domain}/federationConfiguration`, 'POST', 201, roles)
    const federated = [
      auditDomain(log, at + 31 * minute + 300, exchange, 'Set federation settings on domain', domain, [
        { name: 'IssuerUri', now: '["http://any.sts.example/9f3c"]', before: '[]' },
        { name: 'FederatedIdpMfaBehavior', now: '["acceptIfMfaDoneByFederatedIdp"]', before: '[]' },
        { name: 'Included Updated Properties', now: '"IssuerUri, FederatedIdpMfaBehavior"' },
      ]),
      auditDomain(log, at + 31 * minute + 700, exchange, 'Set domain authentication', domain, [
        { name: 'LiveType', now: '["Federated"]', before: '["Managed"]' },
        { name: 'Included Updated Properties', now: '"LiveType"' },
      ]),
    ]
    userSignIn(log, at + 50 * minute, {
      person: tenant.admin,
      client: firstParty.azurePortal,
      resource: tenant.graph,
      ip,
      protocol: 'saml20',
    })
    return {
      records: log.records(),
      firstHostile: stolen,
      dataLeft: [],
      required: [
        { act: 'A key is added to a service principal of the vendor', ids: [asked, added], minimum: 'high' },
        { act: 'The principal of the vendor signs in with the new key from outside', ids: [first], minimum: 'medium' },
        {
          act: 'An application adds a domain and federates it',
          ids: [posted, unverified, verified, federate, ...federated],
          minimum: 'high',
        },
      ],
      quiet: [...quiet.slice(0, 40), ...runs.slice(0, 10)],
    }
  },
})
