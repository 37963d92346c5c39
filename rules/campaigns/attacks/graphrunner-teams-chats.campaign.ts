import { attackCampaign } from '../campaign.ts'
import { firstParty, scopeIds } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { consent } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'GraphRunner: Teams chats leave, then an injected application reads on',
  sources: [
    'https://www.blackhillsinfosec.com/introducing-graphrunner/',
    'https://www.invictus-ir.com/news/a-defenders-guide-to-graphrunner-part-ii',
  ],
  facts: [
    'The tool gets a token through a device code for the client Microsoft Office.',
    'It searches SharePoint, OneDrive, mail and Teams for words such as password, through the search endpoint of Graph.',
    'Its module Get-TeamsChat downloads whole chats.',
    'Its module Invoke-InjectOAuthApp registers an application in the tenant of the victim, with a secret and a local reply address.',
    'The victim account then consents to the scopes of the new application.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'ferncombe', {
      feeds: 'both',
      from: '2025-02-05',
      days: 75,
      after: 36,
    })
    const victim = person(7)
    const from = '192.0.2.201'
    const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Edg/120.0.0.0'
    const officeScopes = 'Calendars.ReadWrite Chat.ReadWrite Files.ReadWrite.All Mail.ReadWrite User.Read.All'
    const chats = Array.from({ length: 12 }, () => `19:${random.uuid()}@unq.gbl.spaces`)

    const first = start + 6 * hour
    const tokenId = random.uuid().replaceAll('-', '').slice(0, 22)
    const code = userSignIn(log, first, {
      person: victim,
      client: firstParty.office,
      resource: tenant.graph,
      ip: from,
      agent,
      protocol: 'deviceCode',
      tokenId,
    })
    const office = (at: number, uri: string, method = 'GET', size = 14_000): string =>
      graphCall(log, at, {
        client: firstParty.office,
        person: victim,
        ip: from,
        uri,
        method,
        size,
        permissions: officeScopes,
        agent,
        tokenId,
      })
    const searches = repeat(random, first + 4 * minute, 9, 40_000, (at) => office(at, '/search/query', 'POST', 52_000))
    const dump = [
      office(first + 14 * minute, '/me/chats?$expand=members&$top=50', 'GET', 60_000),
      ...repeat(random, first + 15 * minute, 36, 12_000, (at, i) =>
        office(at, `/chats/${chats[i % chats.length]}/messages?$top=50`, 'GET', random.integer(30_000, 160_000)),
      ),
    ]

    // The injected application.
    const app = makeApp(random, 'Win Defend for M365', tenant.id, { reply: 'http://localhost:10000', ip: from, agent })
    const scopes =
      'openid profile offline_access email User.Read User.ReadBasic.All Mail.Read Mail.Send Chat.Read Files.Read.All'
    const secret = { id: random.uuid(), name: 'secret' }
    const madeAt = first + 40 * minute
    const made = register(log, madeAt, victim, app, {
      scopes: [scopeIds.mailRead, scopeIds.mailSend, scopeIds.offline, scopeIds.userRead],
    })
    const key = credential(log, madeAt + 2000, victim, app, [], [secret])
    const consented = consent(log, madeAt + 3 * minute, {
      by: victim,
      app,
      resource: tenant.graph,
      scopes,
      isNew: false,
    })

    const reads: string[] = []
    for (let week = 0; week < 5; week += 1) {
      const at = start + (2 + week * 7) * day + 3 * hour
      const weekly = random.uuid().replaceAll('-', '').slice(0, 22)
      userSignIn(log, at, {
        person: victim,
        client: app,
        resource: tenant.graph,
        ip: '192.0.2.207',
        agent: 'python-requests/2.32.3',
        interactive: false,
        incoming: 'refreshToken',
        ownerTenant: tenant.id,
        tokenId: weekly,
      })
      reads.push(
        ...repeat(random, at + 5000, 8, 25_000, (moment, i) =>
          graphCall(log, moment, {
            client: app,
            person: victim,
            ip: '192.0.2.207',
            uri: i === 0 ? '/me/chats?$top=50' : `/chats/${chats[(i + week) % chats.length]}/messages?$top=50`,
            permissions: scopes,
            agent: 'python-requests/2.32.3',
            size: random.integer(20_000, 90_000),
            tokenId: weekly,
          }),
        ),
      )
    }

    return {
      records: log.records(),
      firstHostile: code,
      dataLeft: [...dump, ...reads],
      required: [
        {
          act: 'chats are searched and downloaded after a sign-in with a device code from a foreign network',
          ids: [code, ...searches, ...dump],
          minimum: 'medium',
        },
        {
          act: 'a user registers an application with a secret and consents to mail, chats and files within minutes',
          ids: [...made, key, ...consented],
          minimum: 'medium',
        },
        { act: 'the new application reads chats from another network for weeks', ids: reads, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
