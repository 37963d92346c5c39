// A stolen application administrator builds a feed of personnel data, and the feed makes a colleague who never existed.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { networks, placed } from '../microsoft-places.ts'
import { accountFromFeed, provisioning, uploadRole } from '../microsoft-provisioning.ts'
import { outsider, routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const commandLineScopes =
  'Application.ReadWrite.All AppRoleAssignment.ReadWrite.All AuditLog.Read.All ' +
  'DelegatedPermissionGrant.ReadWrite.All Directory.AccessAsUser.All email Group.ReadWrite.All openid profile ' +
  'User.Read.All User.ReadWrite.All'

export default attackCampaign({
  title: 'An upload feed for personnel data, made by a stolen administrator, creates a colleague who never existed',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/app-provisioning/inbound-provisioning-api-concepts',
    'https://learn.microsoft.com/en-us/entra/identity/app-provisioning/inbound-provisioning-api-grant-access',
    'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/reference-audit-activities',
  ],
  facts: [
    'An application with the permission to upload personnel data can make, change and disable accounts.',
    'The provisioning service makes the account; the record does not name the application or the person.',
    'Attackers create accounts for lasting access, and hide them among accounts of the usual process.',
    'The upload is a call of Microsoft Graph to the job of the feed.',
    'The invented colleague signs in from a rented server and lists the directory and the applications with a public client.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'brackenford', {
      feeds: 'entra',
      from: '2025-09-01',
      days: 90,
      after: 30,
      records: 420,
    })
    const { admin, developer, graph } = tenant
    const from = start - 90 * day
    // The usual process makes accounts too.
    const hired = routine(log, from, 88, 14, (at) => {
      const number = random.digits(4)
      const colleague = outsider(random, `c${number}@${tenant.domain}`, `Colleague ${number}`, developer, developer.ip)
      return accountFromFeed(log, at, colleague, 'Works')
    })

    const room = '192.0.2.33'
    const stolen = { ...admin, ip: room }
    const begin = start + day + 21 * hour + 14 * minute
    const arrived = placed(log, begin, networks.hostingBucharest, (side) =>
      userSignIn(side, begin, {
        person: admin,
        client: firstParty.azurePortal,
        resource: graph,
        ip: room,
        session: random.uuid(),
      }),
    )
    const feed = makeApp(random, 'API-driven provisioning to Microsoft Entra ID', tenant.id)
    const job = `API2AAD.${random.uuid().replaceAll('-', '')}.${random.uuid()}`
    auditRegister(log, begin + 6 * minute, stolen, feed)
    const opened = [
      provisioning(log, begin + 9 * minute, stolen, 'Add provisioning configuration', feed, job),
      provisioning(log, begin + 16 * minute, stolen, 'Update attribute mappings or scope', feed, job),
      provisioning(log, begin + 18 * minute, stolen, 'Enable/start provisioning configuration', feed, job),
    ]
    const sender = makeApp(random, 'Payroll Gateway', tenant.id)
    const secret = { id: random.uuid(), name: 'gateway' }
    const registered = auditRegister(log, begin + 25 * minute, stolen, sender)
    const keyed = auditKeys(log, begin + 27 * minute, stolen, sender, [], [secret])
    const allowed = auditAppRole(log, begin + 31 * minute, stolen, sender, graph, uploadRole)

    const server = '192.0.2.140'
    const agent = 'curl/8.9.1'
    const uploadAt = start + 6 * day + 3 * hour
    const uploads: string[] = []
    const send = (at: number) => {
      const tokenId = token(log)
      uploads.push(
        placed(log, at, networks.hostingFrankfurt, (side) =>
          appSignIn(side, at, { app: sender, resource: graph, ip: server, keyId: secret.id, tokenId }),
        ),
        graphCall(log, at + 3000, {
          client: sender,
          ip: server,
          uri: `/servicePrincipals/${feed.spId}/synchronization/jobs/${job}/bulkUpload`,
          method: 'POST',
          status: 202,
          size: 0,
          permissions: uploadRole.value,
          agent,
          tokenId,
        }),
      )
    }
    send(uploadAt)
    const invented = outsider(random, `k.marlowe@${tenant.domain}`, 'Kit Marlowe', tenant.developer, server)
    const made = accountFromFeed(log, uploadAt + 38 * minute, invented, 'Finance')
    send(uploadAt + 3 * day)

    const listed: string[] = []
    for (const evening of [8, 10, 17]) {
      const at = start + evening * day + 19 * hour + random.integer(0, 50) * minute
      const tokenId = token(log)
      const shared = { client: firstParty.azureCli, person: invented, ip: server, tokenId }
      listed.push(
        placed(log, at, networks.hostingFrankfurt, (side) =>
          userSignIn(side, at, { ...shared, resource: graph, singleFactor: true }),
        ),
        ...repeat(random, at + minute, 30, 9000, (when, i) =>
          graphCall(log, when, {
            ...shared,
            uri:
              ['/users?$top=999', '/servicePrincipals?$top=999', '/applications?$top=999', '/groups?$top=999'][i % 4] ??
              '/me',
            size: random.integer(60_000, 400_000),
            permissions: commandLineScopes,
            agent: 'python/3.12.8 (Linux-6.8.0-45-generic-x86_64-with-glibc2.39) AZURECLI/2.77.0 (DEB)',
          }),
        ),
      )
    }

    return {
      records: log.records(),
      firstHostile: arrived,
      dataLeft: listed,
      required: [
        {
          act: 'A new application gets a secret and the right to make accounts by an upload',
          ids: [...registered, keyed, allowed, ...opened],
          minimum: 'medium',
        },
        {
          act: 'The new application signs in from a rented server and uploads',
          ids: [...uploads, made],
          minimum: 'medium',
        },
        {
          act: 'A new account lists users and applications with a command line client',
          ids: listed,
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...hired],
    }
  },
})
