import { attackCampaign } from '../campaign.ts'
import { graphCall } from '../microsoft-graph.ts'
import { only } from '../microsoft-only.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const powerShell = { name: 'Microsoft Azure PowerShell', appId: '1950a258-227b-4e31-a9cf-717495945fc2' }

export default attackCampaign({
  title: 'A sprayed account maps applications, owners and roles through Graph at a slow pace',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2023/09/14/peach-sandstorm-password-spray-campaigns-enable-intelligence-collection-at-high-value-targets/',
    'https://www.microsoft.com/en-us/security/blog/2025/05/27/new-russia-affiliated-actor-void-blizzard-targets-critical-sectors-for-espionage/',
    'https://github.com/SpecterOps/AzureHound',
  ],
  facts: [
    'Peach Sandstorm used AzureHound or Roadtools in the tenants whose accounts it had sprayed; Void Blizzard did the same.',
    'AzureHound signs in with the client of Azure PowerShell and lists people, groups, applications and roles.',
    'For each application and service principal it asks for the owners and the assigned application permissions.',
    'Here the tool names itself as PowerShell and pauses between calls; the customer collects Graph activity alone.',
  ],
  build: (random) => {
    const { log, start, quiet, person } = scene(random, 'tern-satellites', {
      feeds: 'entra',
      from: '2026-03-02',
      days: 63,
      after: 10,
      people: 20,
      records: 1500,
    })
    const used = {
      client: powerShell,
      person: person(11),
      ip: '192.0.2.88',
      agent: 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.26100.4652',
      permissions: 'AuditLog.Read.All Directory.AccessAsUser.All email openid profile',
    }
    const nights = [1, 2, 4, 5].map((d) => start + d * day + 20 * hour)
    const lists = [
      '/organization',
      '/users?$filter=userType eq %27Member%27&$top=999',
      '/groups?$filter=securityEnabled eq true&$top=999',
      '/devices?$top=999',
      '/applications?$top=999',
      '/servicePrincipals?$top=999',
      '/roleManagement/directory/roleDefinitions',
      '/roleManagement/directory/roleAssignments?$expand=principal',
    ]
    const detail = (): string => {
      const id = random.uuid()
      return random.pick([
        `/applications/${id}/owners?$top=999`,
        `/servicePrincipals/${id}/owners?$top=999`,
        `/servicePrincipals/${id}/appRoleAssignedTo?$top=999`,
        `/groups/${id}/owners?$top=999`,
        `/devices/${id}/registeredOwners?$top=999`,
      ])
    }
    const calls = nights.flatMap((night, n) => {
      let at = night
      const uris = [...lists.slice(n * 2, n * 2 + 2), ...Array.from({ length: 44 }, detail)]
      return uris.map((uri) => {
        at += random.integer(1, 6) * minute + random.integer(0, 59_000)
        return graphCall(log, at, { ...used, uri, size: random.integer(800, uri.includes('/users') ? 90_000 : 22_000) })
      })
    })
    const kept = only(log.records(), quiet, ['MicrosoftGraphActivityLogs'])
    return {
      records: kept.records,
      firstHostile: calls[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'An ordinary account lists the owners and permissions of many applications from a foreign network',
          ids: calls,
          minimum: 'medium',
        },
      ],
      quiet: kept.ids,
    }
  },
})
