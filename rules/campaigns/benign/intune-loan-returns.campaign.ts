import { benignWork } from '../campaign.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp } from '../microsoft-tenant.ts'

const rights = 'DeviceManagementManagedDevices.PrivilegedOperations.All DeviceManagementManagedDevices.Read.All'

export default benignWork({
  title: 'A school takes back its loan laptops and wipes them with its own application',
  sources: ['https://learn.microsoft.com/en-us/graph/api/intune-devices-manageddevice-wipe'],
  resembles:
    'An application without a person wipes 70 devices in two afternoons. It comes from its usual network with its usual program, and it does the same at the end of each half-year, and a few devices every week.',
  accounts: 0,
  days: 2,
  allowed: 'low',
  build: (random) => {
    const stage = scene(random, 'millbrookschool', { feeds: 'entra', from: '2026-04-06', days: 84, records: 420 })
    const { log, tenant, start } = stage
    const app = makeApp(random, 'Loan Desk', tenant.id, { ip: '198.51.100.67', agent: 'loan-desk/1.9' })
    const call = (at: number, uri: string, method: string): string =>
      graphCall(log, at, {
        client: app,
        ip: app.ip,
        uri,
        method,
        status: method === 'POST' ? 204 : 200,
        permissions: rights,
        agent: app.agent,
      })
    const wipe = (at: number): string => call(at, `/deviceManagement/managedDevices/${random.uuid()}/wipe`, 'POST')
    routine(log, start - 84 * day, 83, 70, (at) =>
      call(at, '/deviceManagement/managedDevices?$filter=managedDeviceName eq loan', 'GET'),
    )
    routine(log, start - 84 * day, 83, 30, wipe)
    const ids = [0, 1].flatMap((n) => repeat(random, start + n * day + 14 * hour, 35, 45_000, wipe))
    return { records: log.records(), ids }
  },
})
