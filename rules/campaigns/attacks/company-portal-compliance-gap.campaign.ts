import { attackCampaign } from '../campaign.ts'
import { firstParty, oldDirectory } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { only } from '../microsoft-only.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const companyPortal = { name: 'Microsoft Intune Company Portal', appId: '9ba1a5c7-f17a-4de9-a1f1-6178c8d51223' }
const signIns = ['SignInLogs', 'NonInteractiveUserSignInLogs', 'ServicePrincipalSignInLogs']

export default attackCampaign({
  title: 'A stolen session avoids the rule for compliant devices with the client of the Company Portal',
  sources: ['https://labs.jumpsec.com/tokensmith-bypassing-intune-compliant-device-conditional-access/'],
  facts: [
    'A policy that requires a compliant device exempts the Company Portal client, because a new device must enrol.',
    'The tool TokenSmith gets an authorization code for the Company Portal client and redeems it elsewhere.',
    'The token reads the directory although the device is neither joined nor compliant.',
    'Refresh tokens of this client give further access tokens.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'halden-marine', {
      feeds: 'entra',
      from: '2026-03-02',
      days: 70,
      after: 14,
      people: 28,
      records: 640,
    })
    // Staff enrol telephones now and then: the same client, from their own network.
    const enrolled = [3, 5, 8, 10, 14, 19].map((i) =>
      userSignIn(log, start - (60 - i * 2) * day + 9 * hour, {
        person: person(i),
        client: companyPortal,
        resource: tenant.graph,
        ip: person(i).ip,
        agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
      }),
    )
    const victim = person(9)
    const ip = '192.0.2.77'
    const session = random.uuid()
    const at = start + day + 6 * hour
    const blocked = repeat(random, at, 3, 4 * minute, (when) =>
      userSignIn(log, when, {
        person: victim,
        client: random.pick([firstParty.officeHome, firstParty.outlookWeb]),
        resource: tenant.exchange,
        ip,
        session,
        error: 53000,
        reason: 'Device is not in required device state: compliant.',
      }),
    )
    const gap = userSignIn(log, at + 40 * minute, {
      person: victim,
      client: companyPortal,
      resource: tenant.graph,
      ip,
      session,
    })
    const refreshed = repeat(random, at + 45 * minute, 12, 5 * hour, (when, i) =>
      userSignIn(log, when, {
        person: victim,
        client: companyPortal,
        resource: i % 3 === 0 ? oldDirectory : tenant.graph,
        ip: i < 6 ? ip : '192.0.2.91',
        agent: 'python-requests/2.32.3',
        interactive: false,
        incoming: 'refreshToken',
        session,
      }),
    )
    const kept = only(log.records(), [...quiet, ...enrolled.slice(2)], signIns)
    return {
      records: kept.records,
      firstHostile: blocked[0] ?? gap,
      dataLeft: refreshed,
      required: [
        {
          act: 'After refusals for a device that is not compliant, the Company Portal client from a hosting network',
          ids: [gap, ...refreshed],
          minimum: 'medium',
        },
      ],
      quiet: kept.ids,
    }
  },
})
