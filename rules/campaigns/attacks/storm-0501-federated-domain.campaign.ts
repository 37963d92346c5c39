// Storm-0501 goes from the synchronization server to a Global Administrator, and plants a federated domain.
import { attackCampaign } from '../campaign.ts'
import { registersMethod } from '../microsoft-app-passwords.ts'
import { azurePowerShell, collectPaths } from '../microsoft-attack-paths.ts'
import { azureManagement, firstParty } from '../microsoft-clients.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { elevates, federatedDomain, syncAccount, syncDays, syncedPassword } from '../microsoft-hybrid.ts'
import { outsider, routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'The synchronization account maps the tenant, a service account becomes the way in, a federated domain stays',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2025/08/27/storm-0501s-evolving-techniques-lead-to-cloud-based-ransomware/',
    'https://www.microsoft.com/en-us/security/blog/2024/09/26/storm-0501-ransomware-attacks-expanding-to-hybrid-cloud-environments/',
    'https://learn.microsoft.com/en-us/azure/role-based-access-control/elevate-access-global-admin',
  ],
  facts: [
    'The actor takes over an Entra Connect server and lists users, roles and resources with AzureHound as the synchronization account.',
    'Sign-ins as several privileged users fail, because Conditional Access blocks them.',
    'A synchronized account that no human uses is a Global Administrator and has no second factor.',
    'The actor resets its password on the premises, the synchronization carries it to the cloud, and the actor registers an own method.',
    'The actor signs in to the Azure portal, and adds a federated domain of its own, with which it can sign in as nearly any user.',
    'The actor elevates its access to all Azure subscriptions.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'quarryfield', {
      feeds: 'entra',
      from: '2025-10-06',
      days: 90,
      after: 10,
      people: 20,
      records: 420,
    })
    const from = start - 90 * day
    const sync = syncAccount(log, 'QFSYNC01', '198.51.100.12')
    const usual = syncDays(log, from, 98, sync)
    // Ordinary password changes on the premises.
    const carried = routine(log, from, 90, 40, (at) => syncedPassword(log, at, sync, person(3 + (at % 15)))[0] ?? '')
    const service = outsider(random, `svc-directory@${tenant.domain}`, 'svc-directory', tenant.admin, '198.51.100.14')
    for (let week = 0; week < 12; week += 1)
      userSignIn(log, from + week * 7 * day + 3 * hour + random.integer(0, 9) * minute, {
        person: service,
        client: azurePowerShell,
        resource: tenant.graph,
        ip: service.ip,
        agent: 'azsdk-net-Identity/1.11.4',
        interactive: false,
        singleFactor: true,
      })

    // Day 1, evening: the actor is on the synchronization server.
    const first = start + day + 19 * hour
    const tokenId = token(log)
    const mapped = [
      userSignIn(log, first, {
        person: sync,
        client: azurePowerShell,
        resource: tenant.graph,
        ip: sync.ip,
        agent: 'azurehound/v2.6.0',
        protocol: 'ropc',
        singleFactor: true,
        tokenId,
      }),
      ...collectPaths(log, first + minute, {
        client: azurePowerShell,
        person: sync,
        ip: sync.ip,
        version: 'v2.6.0',
        permissions: 'AuditLog.Read.All Directory.AccessAsUser.All User.ReadWrite.All',
        tokenId,
        objects: 80,
      }),
    ]
    for (const [i, who] of [tenant.admin, tenant.helpdesk, tenant.developer].entries())
      userSignIn(log, first + hour + i * 4 * minute, {
        person: who,
        client: firstParty.azurePortal,
        resource: azureManagement,
        ip: '198.51.100.13',
        error: 53_003,
        reason: 'Access has been blocked by Conditional Access policies.',
      })

    // Day 2: the service account with the role Global Administrator.
    const second = start + 2 * day + 20 * hour
    syncedPassword(log, second, sync, service)
    const host = '198.51.100.15'
    const session = random.uuid()
    const portal = { person: { ...service, ip: host }, client: firstParty.azurePortal, ip: host, session }
    const entered = [
      userSignIn(log, second + 18 * minute, {
        ...portal,
        client: firstParty.mySignIns,
        resource: tenant.graph,
        singleFactor: true,
      }),
      registersMethod(log, second + 21 * minute, service, 'Authenticator App with Notification and Code', host),
      userSignIn(log, second + 30 * minute, { ...portal, resource: azureManagement }),
    ]
    const planted = federatedDomain(log, second + 44 * minute, portal.person, 'quarryfield-sso.example')
    const elevated = elevates(log, second + 66 * minute, portal.person)

    // Day 3: with the key of the domain, the actor is somebody else.
    const third = start + 3 * day + hour
    const forged = [firstParty.officeHome, firstParty.azurePortal].map((client, i) =>
      userSignIn(log, third + i * 6 * minute, {
        person: person(6),
        client,
        resource: i === 0 ? tenant.graph : azureManagement,
        ip: '192.0.2.141',
        incoming: 'saml11',
      }),
    )
    return {
      records: log.records(),
      firstHostile: mapped[0] ?? '',
      dataLeft: [],
      required: [
        { act: 'the synchronization account lists the directory with AzureHound', ids: mapped, minimum: 'medium' },
        {
          act: 'a service account with the role Global Administrator registers a method and enters the portal',
          ids: entered,
          minimum: 'medium',
        },
        { act: 'a new domain is federated with an identity provider', ids: planted.slice(-2), minimum: 'high' },
        { act: 'the account elevates its access to all subscriptions', ids: [elevated], minimum: 'medium' },
        { act: 'a forged SAML token opens the account of a user from abroad', ids: forged, minimum: 'medium' },
      ],
      quiet: [...quiet, ...usual.slice(60, 70), ...carried.slice(0, 10)],
    }
  },
})
