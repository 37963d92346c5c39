// A guest brings an own Azure subscription, and its managed identity enters a group with the role Global Reader.
import { attackCampaign } from '../campaign.ts'
import { provenCall } from '../microsoft-client-kinds.ts'
import { azureManagement, firstParty } from '../microsoft-clients.ts'
import { auditMember } from '../microsoft-directory.ts'
import { token } from '../microsoft-entra-signin.ts'
import {
  createManaged,
  groupRole,
  makeManaged,
  managedSignIn,
  principalMember,
  visitorSignIn,
} from '../microsoft-managed.ts'
import { networks } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { guest } from '../microsoft-staff.ts'
import { type App, day, hour, minute } from '../microsoft-tenant.ts'

const readerRole = { id: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451', name: 'Global Reader' }

const lists = [
  '/users?$top=999&$select=id,userPrincipalName,jobTitle,onPremisesSyncEnabled',
  '/servicePrincipals?$top=999',
  '/applications?$top=999&$select=appId,displayName,passwordCredentials,keyCredentials',
  '/roleManagement/directory/roleAssignments?$expand=principal',
  '/identity/conditionalAccess/policies',
  '/identity/conditionalAccess/namedLocations',
  '/oauth2PermissionGrants?$top=999',
  '/groups?$filter=isAssignableToRole%20eq%20true',
  '/policies/authorizationPolicy',
]

export default attackCampaign({
  title: 'The identity of a subscription that a guest brought along becomes Global Reader through a group of the guest',
  sources: [
    'https://www.beyondtrust.com/blog/entry/restless-guests',
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/groups-concept',
  ],
  facts: [
    'A guest with a billing role in the home tenant can create a subscription in the tenant that invited the guest, and owns it.',
    'The guest makes a user-assigned managed identity there, which stays in the directory of the host as a service principal.',
    'An owner of a group to which a role can be assigned may add service principals, which then hold the role.',
    'The identity lists people, applications, roles and policies of the host.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'oldenmoorworks', {
      feeds: 'entra',
      from: '2025-08-04',
      days: 96,
      after: 24,
      records: 360,
    })
    const from = start - 96 * day
    const home = random.uuid()
    const auditors = { id: random.uuid(), name: 'External Auditors' }
    const lead = guest(log, 'p.vasko', 'Petra Vasko', 'kernaudit.example', '203.0.113.171')
    const junior = guest(log, 'o.lindt', 'Oskar Lindt', 'kernaudit.example', '203.0.113.172')
    const visit = { homeTenant: home, client: firstParty.officeHome, resource: tenant.sharepoint }
    groupRole(log, from + 2 * day + 9 * hour, tenant.admin, readerRole, auditors)
    const visits = routine(log, from + 3 * day, 88, 34, (at) =>
      visitorSignIn(log, at, {
        ...visit,
        person: random.pick([lead, junior]),
        ip: '203.0.113.171',
        network: networks.mobileUtrecht,
      }),
    )
    const joined = auditMember(log, from + 40 * day + 10 * hour, lead, auditors, junior)

    // An identity of the house reads one list each working day.
    const invoices = makeManaged(log, 'id-invoice-mailer', random.uuid(), 'rg-finance-prod')
    createManaged(log, from + 4 * day + 11 * hour, invoices)
    const call = (at: number, app: App, uri: string, ip: string, agent: string, size: number) => {
      const tokenId = token(log)
      const signed = managedSignIn(log, at - 3000, app, tenant.graph, tokenId)
      // A token lists the directory roles that it holds through groups.
      const wids = `${app === invoices.app ? '' : `${readerRole.id} `}0997a1d0-0d1d-4acb-b408-d5ca73121e90`
      const done = provenCall(log, at, '2', { client: app, ip, uri, agent, tokenId, size, permissions: '', wids })
      return { signed, done }
    }
    const usual = routine(
      log,
      from + 5 * day,
      110,
      60,
      (at) =>
        call(at, invoices.app, '/groups/finance/members', '20.61.88.14', 'azure-sdk-net/5.90 (.NET 8.0)', 4200).done,
    )

    // The account of the lead, from a rented server. The portal, the subscription, and four days of silence.
    const server = '185.225.74.33'
    const portal = { homeTenant: home, client: firstParty.azurePortal, resource: azureManagement, person: lead }
    const entry = visitorSignIn(log, start + 20 * hour + 14 * minute, {
      ...portal,
      ip: server,
      network: networks.hostingBucharest,
    })
    const brought = makeManaged(log, 'id-azmonitor-agent', random.uuid(), 'rg-monitoring')
    createManaged(log, start + 20 * hour + 51 * minute, brought)
    visitorSignIn(log, start + 4 * day + 19 * hour, { ...portal, ip: server, network: networks.hostingBucharest })
    const member = principalMember(log, start + 4 * day + 19 * hour + 6 * minute, lead, auditors, brought.app, server)

    // Then one list each second night, from a virtual machine of the brought subscription.
    const nights = lists.map((uri, i) =>
      call(
        start + (5 + i * 2) * day + 2 * hour + random.integer(0, 50) * minute,
        brought.app,
        uri,
        '20.223.41.190',
        'curl/8.5.0',
        random.integer(120_000, 900_000),
      ),
    )
    const pages = repeat(random, start + 21 * day + 2 * hour, 14, 40_000, (at, i) => {
      const uri = `/servicePrincipals/${random.uuid()}/${i % 2 === 0 ? 'appRoleAssignments' : 'owners'}`
      return call(at, brought.app, uri, '20.223.41.190', 'curl/8.5.0', random.integer(1500, 9000)).done
    })
    const reads = [...nights.map(({ done }) => done), ...pages]

    return {
      records: log.records(),
      firstHostile: entry,
      dataLeft: reads,
      required: [
        {
          act: 'A guest at a rented server makes an unknown managed identity a member of the group with the role Global Reader',
          ids: [member],
          minimum: 'low',
        },
        {
          act: 'The new managed identity lists people, applications, grants, roles and policies',
          ids: [...nights.flatMap(({ signed, done }) => [signed, done]), ...pages],
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...visits, joined, ...usual],
    }
  },
})
