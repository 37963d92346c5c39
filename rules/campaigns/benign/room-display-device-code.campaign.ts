import { benignWork } from '../campaign.ts'
import { deviceRegistration, firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute, type Person } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Displays at meeting rooms are signed in with a device code by the facility team',
  sources: [
    'https://github.com/MicrosoftDocs/OfficeDocs-SkypeForBusiness/blob/public/Teams/devices/collab-bar-deploy.md',
  ],
  resembles:
    'Device code sign-ins of several accounts in one hour, and lasting calls of Graph by a client without a browser.',
  accounts: 4,
  days: 2,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'greybridge', {
      feeds: 'both',
      from: '2026-03-09',
      days: 45,
      records: 220,
    })
    const rooms = ['north', 'south', 'attic', 'garden'].map(
      (name, i): Person => ({
        ...person(3),
        upn: `room-${name}@${tenant.domain}`,
        name: `Room ${name}`,
        oid: random.uuid(),
        puid: `100320020000AB0${i}`,
        mailbox: random.uuid(),
        ip: '198.51.100.21',
        agent: 'Teams-Display/1449 (Android 12)',
      }),
    )
    const set = (at: number, room: Person): readonly string[] => [
      userSignIn(log, at, {
        person: room,
        client: firstParty.broker,
        resource: deviceRegistration,
        ip: room.ip,
        protocol: 'deviceCode',
        singleFactor: true,
      }),
      ...repeat(random, at + minute, 12, 3 * hour, (moment) =>
        graphCall(log, moment, {
          client: firstParty.teams,
          person: room,
          ip: room.ip,
          agent: room.agent,
          permissions: 'Calendars.Read User.Read',
          uri: '/me/calendarView?startDateTime=today&endDateTime=tomorrow',
        }),
      ),
    ]
    rooms.slice(0, 2).forEach((room, i) => {
      set(start - (30 - i) * day + 8 * hour, room)
    })
    const ids = rooms.flatMap((room, i) => set(start + 8 * hour + i * 12 * minute, room))
    return { records: log.records(), ids }
  },
})
