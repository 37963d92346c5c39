import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A legacy application opens another one that it owns, and adds a root authority for certificate sign-in',
  sources: [
    'https://www.semperis.com/blog/exploiting-certificate-based-authentication-in-entra-id/',
    'https://posts.specterops.io/passwordless-persistence-and-privilege-escalation-in-azure-98a01310be3f',
  ],
  facts: [
    'A legacy automation application was left with a readable secret; somebody signs in with it.',
    'It owns another service principal, and adds a secret to that one.',
    'The second application may change the organization, and uploads a root authority of the attacker.',
    'It switches sign-in with certificates on, and a certificate of that authority then opens the administrator account.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'lanternfield-energy', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 80,
      after: 12,
      people: 16,
      records: 820,
    })
    const hostile = '192.0.2.166'
    const agent = 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-US) PowerShell/7.5.2'
    const legacy = makeApp(random, 'Legacy Automation Runner', tenant.id, { ip: '198.51.100.63', agent })
    const manager = makeApp(random, 'DirectoryOrgManager', tenant.id, { ip: '198.51.100.64', agent })
    const ran = routine(log, start - 80 * day, 80, 60, (at) =>
      appSignIn(log, at, { app: legacy, resource: tenant.graph }),
    )
    const wrote = routine(log, start - 80 * day, 80, 30, (at) =>
      graphCall(log, at, {
        client: manager,
        ip: manager.ip,
        agent,
        uri: '/organization',
        permissions: 'Organization.ReadWrite.All Policy.ReadWrite.AuthenticationMethod',
      }),
    )
    const entry = start + 22 * hour
    const first = appSignIn(log, entry, { app: legacy, resource: tenant.graph, ip: hostile })
    const asLegacy = { client: legacy, ip: hostile, agent, permissions: 'Application.ReadWrite.OwnedBy' }
    graphCall(log, entry + 2 * minute, { ...asLegacy, uri: `/servicePrincipals/${legacy.spId}/ownedObjects` })
    const post = graphCall(log, entry + 9 * minute, {
      ...asLegacy,
      uri: `/servicePrincipals/${manager.spId}/addPassword`,
      method: 'POST',
    })
    const old = { id: manager.keyId, name: 'org-manager' }
    const added = { id: random.uuid(), name: 'org-manager-2026' }
    const key = auditKeys(log, entry + 9 * minute + 300, legacy, manager, [old], [old, added], { onPrincipal: true })
    const later = start + 3 * day + 21 * hour
    const second = appSignIn(log, later, { app: manager, resource: tenant.graph, ip: hostile, keyId: added.id })
    const asManager = {
      client: manager,
      ip: hostile,
      agent,
      permissions: 'Organization.ReadWrite.All Policy.ReadWrite.AuthenticationMethod',
    }
    graphCall(log, later + minute, { ...asManager, uri: '/organization' })
    const authority = graphCall(log, later + 4 * minute, {
      ...asManager,
      uri: `/organization/${tenant.id}/certificateBasedAuthConfiguration`,
      method: 'POST',
      status: 201,
    })
    const policy = graphCall(log, later + 7 * minute, {
      ...asManager,
      uri: '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/x509Certificate',
      method: 'PATCH',
      status: 204,
    })
    userSignIn(log, start + 5 * day + 20 * hour, {
      person: tenant.admin,
      client: firstParty.azurePortal,
      resource: tenant.graph,
      ip: hostile,
    })
    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: [],
      required: [
        { act: 'An application adds a secret to another one', ids: [post, key], minimum: 'medium' },
        { act: 'The new secret is used from a foreign network', ids: [second], minimum: 'medium' },
        {
          act: 'An application adds a root authority and switches certificate sign-in on',
          ids: [authority, policy],
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...ran.slice(0, 15), ...wrote.slice(0, 8)],
    }
  },
})
