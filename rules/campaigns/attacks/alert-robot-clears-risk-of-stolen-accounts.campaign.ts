// The secret of a response robot is used from elsewhere: it clears the risk of two accounts that the thief then uses; sign-ins and Graph alone.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const agent = 'alert-desk/3.6 (+python-httpx/0.28)'
const permissions = 'AuditLog.Read.All IdentityRiskyUser.ReadWrite.All Policy.Read.All User.Read.All'

export default attackCampaign({
  title: 'A response robot from a rented server dismisses the risk of two accounts, and their mail is read from there',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/riskyuser-dismiss',
    'https://graphpermissions.merill.net/permission/IdentityRiskyUser.ReadWrite.All.html',
    'https://learn.microsoft.com/en-us/entra/id-protection/howto-identity-protection-remediate-unblock',
  ],
  facts: [
    'A policy blocks accounts with risk; an application with one permission can dismiss the risk of any account.',
    'Response robots have this permission, and their secrets lie in playbooks and build systems.',
    'The robot reads risk each hour from its own address, and confirms a compromise now and then; it never dismissed any.',
    'The thief uses the secret that the robot has had for long, so that no credential is new.',
    'The customer has the sign-in logs and the Graph activity log, and no directory audit.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'merrowbank', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 70,
      after: 8,
      records: 800,
      people: 18,
    })
    const robot = makeApp(random, 'Alert Desk', tenant.id, { ip: '198.51.100.77', agent })
    const robotCall = (at: number, ip: string, uri: string, method = 'GET', status = 200, size = 4_000): string =>
      graphCall(log, at, { client: robot, ip, uri, method, status, size, permissions, agent })
    const usual = routine(log, start - 70 * day, 76, 260, (at) => {
      appSignIn(log, at - 4_000, { app: robot, resource: tenant.graph })
      return robotCall(at, robot.ip, random.pick(['/identityProtection/riskyUsers', '/auditLogs/signIns?$top=50']))
    })
    const confirmed = [12, 31, 58].map((after, i) =>
      robotCall(
        start - 70 * day + after * day + (9 + i) * hour,
        robot.ip,
        '/identityProtection/riskyUsers/confirmCompromised',
        'POST',
        204,
        0,
      ),
    )

    const server = '192.0.2.77'
    const victims = [person(6), person(13)]
    const at = start + 2 * day + 21 * hour + 12 * minute
    const entered = appSignIn(log, at, { app: robot, resource: tenant.graph, ip: server })
    const looked = ['/identityProtection/riskyUsers?$filter=riskState eq %27atRisk%27', '/users?$top=999']
    const mapped = [
      ...looked,
      '/identity/conditionalAccess/policies',
      '/identity/conditionalAccess/namedLocations',
    ].map((uri, i) => robotCall(at + (i + 1) * 40_000, server, uri, 'GET', 200, 60_000 + i * 21_000))
    const dismissed = [at + 6 * minute, at + 10 * hour].map((then) =>
      robotCall(then, server, '/identityProtection/riskyUsers/dismiss', 'POST', 204, 0),
    )
    const taken = victims.map((who, i) => {
      const then = (i === 0 ? at : at + 10 * hour) + 14 * minute
      const tokenId = token(log)
      const session = random.uuid()
      const signIn = userSignIn(log, then, {
        person: who,
        client: firstParty.office,
        resource: tenant.graph,
        ip: server,
        tokenId,
        session,
      })
      const read = repeat(random, then + minute, 46, 9_000, (now, turn) =>
        graphCall(log, now, {
          client: firstParty.office,
          person: who,
          ip: server,
          uri: turn % 8 === 0 ? '/me/messages?$top=100' : `/me/messages/AAMkAD${random.uuid().replaceAll('-', '')}`,
          size: random.integer(9_000, 700_000),
          permissions: 'Mail.ReadWrite Files.ReadWrite.All User.Read openid profile',
          agent: 'python-requests/2.32.3',
          tokenId,
        }),
      )
      return { signIn, read }
    })

    const kept = only(
      log.records(),
      [...quiet, ...usual.slice(0, 16), ...confirmed.slice(1)],
      ['SignInLogs', 'NonInteractiveUserSignInLogs', 'ServicePrincipalSignInLogs', 'MicrosoftGraphActivityLogs'],
    )
    return {
      records: kept.records,
      firstHostile: entered,
      dataLeft: [...mapped, ...taken.flatMap((one) => one.read)],
      required: [
        {
          act: 'the robot signs in and calls from a network that it never used',
          ids: [entered, ...mapped],
          minimum: 'medium',
        },
        { act: 'the robot dismisses risk for the first time, from there', ids: dismissed, minimum: 'medium' },
        {
          act: 'two people sign in from the server of the robot',
          ids: taken.map((one) => one.signIn),
          minimum: 'low',
        },
        {
          act: 'a script reads their messages one by one from the same server',
          ids: taken.flatMap((one) => one.read),
          minimum: 'medium',
        },
      ],
      quiet: kept.ids,
    }
  },
})
