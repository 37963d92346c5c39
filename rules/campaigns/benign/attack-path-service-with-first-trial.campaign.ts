// The security team buys a service that draws attack paths: a trial by hand, an own registration, then a run each night.
import { benignWork } from '../campaign.ts'
import { azurePowerShell, collectPaths } from '../microsoft-attack-paths.ts'
import { appRoles } from '../microsoft-clients.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { principalRole } from '../microsoft-policies.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const directoryReaders = { id: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b', name: 'Directory Readers' }

export default benignWork({
  title:
    'A service that draws attack paths: a trial by hand in the office, then a nightly run with its own certificate',
  sources: ['https://bloodhound.specterops.io/collect-data/ce-collection/azurehound'],
  resembles:
    'AzureHound lists users, groups, owners and roles with the token of a person, and a new application with wide ' +
    'reading rights and a directory role does the same each night.',
  accounts: 860,
  days: 32,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'vossenmetall', {
      feeds: 'entra',
      from: '2025-08-04',
      days: 70,
      after: 34,
      people: 17,
    })
    const ids: string[] = []
    const analyst = person(5)
    const version = 'v2.7.1'
    for (const trial of [1, 2, 6]) {
      const at = start + trial * day + 13 * hour + 20 * minute
      const tokenId = token(log)
      ids.push(
        userSignIn(log, at, {
          person: analyst,
          client: azurePowerShell,
          resource: tenant.graph,
          ip: analyst.ip,
          tokenId,
        }),
        ...collectPaths(log, at + minute, {
          client: azurePowerShell,
          person: analyst,
          ip: analyst.ip,
          version,
          permissions: 'AuditLog.Read.All Directory.AccessAsUser.All email openid profile',
          tokenId,
          objects: 90,
        }),
      )
    }
    const collector = makeApp(random, 'AzureHound Enterprise Collector', tenant.id, {
      ip: '198.51.100.77',
      agent: `azurehound/${version}`,
    })
    const setUp = start + 8 * day + 9 * hour + 5 * minute
    const certificate = { id: collector.keyId, name: 'CN=azurehound-collector', type: 'AsymmetricX509Cert' as const }
    ids.push(
      ...auditRegister(log, setUp, tenant.admin, collector),
      auditKeys(log, setUp + 4 * minute, tenant.admin, collector, [], [certificate]),
      auditAppRole(log, setUp + 7 * minute, tenant.admin, collector, tenant.graph, appRoles.directoryRead),
      principalRole(log, setUp + 9 * minute, tenant.admin, directoryReaders, collector),
    )
    for (let night = 0; night < 23; night += 1) {
      const at = start + (9 + night) * day + hour + random.integer(0, 5) * minute
      const tokenId = token(log)
      ids.push(
        appSignIn(log, at, { app: collector, resource: tenant.graph, kind: 'clientAssertion', tokenId }),
        ...collectPaths(log, at + 20_000, {
          client: collector,
          ip: collector.ip,
          version,
          permissions: 'Directory.Read.All',
          tokenId,
          objects: 60,
        }),
      )
    }
    return { records: log.records(), ids }
  },
})
