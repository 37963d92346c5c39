// A stolen key of a vendor's agent blueprint opens all agents that the customer approved: sign-ins and Graph activity.
import { attackCampaign } from '../campaign.ts'
import { agentLog, makeAgent, tokenExchange } from '../microsoft-agents.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { type App, day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A key of a foreign agent blueprint acts as every agent of the customer',
  sources: [
    'https://securitylabs.datadoghq.com/articles/agent-id-blueprint-blast-radius/',
    'https://securitylabs.datadoghq.com/articles/agent-id-inside-agent-compromise/',
    'https://learn.microsoft.com/en-us/graph/api/resources/agentic-agentsignin?view=graph-rest-beta',
  ],
  facts: [
    'Who can add a credential to a blueprint can act as all its agents, in every tenant that has them.',
    'The key is added in the tenant of the vendor. The directory audit of the customer has no record of it.',
    'An agent has no key. The blueprint gets a token with its key, and exchanges it for the token of the agent.',
    'Third-party blueprints can have many agents with different permissions.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'havelock', {
      feeds: 'entra',
      from: '2026-04-06',
      days: 84,
      records: 300,
    })
    const blueprint = makeApp(random, 'Deskmate Agent Platform', random.uuid(), {
      ip: '203.0.113.71',
      agent: 'deskmate-agents/3.1',
    })
    const agents = agentLog(log, blueprint)
    const helper = makeAgent(log, 'Deskmate Service Desk Agent', blueprint)
    const planner = makeAgent(log, 'Deskmate Room Planner', blueprint)
    const writer = makeAgent(log, 'Deskmate Contract Writer', blueprint)
    const rights: readonly (readonly [App, string])[] = [
      [helper, 'Mail.ReadWrite User.Read.All'],
      [planner, 'Calendars.Read Place.Read.All'],
      [writer, 'Files.Read.All Sites.Read.All'],
    ]
    const desk = tenant.helpdesk.oid
    // The agents work for months: one mailbox, the rooms, one library.
    const usual: readonly string[] = [
      `/users/${desk}/messages?$top=10`,
      '/places/microsoft.graph.room',
      '/sites/root/drive/root/delta',
    ]
    const work = (at: number): string => {
      const i = random.integer(0, 2)
      const [agent, permissions] = rights[i] ?? [helper, '']
      const tokenId = token(log)
      appSignIn(agents, at - 4000, { app: blueprint, resource: tokenExchange, kind: 'federatedIdentityCredential' })
      appSignIn(agents, at - 2000, { app: agent, resource: tenant.graph, kind: 'federatedIdentityCredential', tokenId })
      return graphCall(log, at, {
        client: agent,
        ip: blueprint.ip,
        uri: usual[i] ?? '/users',
        permissions,
        agent: blueprint.agent,
        tokenId,
      })
    }
    const calm = routine(log, start - 84 * day, 83, 120, work)
    routine(log, start, 5, 10, work)
    // The thief has a new secret of the blueprint.
    const attackerIp = '192.0.2.144'
    const stolen = random.uuid()
    const night = start + 1 * hour
    const tokens = [token(log), token(log), token(log)]
    const signIns: string[] = []
    rights.forEach(([agent], i) => {
      const at = night + i * 25 * minute
      signIns.push(
        appSignIn(agents, at, { app: blueprint, resource: tokenExchange, ip: attackerIp, keyId: stolen }),
        appSignIn(agents, at + 3000, {
          app: agent,
          resource: tenant.graph,
          ip: attackerIp,
          kind: 'federatedIdentityCredential',
          tokenId: tokens[i] ?? '',
        }),
      )
    })
    const call = (at: number, i: number, uri: string, size: number) =>
      graphCall(log, at, {
        client: rights[i]?.[0] ?? helper,
        ip: attackerIp,
        uri,
        size,
        permissions: rights[i]?.[1] ?? '',
        agent: 'python-httpx/0.28.1',
        tokenId: tokens[i] ?? '',
      })
    call(night + minute, 0, '/users?$select=id,displayName,jobTitle&$top=999', 41_000)
    const mail = repeat(random, night + 2 * minute, 24, 40_000, (at, i) =>
      call(at, 0, `/users/${person(3 + (i % 9)).oid}/messages?$top=250&$skip=${250 * Math.floor(i / 9)}`, 380_000),
    )
    const files = repeat(random, night + 52 * minute, 30, 20_000, (at) =>
      call(at, 2, `/drives/b!${random.uuid().slice(0, 12)}/items/${random.uuid().slice(0, 20)}/content`, 900_000),
    )
    const seen = only(
      log.records(),
      [...quiet, ...calm.slice(0, 20)],
      ['SignInLogs', 'NonInteractiveUserSignInLogs', 'ServicePrincipalSignInLogs', 'MicrosoftGraphActivityLogs'],
    )
    return {
      records: seen.records,
      firstHostile: signIns[0] ?? '',
      dataLeft: [...mail, ...files],
      required: [
        { act: 'A blueprint signs in with a new key from a new network', ids: signIns, minimum: 'medium' },
        { act: 'The service desk agent reads the mailboxes of nine people', ids: mail, minimum: 'high' },
        { act: 'The contract agent downloads files from a new network', ids: files, minimum: 'medium' },
      ],
      quiet: seen.ids,
    }
  },
})
