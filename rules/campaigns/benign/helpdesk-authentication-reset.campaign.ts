// New phones for a department: the help desk removes old methods, gives passes, people register at home.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { account, audit } from '../microsoft-entra.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The help desk renews the sign-in methods of a department that gets new phones',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-authentication-temporary-access-pass',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-mfa-userdevicesettings',
  ],
  resembles:
    'Methods are deleted, passes made, passwords reset, and new methods registered from networks not seen before.',
  accounts: 10,
  days: 4,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'fennick', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-03-02',
      days: 78,
      records: 330,
      people: 18,
    })
    const { helpdesk, graph } = tenant
    const ids: string[] = []
    for (let i = 0; i < 10; i += 1) {
      const whom = person(5 + i)
      const at = start + Math.floor(i / 3) * day + (8 + (i % 3) * 2) * hour + random.integer(0, 40) * minute
      const home = `203.0.113.${205 + i}`
      const method = (moment: number, activity: string, reason: string): string =>
        audit(log, moment, {
          activity,
          category: 'UserManagement',
          by: helpdesk,
          type: activity.includes('deleted') ? 'Delete' : 'Create',
          service: 'Authentication Methods',
          reason,
          targets: [account(whom)],
          details: { 'User-Agent': helpdesk.agent },
        })
      ids.push(
        method(at, 'Admin deleted security info', 'Admin deleted Authenticator App with Notification and Code'),
        method(
          at + 2 * minute,
          'Admin registered security info',
          'Admin registered temporary access pass method for user',
        ),
      )
      if (i % 4 === 0)
        ids.push(
          audit(log, at + 3 * minute, {
            activity: 'Reset user password',
            category: 'UserManagement',
            by: helpdesk,
            targets: [account(whom, [], true)],
            details: { 'User-Agent': helpdesk.agent },
          }),
        )
      const agent =
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1'
      const evening = at + random.integer(3, 9) * hour
      ids.push(
        userSignIn(log, evening, { person: whom, client: firstParty.mySignIns, resource: graph, ip: home, agent }),
        audit(log, evening + 3 * minute, {
          activity: 'User registered security info',
          category: 'UserManagement',
          by: whom,
          ip: home,
          type: 'Create',
          service: 'Authentication Methods',
          reason: 'User registered Authenticator App with Notification and Code',
          targets: [account(whom)],
          details: { 'User-Agent': agent },
        }),
        userSignIn(log, evening + 6 * minute, {
          person: whom,
          client: firstParty.outlookMobile,
          resource: tenant.exchange,
          ip: home,
          agent: 'Outlook-iOS/2.0',
        }),
      )
    }
    return { records: log.records(), ids }
  },
})
