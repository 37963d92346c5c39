// Void Blizzard: a stolen session draws a map of the directory, and then empties mailboxes, shared mailboxes and sites by machine.
import { attackCampaign } from '../campaign.ts'
import { azurePowerShell, collectPaths } from '../microsoft-attack-paths.ts'
import { firstParty } from '../microsoft-clients.ts'
import { delegateRead, sharedMailbox } from '../microsoft-delegates.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { mailRead, mailSync } from '../microsoft-mail.ts'
import { networks, placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, type Log, minute, type Named } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const teamsWeb: Named = { name: 'Microsoft Teams Web Client', appId: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' }

export default attackCampaign({
  title: 'Void Blizzard: a stolen session maps the directory, then empties shared mailboxes and sites by machine',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2025/05/27/new-russia-affiliated-actor-void-blizzard-targets-critical-sectors-for-espionage/',
  ],
  facts: [
    'In April 2025 Void Blizzard sent invitations to a defence summit that led to a false sign-in page of Evilginx.',
    'The page passes the sign-in on, and keeps the session cookie.',
    'The group uses Exchange Online and Microsoft Graph to list mailboxes, shared mailboxes and files.',
    'It then collects mail and files in bulk by machine, with all mailboxes that the victim may open.',
    'In a few cases it opened Teams conversations with the web client, and listed the directory with AzureHound.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'brackwaterlines', {
      feeds: 'both',
      from: '2025-02-03',
      days: 80,
      after: 16,
      people: 18,
      records: 420,
    })
    const shared = ['tenders', 'customs.desk', 'fleet.movements'].map((name) => sharedMailbox(log, name))
    const owa = {
      client: firstParty.outlookWeb,
      info: 'Client=OWA;Action=ViaProxy',
      api: tenant.exchange.appId,
    }
    const victim = person(10)
    const desk = routine(log, start - 80 * day, 94, 110, (at) => {
      const one = random.pick([victim, person(7), person(8)])
      return delegateRead(
        log,
        at,
        { ...owa, person: one, mailbox: random.pick(shared), ip: one.ip },
        random.integer(1, 4),
      )
    })

    const session = random.uuid()
    const agent =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36'
    const proxy = '94.156.177.40'
    const box = '185.225.17.92'
    const begin = start + day + 9 * hour + 23 * minute
    const signIn = (at: number, ip: string, client: Named, resource: Named, interactive: boolean): string =>
      placed(log, at, ip === proxy ? networks.hostingBucharest : networks.hostingFrankfurt, (side: Log) =>
        userSignIn(side, at, {
          person: victim,
          client,
          resource,
          ip,
          agent: ip === proxy ? victim.agent : agent,
          session,
          interactive,
        }),
      )
    const phished = signIn(begin, proxy, firstParty.officeHome, tenant.graph, true)
    const hops = [
      signIn(begin + 51 * minute, box, firstParty.outlookWeb, tenant.exchange, false),
      signIn(begin + 54 * minute, box, firstParty.office, tenant.graph, false),
      signIn(begin + 58 * minute, box, firstParty.office, tenant.sharepoint, false),
      signIn(begin + 70 * minute, box, teamsWeb, tenant.graph, false),
    ]
    const mapped = collectPaths(log, begin + 5 * hour, {
      client: azurePowerShell,
      person: victim,
      ip: box,
      version: 'v2.3.0',
      permissions: 'AuditLog.Read.All Directory.AccessAsUser.All email openid profile',
      tokenId: token(log),
      objects: 140,
    })
    const graphToken = token(log)
    const mine = { owner: victim, client: firstParty.office, ip: box, tokenId: graphToken }
    const folders = ['\\Inbox', '\\Sent Items', '\\Archive', '\\Inbox\\Port authorities', '\\Deleted Items']
    const synced = folders.map((path, i) => mailSync(log, begin + 7 * hour + i * 4 * minute, mine, path))
    const own = repeat(random, begin + 8 * hour, 34, 6 * hour, (at) =>
      mailRead(log, at, mine, random.integer(20, 60), random.pick(folders)),
    )
    const others = repeat(random, begin + day, 42, 5 * hour, (at, i) =>
      delegateRead(
        log,
        at,
        {
          person: victim,
          mailbox: shared[i % 3] ?? sharedMailbox(log, 'none'),
          client: firstParty.office,
          ip: box,
          info: 'Client=REST;;',
          api: tenant.graph.appId,
        },
        random.integer(25, 60),
      ),
    )
    const files = repeat(random, begin + 2 * day, 130, hour, (at) =>
      file(log, at, {
        person: victim,
        client: firstParty.office,
        ip: box,
        agent,
        file: `${random.pick(['berth-plan', 'escort-request', 'cargo-list', 'contract'])}-${random.integer(100, 999)}.pdf`,
        operation: 'FileDownloaded',
        site: random.pick(['port-operations', 'navy-contracts']),
      }),
    )
    const renewed = repeat(random, begin + day, 9, day, (at) => signIn(at, box, firstParty.office, tenant.graph, false))
    return {
      records: log.records(),
      firstHostile: phished,
      dataLeft: [...synced, ...own, ...others, ...files],
      required: [
        {
          act: 'A session that began at a hosting provider is used from a second one, for mail, files and Teams',
          ids: [phished, ...hops, ...renewed],
          minimum: 'medium',
        },
        { act: 'AzureHound lists the directory with the token of an ordinary user', ids: mapped, minimum: 'high' },
        { act: 'Whole folders of the mailbox are fetched through Graph', ids: [...synced, ...own], minimum: 'high' },
        { act: 'Three shared mailboxes are read through Graph from the same network', ids: others, minimum: 'medium' },
        { act: 'Files of two sites are downloaded one after the other for days', ids: files, minimum: 'medium' },
      ],
      quiet: [...quiet, ...desk],
    }
  },
})
