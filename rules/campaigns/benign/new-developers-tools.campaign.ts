// A new team signs in with Visual Studio Code, Azure CLI and the Graph command line for the first time.
import { benignWork } from '../campaign.ts'
import { azureManagement, firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const scopes = 'User.Read User.ReadBasic.All openid profile offline_access'

export default benignWork({
  title: 'Five colleagues use development tools for the first time',
  sources: [
    'https://code.visualstudio.com/docs/azure/gettingstarted',
    'https://learn.microsoft.com/en-us/powershell/microsoftgraph/get-started',
  ],
  resembles: 'Accounts without development work sign in with clients that phishing of codes uses, also from a hotel.',
  accounts: 5,
  days: 9,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'wrenmoor', {
      feeds: 'both',
      from: '2026-03-02',
      days: 77,
      after: 10,
    })
    const { developer, graph } = tenant
    routine(log, start - 77 * day, 84, 40, (at) =>
      userSignIn(log, at, {
        person: developer,
        client: random.pick([firstParty.vsCode, firstParty.azureCli]),
        resource: random.pick([graph, azureManagement]),
        ip: developer.ip,
        interactive: random.number() < 0.5,
      }),
    )

    const ids: string[] = []
    ;[4, 6, 8, 10, 12].forEach((number, i) => {
      const colleague = person(number)
      // One of them works from a hotel of the same city.
      const ip = i === 4 ? '203.0.113.177' : colleague.ip
      for (let turn = 0; turn < 5; turn += 1) {
        const at = start + turn * day + (8 + i) * hour + random.integer(0, 40) * minute
        const client = [firstParty.vsCode, firstParty.azureCli, firstParty.graphTools][turn % 3] ?? firstParty.vsCode
        const session = random.uuid()
        const resource = client === firstParty.azureCli ? azureManagement : graph
        ids.push(
          userSignIn(log, at, { person: colleague, client, resource, ip, session }),
          userSignIn(log, at + 55 * minute, {
            person: colleague,
            client,
            resource,
            ip,
            session,
            interactive: false,
            incoming: 'refreshToken',
          }),
        )
        if (client === firstParty.graphTools)
          ids.push(
            graphCall(log, at + 2 * minute, {
              client,
              person: colleague,
              ip,
              uri: random.pick(['/me', '/users?$top=20', '/me/memberOf']),
              permissions: scopes,
              agent: 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-US) PowerShell/7.4.6',
            }),
          )
      }
    })
    return { records: log.records(), ids }
  },
})
