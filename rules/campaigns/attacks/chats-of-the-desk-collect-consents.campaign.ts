// A stolen help desk session writes to 46 colleagues in Teams. Five of them consent to an application that reads chats at night.
import { attackCampaign } from '../campaign.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

export default attackCampaign({
  title:
    'A stolen help desk session writes chats to 46 colleagues, and a new application reads the chats of five at night',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2025/10/07/disrupting-threats-targeting-microsoft-teams/',
    'https://learn.microsoft.com/en-us/graph/api/chat-post-messages',
    'https://github.com/dafthack/GraphRunner',
  ],
  facts: [
    'Attackers write in Teams as the help desk, from accounts that they have taken.',
    'They list people and write chats through Microsoft Graph.',
    'The chats lead to sign-ins, codes and consents.',
    'Chats and the files in them are then collected through Graph.',
  ],
  build: (random) => {
    const stage = scene(random, 'marlowquay', { feeds: 'entra', from: '2025-11-24', days: 91, after: 26 })
    const { log, tenant, start, quiet, person } = stage
    const { helpdesk, developer, graph } = tenant
    const explorer = makeApp(random, 'Graph Explorer', '72f988bf-86f1-41af-91ab-2d7cd011db47', {
      appId: 'de8bc8b5-d9f9-48b1-a8ad-b748da725064',
    })
    const tries = routine(log, start - 91 * day, 110, 60, (at) =>
      graphCall(log, at, {
        client: explorer,
        person: developer,
        ip: developer.ip,
        uri: random.pick(['/me', '/me/messages?$top=5', '/me/joinedTeams', '/me/chats']),
        permissions: 'Chat.Read Mail.Read Team.ReadBasic.All User.Read',
        agent: developer.agent,
      }),
    )

    const away = '192.0.2.140'
    const browser =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36'
    const begin = start + day + 8 * hour + 5 * minute
    const enter = userSignIn(log, begin, {
      person: helpdesk,
      client: explorer,
      resource: graph,
      ip: away,
      agent: browser,
      ownerTenant: explorer.ownerTenant,
    })
    const scopes = 'Chat.ReadWrite User.ReadBasic.All'
    auditConsent(log, begin + 2 * minute, helpdesk, { client: explorer, resource: graph, scopes, user: helpdesk })
    const asDesk = (at: number, uri: string, method: string, status: number): string =>
      graphCall(log, at, {
        client: explorer,
        person: helpdesk,
        ip: away,
        uri,
        method,
        status,
        permissions: `${scopes} openid profile`,
        agent: browser,
      })
    asDesk(begin + 4 * minute, '/users?$select=id,displayName,jobTitle&$top=999', 'GET', 200)
    const chats = Array.from({ length: 46 }, (_, i) => {
      const at = begin + 6 * minute + i * 41_000
      return [
        asDesk(at, '/chats', 'POST', 201),
        asDesk(at + 6_000, `/chats/19:${random.uuid()}_${helpdesk.oid}@unq.gbl.spaces/messages`, 'POST', 201),
      ]
    }).flat()

    const app = makeApp(random, 'Service Desk Ticket View', random.uuid(), { ip: '192.0.2.77', agent: 'axios/1.7.9' })
    const victims = [4, 6, 7, 9, 12].map(person)
    const wants = 'offline_access Chat.Read Files.Read.All User.Read'
    const consents = victims.flatMap((victim, i) => {
      const at = begin + (30 + i * 53) * minute
      userSignIn(log, at - 6_000, {
        person: victim,
        client: app,
        resource: graph,
        ip: victim.ip,
        ownerTenant: app.ownerTenant,
      })
      return auditConsent(
        log,
        at,
        victim,
        { client: app, resource: graph, scopes: wants, user: victim },
        false,
        i === 0,
      )
    })
    const call = (at: number, victim: Person, uri: string, size: number): string =>
      graphCall(log, at, {
        client: app,
        person: victim,
        ip: app.ip,
        uri,
        permissions: 'Chat.Read Files.Read.All User.Read',
        agent: app.agent,
        size,
      })
    const reads: string[] = []
    const files: string[] = []
    for (let night = 1; night <= 18; night += 1) {
      const victim = victims[night % victims.length] ?? helpdesk
      const at = start + (1 + night) * day + hour + random.integer(0, 100) * minute
      userSignIn(log, at, {
        person: victim,
        client: app,
        resource: graph,
        ip: app.ip,
        agent: app.agent,
        interactive: false,
        incoming: 'refreshToken',
        ownerTenant: app.ownerTenant,
      })
      if (night <= 5) reads.push(call(at + 20_000, victim, '/me/chats?$expand=lastMessagePreview&$top=50', 61_000))
      for (let i = 0; i < 3; i += 1)
        reads.push(
          call(at + (i + 1) * minute, victim, `/me/chats/19:${random.uuid()}@thread.v2/messages?$top=50`, 88_000),
        )
      if (night % 3 === 0)
        files.push(
          call(at + 9 * minute, victim, `/drives/b!${random.uuid()}/items/01${random.digits(20)}/content`, 940_000),
        )
    }
    return {
      records: log.records(),
      firstHostile: enter,
      dataLeft: [...reads, ...files],
      required: [
        {
          act: 'One account writes 46 new chats in half an hour from a strange network',
          ids: chats,
          minimum: 'medium',
        },
        {
          act: 'Five people consent to the same new application for chats and all files',
          ids: consents,
          minimum: 'medium',
        },
        { act: 'The new application reads the chats of five people', ids: reads, minimum: 'medium' },
        { act: 'The new application fetches files', ids: files, minimum: 'medium' },
      ],
      quiet: [...quiet, ...tries],
    }
  },
})
