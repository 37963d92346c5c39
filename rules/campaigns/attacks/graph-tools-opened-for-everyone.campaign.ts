// A stolen administrator session gives the Graph command line client mail scopes for everybody; clerks are phished weeks later.
import { attackCampaign } from '../campaign.ts'
import { amendForEveryone } from '../microsoft-amended.ts'
import { firstParty, microsoftServices } from '../microsoft-clients.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const old = 'openid profile offline_access User.Read User.Read.All Group.Read.All'
const wide = `${old} Mail.ReadWrite Files.Read.All`
const shell =
  'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.22631; en-US) PowerShell/7.4.6 Invoke-MgGraphRequest'

export default attackCampaign({
  title:
    'The Graph command line client gets mail scopes for everybody, and phished clerks are read with it weeks later',
  sources: [
    'https://benroberts.io/why-securing-microsoft-graph-command-line-tools-matters',
    'https://learn.microsoft.com/en-us/powershell/microsoftgraph/authentication-commands',
  ],
  facts: [
    'Graph PowerShell signs in under the enterprise application Microsoft Graph Command Line Tools.',
    'An administrator can accept the asked scopes on behalf of the organization on the consent screen.',
    'Scopes that are granted for everybody belong to a client that each account of the tenant can sign in to.',
    'The client offers sign-in with a device code.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'harrowgate-seeds', {
      feeds: 'entra',
      from: '2025-09-01',
      days: 80,
      after: 40,
      people: 20,
      records: 420,
    })
    const { admin, developer, graph } = tenant
    const tools = makeApp(random, firstParty.graphTools.name, microsoftServices, {
      appId: firstParty.graphTools.appId,
      agent: shell,
    })
    const call = { client: tools, permissions: old, agent: shell }
    // The administrator and the developer have used the client for years.
    const usual = routine(log, start - 80 * day, 118, 60, (at) => {
      const who = random.number() < 0.6 ? admin : developer
      const tokenId = token(log)
      userSignIn(log, at - 20_000, { person: who, client: tools, resource: graph, ip: who.ip, tokenId })
      const uri = random.pick(['/users?$top=100', '/groups?$top=100', '/me', '/subscribedSkus'])
      return graphCall(log, at, { ...call, person: who, ip: who.ip, uri, tokenId })
    })
    const own = { client: tools, resource: graph, scopes: `${old} Reports.Read.All`, user: developer }
    const narrow = auditConsent(log, start - 30 * day + 10 * hour, developer, own, false, false)

    const begin = start + day + 13 * hour + 5 * minute
    const proxy = '192.0.2.77'
    const session = random.uuid()
    userSignIn(log, begin - 4 * hour, {
      person: admin,
      client: firstParty.azurePortal,
      resource: graph,
      ip: admin.ip,
      session,
    })
    const stolen = userSignIn(log, begin, {
      person: admin,
      client: tools,
      resource: graph,
      ip: proxy,
      session,
      ownerTenant: microsoftServices,
    })
    const opened = amendForEveryone(log, begin + minute, admin, {
      client: tools,
      resource: graph,
      before: old,
      scopes: wide,
    })

    const entries: string[] = []
    const reads: string[] = []
    for (const [i, n] of [9, 12, 16].entries()) {
      const clerk = person(n)
      const rented = `192.0.2.${120 + i}`
      const at = start + (18 + i * 4) * day + (8 + i) * hour + 21 * minute
      const tokenId = token(log)
      const signIn = { person: clerk, client: tools, resource: graph, ip: rented, agent: shell }
      entries.push(userSignIn(log, at, { ...signIn, protocol: 'deviceCode', tokenId }))
      reads.push(
        ...repeat(random, at + 5 * minute, 14, 2 * minute, (moment, k) =>
          graphCall(log, moment, {
            client: tools,
            person: clerk,
            ip: rented,
            permissions: wide,
            agent: shell,
            tokenId,
            uri: k === 0 ? '/me/mailFolders?$top=50' : `/me/messages?$top=100&$skip=${k * 100}`,
            size: 60_000 + random.integer(0, 40_000),
          }),
        ),
      )
      const again = { ...signIn, interactive: false, incoming: 'refreshToken' }
      entries.push(userSignIn(log, at + 2 * day, again))
    }

    return {
      records: log.records(),
      firstHostile: stolen,
      dataLeft: reads,
      required: [
        { act: 'A first-party public client gets mail and file scopes for everybody', ids: opened, minimum: 'high' },
        {
          act: 'Clerks sign in to the Graph command line client with device codes from foreign networks',
          ids: entries,
          minimum: 'medium',
        },
        { act: 'Mail of clerks is read in bulk with the command line client', ids: reads, minimum: 'high' },
      ],
      quiet: [...quiet, ...usual, ...narrow],
    }
  },
})
