// An administrator writes the conditions of a consent policy, so that the service desk can accept a reviewed calendar tool.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { addsCondition, readsPolicies, refusedConsent, removesCondition } from '../microsoft-consent-conditions.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const scopes = 'openid profile offline_access User.Read Calendars.ReadWrite'
const policy = 'staff-consent'

export default benignWork({
  title: 'Administrator adds conditions to the consent policy, and the service desk accepts a reviewed calendar tool',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-app-consent-policies',
    'https://graphpermissions.merill.net/permission/Policy.ReadWrite.PermissionGrant',
  ],
  resembles:
    'People are refused at an application, a script changes the consent policy, and then nine people accept the application.',
  accounts: 10,
  days: 8,
  allowed: 'medium',
  build: (random) => {
    const stage = scene(random, 'tannberg-hotels', {
      feeds: 'entra',
      from: '2026-06-08',
      days: 77,
      after: 12,
      people: 20,
    })
    const { log, tenant, start, person } = stage
    const planner = makeApp(random, 'Rosterline Calendar', random.uuid(), {
      ip: '203.0.113.31',
      agent: 'rosterline/5.0',
    })
    const desk = [5, 6, 7, 9, 10, 12, 13, 16, 17].map(person)
    const ids: string[] = desk
      .slice(0, 3)
      .map((one, i) => refusedConsent(log, start + 8 * hour + i * 35 * minute, one, planner))
    const { admin } = tenant
    const session = { person: admin, ip: admin.ip, agent: 'PowerShell/2025.1 Microsoft.Graph', tokenId: token(log) }
    const at = start + day + 10 * hour
    ids.push(
      userSignIn(log, at, {
        person: admin,
        client: firstParty.graphTools,
        resource: tenant.graph,
        ip: admin.ip,
        tokenId: session.tokenId,
      }),
      ...readsPolicies(log, at + 3 * minute, session, policy),
      addsCondition(log, at + 8 * minute, session, policy),
      // The first condition has a spelling mistake; the administrator replaces it.
      removesCondition(log, at + 16 * minute, session, policy),
      addsCondition(log, at + 17 * minute, session, policy),
    )
    desk.forEach((one, i) => {
      const moment = start + (i < 2 ? 1 : 2) * day + (13 + (i % 4)) * hour + random.integer(0, 50) * minute
      ids.push(
        userSignIn(log, moment - 5000, {
          person: one,
          client: planner,
          resource: tenant.graph,
          ip: one.ip,
          ownerTenant: planner.ownerTenant,
        }),
        ...auditConsent(
          log,
          moment,
          one,
          { client: planner, resource: tenant.graph, scopes, user: one },
          false,
          i === 0,
        ),
      )
      for (const later of [3, 4, 7]) {
        const when = start + later * day + 6 * hour + i * 40_000
        const tokenId = token(log)
        ids.push(
          userSignIn(log, when, {
            person: one,
            client: planner,
            resource: tenant.graph,
            ip: planner.ip,
            agent: planner.agent,
            interactive: false,
            incoming: 'refreshToken',
            tokenId,
            ownerTenant: planner.ownerTenant,
          }),
          graphCall(log, when + 3000, {
            client: planner,
            person: one,
            ip: planner.ip,
            agent: planner.agent,
            tokenId,
            permissions: scopes,
            uri: '/me/calendarView?startDateTime=2026-08-24&endDateTime=2026-08-31',
          }),
        )
      }
    })
    return { records: log.records(), ids }
  },
})
