import { benignWork } from '../campaign.ts'
import { deviceRegistration, firstParty } from '../microsoft-clients.ts'
import { joinDevice } from '../microsoft-devices.ts'
import { auditNewUser } from '../microsoft-directory.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { outsider } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The help desk signs in new meeting room panels with device codes',
  sources: ['https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-device-code'],
  resembles: 'Device codes for the authentication broker, devices that join minutes later, tokens used at once.',
  accounts: 6,
  days: 3,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'heronsgate', {
      feeds: 'entra',
      from: '2026-03-09',
      days: 45,
      records: 190,
    })
    const { helpdesk } = tenant
    const android = 'Mozilla/5.0 (Linux; Android 13; RoomPanel 10) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36'
    const ids = ['Oak', 'Elm', 'Ash', 'Yew', 'Fir', 'Bay'].flatMap((name, i) => {
      const room = {
        ...outsider(random, `room.${name.toLowerCase()}@${tenant.domain}`, `Room ${name}`, person(5), helpdesk.ip),
        agent: android,
      }
      const at = start + 10 * hour + i * 17 * minute
      const common = { person: room, ip: room.ip, singleFactor: true }
      const device = { id: random.uuid(), name: `PANEL-${name.toUpperCase()}`, system: 'Android' }
      return [
        auditNewUser(log, start + 8 * hour + i * minute, helpdesk, room),
        userSignIn(log, at, {
          ...common,
          client: firstParty.broker,
          resource: deviceRegistration,
          protocol: 'deviceCode',
        }),
        ...joinDevice(log, at + 2 * minute, room, { ...device, kind: 'Workplace' }, room.ip),
        ...repeat(random, at + 5 * minute, 6, 7 * hour, (moment) =>
          userSignIn(log, moment, {
            ...common,
            client: firstParty.teams,
            resource: tenant.graph,
            interactive: false,
            incoming: 'primaryRefreshToken',
            device: device.id,
          }),
        ),
      ]
    })
    return { records: log.records(), ids }
  },
})
