import { benignWork, type RawRecord } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { account, audit } from '../microsoft-entra.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { type Network, placed } from '../microsoft-places.ts'
import { scene } from '../microsoft-scene.ts'
import { userRisk } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const vienna: Network = { city: 'Wien', state: 'Wien', country: 'AT', latitude: 48.21, longitude: 16.37, asn: 64_502 }
const porto: Network = { city: 'Porto', state: 'Porto', country: 'PT', latitude: 41.15, longitude: -8.61, asn: 64_503 }
const oslo: Network = { city: 'Oslo', state: 'Oslo', country: 'NO', latitude: 59.91, longitude: 10.75, asn: 64_504 }

const stops = [
  { network: vienna, ip: '192.0.2.211' },
  { network: porto, ip: '192.0.2.222' },
  { network: oslo, ip: '192.0.2.233' },
] as const

const scopes = 'Calendars.ReadWrite User.Read offline_access openid profile'

export default benignWork({
  title:
    'An orchestra is on tour for twelve days: hotels in three countries, a rehearsal calendar for everyone, and a busy help desk',
  sources: [
    'https://learn.microsoft.com/en-us/entra/id-protection/concept-identity-protection-risks',
    'https://learn.microsoft.com/en-us/graph/api/resources/calendar-overview',
  ],
  resembles:
    'Twelve accounts sign in from unfamiliar networks at night with risk, passwords are reset, and all of them consent to a new application from one address within an hour.',
  accounts: 12,
  days: 12,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'hallmoor-philharmonic', {
      feeds: 'entra',
      from: '2026-04-13',
      days: 65,
      after: 16,
      people: 20,
      records: 800,
    })
    const { graph, helpdesk } = tenant
    const players = Array.from({ length: 12 }, (_, i) => person(4 + i))
    const rehearsal = makeApp(random, 'Rehearsal Planner', random.uuid(), {
      ip: '203.0.113.64',
      agent: 'rehearsal-planner/5.2',
    })
    const ids: string[] = []
    for (let d = 0; d < 12; d += 1) {
      const stop = stops[Math.floor(d / 4)] ?? stops[0]
      for (const [i, player] of players.entries()) {
        if (random.number() < 0.35) continue
        const at = start + d * day + 8 * hour + random.integer(0, 900) * minute
        const risky = d % 4 === 0 && i % 4 === 0
        const login = placed(log, at, stop.network, (side) =>
          userSignIn(side, at, {
            person: player,
            client: random.pick([firstParty.outlookMobile, firstParty.officeHome, firstParty.teams]),
            resource: tenant.exchange,
            ip: stop.ip,
            risk: risky ? 'medium' : 'none',
          }),
        )
        ids.push(login)
        if (!risky) continue
        const kind = 'unfamiliarFeatures'
        ids.push(userRisk(log, at, { person: player, kind, level: 'medium', ip: stop.ip, signIn: login }))
        // Some call the help desk, which sets a new password; they sign in again a few minutes later.
        if (i !== 4) continue
        ids.push(
          audit(log, at + 20 * minute, {
            activity: 'Reset user password',
            category: 'UserManagement',
            by: helpdesk,
            targets: [account(player)],
            details: { 'User-Agent': helpdesk.agent },
          }),
          placed(log, at + 31 * minute, stop.network, (side) =>
            userSignIn(side, at + 31 * minute, {
              person: player,
              client: firstParty.officeHome,
              resource: graph,
              ip: stop.ip,
            }),
          ),
        )
      }
    }
    // After breakfast on the second day everybody connects the rehearsal planner in the hotel.
    const breakfast = start + day + 8 * hour
    for (const [i, player] of players.entries()) {
      const at = breakfast + i * 4 * minute + random.integer(0, 3) * minute
      ids.push(
        placed(log, at - 5000, stops[0].network, (side) =>
          userSignIn(side, at - 5000, {
            person: player,
            client: rehearsal,
            resource: graph,
            ip: stops[0].ip,
            ownerTenant: rehearsal.ownerTenant,
          }),
        ),
        ...auditConsent(log, at, player, { client: rehearsal, resource: graph, scopes, user: player }, false, i === 0),
      )
      for (let d = 1; d < 12; d += 1)
        ids.push(
          graphCall(log, start + d * day + 13 * hour + i * minute, {
            client: rehearsal,
            person: player,
            ip: rehearsal.ip,
            uri: d === 1 ? '/me/events' : '/me/calendarView/delta',
            method: d === 1 ? 'POST' : 'GET',
            status: d === 1 ? 201 : 200,
            permissions: scopes,
            agent: rehearsal.agent,
          }),
        )
    }
    // Nobody of the orchestra works at home during the tour.
    const away = new Map(players.map((player) => [player.oid, player.ip]))
    const records = log.records().filter((record) => {
      const at = Date.parse(`${record.time}`)
      const inner = (record.properties ?? {}) as RawRecord
      const home = away.get(`${inner.userId}`) === record.callerIpAddress
      return !home || at < start || at > start + 12 * day
    })
    return { records, ids }
  },
})
