import { benignWork } from '../campaign.ts'
import { deviceRegistration, firstParty } from '../microsoft-clients.ts'
import { joinDevice } from '../microsoft-devices.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Staff receive new laptops that join the tenant on first start',
  sources: ['https://learn.microsoft.com/en-us/autopilot/overview'],
  resembles: 'Sign-ins to the Device Registration Service through the authentication broker, and then new devices.',
  accounts: 5,
  days: 3,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'cranleigh', {
      feeds: 'entra',
      from: '2026-02-23',
      days: 50,
      records: 240,
    })
    const unpack = (at: number, i: number): readonly string[] => {
      const owner = person(i)
      const session = random.uuid()
      const device = {
        id: random.uuid(),
        name: `CRAN-L${200 + random.integer(0, 700)}`,
        system: 'Windows',
        kind: 'AzureAd' as const,
      }
      const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; MSAppHost/3.0) AppleWebKit/537.36 Edge/18.26100'
      return [
        userSignIn(log, at, {
          person: owner,
          client: firstParty.broker,
          resource: deviceRegistration,
          ip: owner.ip,
          session,
          agent,
        }),
        userSignIn(log, at + 4000, {
          person: owner,
          client: firstParty.broker,
          resource: deviceRegistration,
          ip: owner.ip,
          session,
          interactive: false,
          incoming: 'refreshToken',
          agent: 'Windows-AzureAD-Authentication-Provider/1.0',
        }),
        ...joinDevice(log, at + 30_000, owner, device, owner.ip),
        userSignIn(log, at + 12 * minute, {
          person: owner,
          client: firstParty.office,
          resource: tenant.graph,
          ip: owner.ip,
          interactive: false,
          incoming: 'primaryRefreshToken',
          device: device.id,
          agent: 'Windows-AzureAD-Authentication-Provider/1.0',
        }),
      ]
    }
    ;[43, 36, 28, 22, 12].forEach((ago, n) => {
      unpack(start - ago * day + 10 * hour, n)
    })
    const ids = [6, 8, 9, 11, 13].flatMap((i, n) =>
      unpack(start + Math.floor(n / 2) * day + 9 * hour + n * 50 * minute, i),
    )
    return { records: log.records(), ids }
  },
})
