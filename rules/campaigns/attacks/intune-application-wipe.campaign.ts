import { attackCampaign } from '../campaign.ts'
import { graphCall } from '../microsoft-graph.ts'
import { workloadRisk } from '../microsoft-identity.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const rights =
  'Device.Read.All DeviceManagementManagedDevices.PrivilegedOperations.All DeviceManagementManagedDevices.Read.All'

export default attackCampaign({
  title: 'The key of a device application wipes the fleet through Graph, Graph activity and risk log only',
  sources: [
    'https://www.cisa.gov/news-events/alerts/2026/03/18/cisa-urges-endpoint-management-system-hardening-after-cyberattack-against-us-organization',
    'https://blog.cyberdesserts.com/microsoft-intune-security',
    'https://readthemanual.co.uk/intune-bulk-wipe-prevention-sentinel-kql',
  ],
  facts: [
    'In March 2026 intruders erased the managed devices of a company with the remote wipe of Intune, about 3:30 in the morning, without malware.',
    'Intune has no limit on the rate of wipes, and by default nobody has to approve them.',
    'The application permission DeviceManagementManagedDevices.PrivilegedOperations.All allows the wipe without a person.',
    'The report has an administrator account; here the author uses the key of an application with that permission, known for years.',
    'The application wipes one to three devices a week in normal work, so the act alone is not new.',
  ],
  build: (random) => {
    const stage = scene(random, 'brightmedic', { feeds: 'entra', from: '2026-01-05', days: 66, records: 620 })
    const { log, tenant, start } = stage
    const app = makeApp(random, 'Device Lifecycle', tenant.id, { ip: '198.51.100.66', agent: 'device-lifecycle/3.2' })
    const devices = Array.from({ length: 52 }, () => random.uuid())
    const call = (at: number, uri: string, method: string, foreign: boolean): string =>
      graphCall(log, at, {
        client: app,
        ip: foreign ? '192.0.2.201' : app.ip,
        uri,
        method,
        status: method === 'POST' ? 204 : 200,
        permissions: rights,
        agent: foreign ? 'python-requests/2.32.3' : app.agent,
        ...(method === 'GET' ? { size: random.integer(40_000, 180_000) } : {}),
      })
    const wipeOf = (id: string): string => `/deviceManagement/managedDevices/${id}/wipe`
    const lists = routine(log, start - 66 * day, 65, 60, (at) =>
      call(at, '/deviceManagement/managedDevices?$select=id,deviceName,lastSyncDateTime', 'GET', false),
    )
    const ordinary = routine(log, start - 66 * day, 65, 18, (at) => call(at, wipeOf(random.uuid()), 'POST', false))
    const attack = start + 3.5 * hour
    const listed = call(attack - 20 * minute, '/deviceManagement/managedDevices?$top=999', 'GET', true)
    const wipes = repeat(random, attack, devices.length, 6_000, (at, i) =>
      call(at, wipeOf(devices[i] ?? random.uuid()), 'POST', true),
    )
    const verdict = workloadRisk(log, attack + 5 * minute, {
      app,
      kind: 'suspiciousSignins',
      level: 'medium',
      keyIds: [app.keyId],
      ip: '192.0.2.201',
    })
    const kept = only(
      log.records(),
      [...stage.quiet, ...lists, ...ordinary],
      ['MicrosoftGraphActivityLogs', 'ServicePrincipalRiskEvents'],
    )
    return {
      records: kept.records,
      firstHostile: listed,
      dataLeft: [],
      required: [
        {
          act: 'an application wipes 52 devices in minutes from a network it never used',
          ids: [listed, ...wipes],
          minimum: 'high',
        },
        { act: 'Microsoft finds the sign-ins of the application suspicious', ids: [verdict], minimum: 'medium' },
      ],
      quiet: kept.ids,
    }
  },
})
