// Guests of a partner build the platform of a project in Azure, and each service gets its managed identity.
import { benignWork } from '../campaign.ts'
import { provenCall } from '../microsoft-client-kinds.ts'
import { azureManagement, firstParty } from '../microsoft-clients.ts'
import { auditMember } from '../microsoft-directory.ts'
import { token } from '../microsoft-entra-signin.ts'
import { createManaged, makeManaged, managedSignIn, principalMember, visitorSignIn } from '../microsoft-managed.ts'
import { networks } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { guest } from '../microsoft-staff.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const keyVault = { name: 'Azure Key Vault', appId: 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093' }

const services = [
  'id-orders-api',
  'id-orders-worker',
  'id-stock-api',
  'id-stock-import',
  'id-labels',
  'id-route-planner',
  'id-customer-mail',
  'id-telemetry',
  'id-keyvault-rotation',
  'id-reports',
]

export default benignWork({
  title: 'Two guests of a partner build ten services in five weeks, each with a managed identity and its group',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/managed-identities-azure-resources/overview',
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/authentication-aad-directory-readers-role',
  ],
  resembles:
    'Guests make many service principals in Azure, put them into a group that they own, and the new identities call Graph from new addresses.',
  accounts: 2,
  days: 38,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'fjordlogistik', {
      feeds: 'entra',
      from: '2025-09-01',
      days: 70,
      after: 40,
      records: 340,
    })
    const from = start - 70 * day
    const home = random.uuid()
    const people = [
      guest(log, 'm.harlan', 'Mira Harlan', 'plattformhus.example', '203.0.113.181'),
      guest(log, 't.ekdal', 'Tor Ekdal', 'plattformhus.example', '203.0.113.182'),
    ] as const
    const visit = (at: number, place: 0 | 1, atHome = false) =>
      visitorSignIn(log, at, {
        person: people[place],
        homeTenant: home,
        client: firstParty.azurePortal,
        resource: azureManagement,
        // One of them works from home on some days.
        ip: atHome ? '86.92.41.17' : people[place].ip,
        network: atHome ? networks.mobileUtrecht : networks.vendorDublin,
      })
    routine(log, from, 70, 40, (at) => visit(at, random.number() < 0.5 ? 0 : 1))
    const databases = { id: random.uuid(), name: 'sql-orders-identities' }
    auditMember(log, from + 12 * day + 10 * hour, tenant.admin, databases, people[0])
    const subscription = random.uuid()

    const ids: string[] = []
    for (const [i, name] of services.entries()) {
      const place = i % 3 === 2 ? 1 : 0
      const at = start + Math.floor(i * 3.4) * day + (8 + (i % 5) * 2) * hour + random.integer(0, 50) * minute
      ids.push(visit(at, place, i === 4 || i === 8))
      const managed = makeManaged(log, name, subscription, 'rg-orders-prod', { agent: 'azure-sdk-java/1.15 (Java 21)' })
      ids.push(createManaged(log, at + 7 * minute, managed))
      if (i % 2 === 0) {
        const ip = i === 4 || i === 8 ? '86.92.41.17' : people[place].ip
        ids.push(principalMember(log, at + 16 * minute, people[place], databases, managed.app, ip))
      }
      // The service starts on the next day, and gets a token on most days; three of them ask Graph about one group.
      for (let later = 1; later < 36 - Math.floor(i * 3.4); later += 1) {
        if (random.number() < 0.3) continue
        const then = at + later * day + random.integer(-90, 90) * minute
        const tokenId = token(log)
        const asks = i === 0 || i === 6 || i === 9
        ids.push(managedSignIn(log, then, managed.app, asks ? tenant.graph : keyVault, tokenId))
        if (asks) {
          ids.push(
            provenCall(log, then + 2000, '2', {
              client: managed.app,
              ip: '20.50.2.41',
              agent: managed.app.agent,
              uri: `/groups/${databases.id}/members?$select=id,displayName`,
              permissions: '',
              tokenId,
              size: random.integer(900, 5200),
            }),
          )
        }
      }
    }
    return { records: log.records(), ids }
  },
})
