// The client team delivers scripts for computers from its repository, with a permission that Microsoft split off.
import { benignWork } from '../campaign.ts'
import { azureManagement, firstParty } from '../microsoft-clients.ts'
import { betaCall, deviceScript } from '../microsoft-device-keys.ts'
import { auditAppRole, auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const scriptRights = {
  id: '9255e99d-faf5-445e-bbf7-cb71482737c4',
  value: 'DeviceManagementScripts.ReadWrite.All',
  title: 'Read and write Microsoft Intune Scripts',
}

export default benignWork({
  title: 'The pipeline of the client team gets the new permission for scripts, and delivers 18 scripts in rings',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/intune-shared-devicemanagementscript-create?view=graph-rest-beta',
    'https://learn.microsoft.com/en-us/graph/permissions-reference#devicemanagementscriptsreadwriteall',
  ],
  resembles:
    'An application gets a permission to run code on all computers and a new secret, and delivers scripts to groups, some in the evening.',
  accounts: 2,
  days: 26,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'meadowline', {
      feeds: 'entra',
      from: '2025-07-07',
      days: 70,
      after: 28,
      people: 20,
      records: 600,
    })
    const pipeline = makeApp(random, 'Client Engineering Delivery', tenant.id, {
      ip: '203.0.113.47',
      agent: 'client-delivery/1.8 (+powershell)',
    })
    const had = 'DeviceManagementConfiguration.ReadWrite.All DeviceManagementManagedDevices.Read.All Group.Read.All'
    const runs = (permissions: string, keyId: string, ip: string, at: number) => {
      const tokenId = token(log)
      const id = appSignIn(log, at - 40_000, { app: pipeline, resource: tenant.graph, keyId, ip, tokenId })
      return { id, call: { client: pipeline, ip, permissions, agent: pipeline.agent, tokenId } }
    }
    // Ten weeks: reports on working days, and about two scripts a week.
    routine(log, start - 70 * day, 70, 100, (at) => {
      const { call } = runs(had, pipeline.keyId, pipeline.ip, at)
      return betaCall(log, at, { ...call, uri: '/deviceManagement/deviceManagementScripts?$expand=deviceRunStates' })
    })
    routine(log, start - 70 * day, 70, 20, (at) => {
      const { call } = runs(had, pipeline.keyId, pipeline.ip, at)
      return deviceScript(log, at, call)[0] ?? ''
    })

    const { admin, developer, graph } = tenant
    const grant = start + day + 10 * hour
    const old = { id: pipeline.keyId, name: 'delivery 2025' }
    const key = { id: random.uuid(), name: 'delivery 2026' }
    const ids = [
      userSignIn(log, grant, {
        person: admin,
        client: firstParty.azurePortal,
        resource: azureManagement,
        ip: admin.ip,
      }),
      auditAppRole(log, grant + 6 * minute, admin, pipeline, graph, scriptRights),
      auditKeys(log, grant + 5 * hour, developer, pipeline, [old], [old, key]),
    ]
    const rights = `${had} ${scriptRights.value}`
    // Day 0 is a Monday.
    const workdays = Array.from({ length: 24 }, (_, i) => i + 2).filter((d) => d % 7 < 5)
    for (const [i, d] of workdays.entries()) {
      const weekday = new Date(start + d * day).getUTCDay()
      // First the pilot ring, two hours later everybody; on Thursdays in the evening.
      const at = start + d * day + (weekday === 4 ? 19 : 11) * hour + random.integer(0, 50) * minute
      // The team has two build machines.
      const ip = i % 4 === 3 ? '203.0.113.48' : pipeline.ip
      const ring = runs(rights, key.id, ip, at)
      const all = runs(rights, key.id, ip, at + 2 * hour)
      ids.push(ring.id, ...deviceScript(log, at, ring.call), all.id, ...deviceScript(log, at + 2 * hour, all.call))
    }
    ids.push(auditKeys(log, start + 9 * day + 15 * hour, developer, pipeline, [old, key], [key]))
    return { records: log.records(), ids }
  },
})
