// The secret of an inventory vendor is stolen; local administrator passwords and recovery keys of all computers leave.
import { attackCampaign } from '../campaign.ts'
import { managedDevices, readKey, readPassword } from '../microsoft-device-keys.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { networks, placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A stolen secret of an inventory vendor reads the local administrator passwords of the whole fleet',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/devices/howto-manage-local-admin-passwords',
    'https://learn.microsoft.com/en-us/graph/api/devicelocalcredentialinfo-get',
    'https://learn.microsoft.com/en-us/entra/architecture/security-operations-devices',
    'https://www.cisa.gov/news-events/alerts/2025/05/22/advisory-update-cyber-threat-activity-targeting-commvaults-saas-cloud-application-metallic',
  ],
  facts: [
    'This is a variant: the vendor theft of the Metallic advisory, with rights on devices instead of backups.',
    'The application of the vendor may read local administrator passwords and BitLocker recovery keys.',
    'On working days it reads one or two passwords, when a technician asks for them.',
    'The attacker has the secret, tries it with two computers, and takes the whole fleet ten days later.',
    'Each password and each key that is shown leaves an audit record, which names the service principal.',
    'Weeks later, the attacker fetches the changed passwords of servers in small portions.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'harrowmill', {
      feeds: 'entra',
      from: '2025-09-29',
      days: 100,
      after: 40,
      records: 460,
    })
    const from = start - 100 * day
    const vendor = makeApp(random, 'Fleetmark Inventory', random.uuid(), {
      ip: '203.0.113.41',
      agent: 'fleetmark-sync/6.4',
    })
    const permissions = 'BitlockerKey.Read.All Device.Read.All DeviceLocalCredential.Read.All'
    const laptops = managedDevices(log, 'HM-LT', 150)
    const servers = managedDevices(log, 'HM-SRV', 18)
    const own = { client: vendor, ip: vendor.ip, permissions, agent: vendor.agent }
    const list = (at: number): string => {
      const tokenId = token(log)
      appSignIn(log, at - 20_000, { app: vendor, resource: tenant.graph, tokenId })
      return graphCall(log, at, { ...own, tokenId, uri: '/devices?$top=500' })
    }
    const ask = (at: number): string => readPassword(log, at, random.pick(laptops), own)[1] ?? ''
    const lists = routine(log, from, 100, 110, list)
    const asked = routine(log, from, 100, 66, ask)
    routine(log, start, 38, 40, list)
    routine(log, start, 38, 24, ask)

    const enter = (at: number, ip: string, network: (typeof networks)[keyof typeof networks]) => {
      const tokenId = token(log)
      const id = placed(log, at, network, (side) =>
        appSignIn(side, at, { app: vendor, resource: tenant.graph, ip, tokenId }),
      )
      return { id, call: { client: vendor, ip, permissions, agent: 'Go-http-client/2.0', tokenId } }
    }
    // Day 1: two computers.
    const first = start + day + 23 * hour
    const trial = enter(first, '192.0.2.207', networks.hostingBucharest)
    const tried = [
      trial.id,
      graphCall(log, first + 2 * minute, { ...trial.call, uri: '/directory/deviceLocalCredentials?$top=5' }),
      ...laptops.slice(0, 2).flatMap((device, i) => readPassword(log, first + (3 + i) * minute, device, trial.call)),
    ]
    // Day 11, the night to Sunday: everything.
    const second = start + 11 * day + 2 * hour
    const night = enter(second, '192.0.2.219', networks.hostingBucharest)
    const listed = graphCall(log, second + minute, { ...night.call, uri: '/directory/deviceLocalCredentials?$top=999' })
    const passwords = [...laptops, ...servers].flatMap((device, i) =>
      readPassword(log, second + 2 * minute + i * 14_000, device, night.call),
    )
    graphCall(log, second + 50 * minute, { ...night.call, uri: '/informationProtection/bitlocker/recoveryKeys' })
    const keys = laptops
      .slice(0, 110)
      .flatMap((device, i) => readKey(log, second + 51 * minute + i * 11_000, device, night.call))
    // Days 30 to 33: the servers again, four in a night, from another network.
    const later = [0, 1, 2, 3].flatMap((n) => {
      const at = start + (30 + n) * day + 3 * hour + random.integer(0, 40) * minute
      const again = enter(at, '192.0.2.88', networks.hostingHelsinki)
      return [
        again.id,
        ...servers
          .slice(n * 4, n * 4 + 4)
          .flatMap((device, i) => readPassword(log, at + (4 + i * 9) * minute, device, again.call)),
      ]
    })
    return {
      records: log.records(),
      firstHostile: trial.id,
      dataLeft: [...passwords, ...keys, ...later],
      required: [
        {
          act: 'the application signs in from a foreign network and reads two passwords',
          ids: tried,
          minimum: 'medium',
        },
        {
          act: 'the application reads the passwords of all computers in one night',
          ids: [listed, ...passwords],
          minimum: 'high',
        },
        { act: 'the application reads recovery keys for the first time, 110 of them', ids: keys, minimum: 'high' },
        { act: 'the application returns from another network for the servers', ids: later, minimum: 'medium' },
      ],
      quiet: [...quiet, ...lists.slice(0, 10), ...asked.slice(0, 10)],
    }
  },
})
