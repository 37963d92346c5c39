// Identity protection is silenced by an application of the organization whose secret was stolen.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { userRisk } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const permissions = 'IdentityRiskEvent.Read.All IdentityRiskyUser.ReadWrite.All'

export default attackCampaign({
  title:
    'With the stolen secret of the ticket system, an intruder dismisses the risk of the treasurer after each detection, and keeps the session',
  sources: [
    'https://docs.microsoft.com/en-us/graph/api/riskyusers-dismiss?view=graph-rest-beta',
    'https://graphpermissions.merill.net/permission/IdentityRiskyUser.ReadWrite.All',
    'https://heilancoos.github.io/writeups/huskycorp',
  ],
  facts: [
    'An application with one permission can dismiss the risk of users; the risk level becomes none.',
    'A policy on user risk then no longer blocks the account.',
    'A key of an application in a settings file gives an intruder the permissions of the application.',
    'Identity protection reports the proxied sign-in of the phished person, each time anew.',
  ],
  build: (random) => {
    const stage = scene(random, 'tarnbrook-shipping', {
      feeds: 'entra',
      from: '2026-03-02',
      days: 71,
      after: 14,
      records: 700,
      people: 20,
    })
    const { log, tenant, start, person } = stage
    const { graph } = tenant
    const ticket = makeApp(random, 'Ticket Risk Sync', tenant.id, { ip: '198.51.100.62', agent: 'ticket-sync/1.9' })
    // The ticket system only reads, from the house, and one colleague in three weeks is at risk after a wrong network.
    const reads = routine(log, start - 71 * day, 85, 260, (at) => {
      appSignIn(log, at, { app: ticket, resource: graph })
      return graphCall(log, at + 5000, {
        client: ticket,
        ip: ticket.ip,
        uri: "/identityProtection/riskyUsers?$filter=riskState eq 'atRisk'",
        permissions,
        agent: ticket.agent,
      })
    })
    const treasurer = person(9)
    const ip = '192.0.2.25'
    const shared = { person: treasurer, resource: graph, ip, session: random.uuid() }
    const logins: string[] = []
    const signs: string[] = []
    const dismissals: string[] = []
    for (const [i, offset] of [9 * hour, day + 7 * hour, 3 * day + 22 * hour, 5 * day + 6 * hour].entries()) {
      const at = start + offset + random.integer(0, 40) * minute
      const login = userSignIn(log, at, { ...shared, client: firstParty.officeHome, risk: 'high' })
      logins.push(login)
      const kind = i === 0 ? 'attackerinTheMiddle' : 'anomalousToken'
      userRisk(log, at, { person: treasurer, kind, level: 'high', ip, signIn: login })
      const later = at + random.integer(6, 14) * minute
      signs.push(appSignIn(log, later, { app: ticket, resource: graph, ip }))
      const call = { client: ticket, ip, permissions, agent: 'python-requests/2.32.3' }
      graphCall(log, later + 6000, { ...call, uri: `/identityProtection/riskyUsers/${treasurer.oid}` })
      const uri = '/identityProtection/riskyUsers/dismiss'
      dismissals.push(graphCall(log, later + 15_000, { ...call, uri, method: 'POST', status: 204 }))
    }
    // On the fifth day the treasurer's session consents to a plain application, and the application takes mail.
    const helper = makeApp(random, 'Ledger Reminder', random.uuid())
    const scopes = 'Mail.Read User.Read offline_access openid profile'
    const at = start + 5 * day + 7 * hour
    userSignIn(log, at - 9000, { ...shared, client: helper, ownerTenant: helper.ownerTenant })
    const consent = auditConsent(log, at, treasurer, { client: helper, resource: graph, scopes, user: treasurer })
    const mail = Array.from({ length: 14 }, (_, i) =>
      graphCall(log, at + (4 + i * 3) * minute, {
        client: helper,
        person: treasurer,
        ip,
        uri: `/me/messages?$top=100&$skip=${i * 100}`,
        permissions: scopes,
        agent: 'python-requests/2.32.3',
        size: random.integer(120_000, 600_000),
      }),
    )
    return {
      records: log.records(),
      firstHostile: logins[0] ?? '',
      dataLeft: mail,
      required: [
        {
          act: 'The ticket system signs in with its usual secret from a hosting network that it never used',
          ids: signs,
          minimum: 'medium',
        },
        {
          act: 'The ticket system, which only read, dismisses the risk of one person minutes after each detection',
          ids: dismissals,
          minimum: 'high',
        },
        {
          act: 'The person at risk gives a new application of a stranger the right to read mail',
          ids: consent,
          minimum: 'medium',
        },
        { act: 'The new application takes the mail of the treasurer', ids: mail, minimum: 'medium' },
      ],
      quiet: [...stage.quiet, ...reads.slice(0, 40)],
    }
  },
})
