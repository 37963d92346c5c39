import { benignWork } from '../campaign.ts'
import { newPasswordByDesk, registersMethod } from '../microsoft-app-passwords.ts'
import { firstParty } from '../microsoft-clients.ts'
import { joinDevice } from '../microsoft-devices.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { type Network, placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute, type Named } from '../microsoft-tenant.ts'

const hotel: Network = {
  city: 'Sevilla',
  state: 'Sevilla',
  country: 'ES',
  latitude: 37.39,
  longitude: -5.99,
  asn: 64_502,
}
const hotelAddress = '203.0.113.141'
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'
const scopes = 'openid profile email offline_access User.Read Calendars.ReadWrite'

export default benignWork({
  title: 'A bag with a laptop and a phone is stolen abroad, and the owner starts over from a hotel',
  sources: ['https://learn.microsoft.com/en-us/entra/identity/users/users-revoke-access'],
  resembles: 'New password, new second factor, new device and a consent come from a foreign network in two hours.',
  accounts: 2,
  days: 5,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'harrow-optics', {
      feeds: 'entra',
      from: '2026-04-06',
      days: 66,
      people: 17,
      records: 340,
    })
    const { helpdesk, graph, exchange, sharepoint } = tenant
    const scheduler = makeApp(random, 'Tidewell Scheduler', random.uuid())
    const traveller = person(8)
    const colleagues = [person(4), person(5), person(10), traveller]
    // The scheduler is in daily use; the owner of the bag connected it in the first weeks.
    colleagues.forEach((by, i) => {
      auditConsent(
        log,
        start - (64 - i * 3) * day + 10 * hour,
        by,
        { client: scheduler, resource: graph, scopes, user: by },
        false,
        i === 0,
      )
    })
    routine(log, start - 50 * day, 50, 60, (at) => {
      const by = random.pick(colleagues)
      return graphCall(log, at, {
        client: scheduler,
        person: by,
        ip: scheduler.ip,
        uri: '/me/calendarView',
        permissions: scopes,
        agent: 'tidewell/7.1',
      })
    })
    routine(log, start - 60 * day, 60, 8, (at) => newPasswordByDesk(log, at, helpdesk, person(11))[0] ?? '')
    const signIn = (at: number, client: Named, resource: Named, agent: string, interactive = true) =>
      placed(log, at, hotel, (side) =>
        userSignIn(side, at, {
          person: traveller,
          client,
          resource,
          ip: hotelAddress,
          agent,
          interactive,
          singleFactor: client.appId === firstParty.officeHome.appId,
          ...(client === scheduler ? { ownerTenant: scheduler.ownerTenant } : {}),
        }),
      )
    const evening = start + 19 * hour
    const at = start + day + 8 * hour
    const loan = { id: random.uuid(), name: 'LOAN-07', system: 'Windows', kind: 'AzureAd' } as const
    const ids = [
      ...newPasswordByDesk(log, evening, helpdesk, traveller),
      signIn(at, firstParty.officeHome, graph, traveller.agent),
      signIn(at + 4 * minute, firstParty.mySignIns, graph, phone),
      registersMethod(log, at + 7 * minute, traveller, 'Authenticator App with Notification and Code', hotelAddress),
      signIn(at + 15 * minute, firstParty.outlookMobile, exchange, phone),
      ...joinDevice(log, at + 35 * minute, traveller, loan, hotelAddress),
      signIn(at + 44 * minute, firstParty.teams, graph, traveller.agent, false),
      signIn(at + 46 * minute, firstParty.oneDriveSync, sharepoint, traveller.agent, false),
      signIn(at + 70 * minute, scheduler, graph, traveller.agent),
      ...auditConsent(
        log,
        at + 71 * minute,
        traveller,
        { client: scheduler, resource: graph, scopes, user: traveller },
        false,
        false,
      ),
    ]
    ids.push(
      ...repeat(random, at + 50 * minute, 16, 90 * minute, (when) =>
        graphCall(log, when, {
          client: firstParty.teams,
          person: traveller,
          ip: hotelAddress,
          uri: random.pick(['/me', '/me/presence', '/me/joinedTeams']),
          permissions: 'Presence.ReadWrite User.Read',
          agent: traveller.agent,
        }),
      ),
      userSignIn(log, start + 4 * day + 9 * hour, {
        person: traveller,
        client: firstParty.officeHome,
        resource: graph,
        ip: traveller.ip,
      }),
    )
    return { records: log.records(), ids }
  },
})
