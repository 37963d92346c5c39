// Contractors work for six weeks from a commercial VPN with command line tools and an editor.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditMember, auditNewUser } from '../microsoft-directory.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { outsider } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Contractors who travel work over a VPN with Azure CLI, an editor and Graph PowerShell',
  sources: [
    'https://learn.microsoft.com/en-us/cli/azure/authenticate-azure-cli-interactively',
    'https://learn.microsoft.com/en-us/powershell/microsoftgraph/get-started',
  ],
  resembles: 'First-party developer clients are used with changing foreign addresses, some of them by a device code.',
  accounts: 3,
  days: 28,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'wexmoor', {
      feeds: 'entra',
      from: '2026-02-16',
      days: 75,
      after: 34,
      records: 340,
      people: 14,
    })
    const { admin, developer, graph, domain } = tenant
    const ids: string[] = []
    const group = { id: random.uuid(), name: 'Project contractors' }
    const contractors = ['Noor Vaal', 'Teun Marsh', 'Isa Corley'].map((name, i) => {
      const upn = `ext.${name.split(' ')[1]?.toLowerCase()}@${domain}`
      const one = outsider(random, upn, name, developer, `192.0.2.${170 + i}`)
      ids.push(auditNewUser(log, start + (9 + i) * hour, admin, one))
      ids.push(auditMember(log, start + (9 + i) * hour + minute, admin, group, one))
      return one
    })
    const clients = [firstParty.azureCli, firstParty.vsCode, firstParty.graphTools]
    const agents = ['python-requests/2.32.3', developer.agent, 'PowerShell/7.5']
    for (let date = 1; date < 30; date += 1) {
      if ([0, 6].includes(new Date(start + date * day).getUTCDay())) continue
      contractors.forEach((one, i) => {
        // The exits of the VPN change from day to day.
        const ip = `192.0.2.${170 + ((date * 3 + i * 7) % 24)}`
        const at = start + date * day + random.integer(7, 14) * hour + random.integer(0, 50) * minute
        const kind = (date + i) % 3
        const client = clients[kind] ?? firstParty.azureCli
        const tokenId = token(log)
        ids.push(
          userSignIn(log, at, { person: one, client: firstParty.teams, resource: graph, ip }),
          userSignIn(log, at + 9 * minute, {
            person: one,
            client,
            resource: graph,
            ip,
            tokenId,
            agent: agents[kind] ?? '',
            ...(kind === 0 && date % 10 === 5 ? { protocol: 'deviceCode' } : {}),
          }),
        )
        if (kind === 2)
          ids.push(
            graphCall(log, at + 11 * minute, {
              client,
              person: one,
              ip,
              tokenId,
              agent: 'PowerShell/7.5',
              permissions: 'Group.Read.All User.Read',
              uri: `/groups/${group.id}/members`,
            }),
          )
      })
    }
    return { records: log.records(), ids }
  },
})
