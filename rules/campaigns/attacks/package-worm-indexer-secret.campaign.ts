// A package worm takes the secret of the intranet search from a developer's computer; a stranger checks it at once, and uses it weeks later.
import { attackCampaign } from '../campaign.ts'
import { provenCall } from '../microsoft-client-kinds.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const names = [
  'vpn-access',
  'server-list',
  'passwords-lab',
  'network-plan',
  'admin-handbook',
  'keys-build',
  'contracts',
]

export default attackCampaign({
  title:
    'A package worm leaks the secret of the intranet search; a hosted runner checks it, and files leave after sixteen days',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2025/12/09/shai-hulud-2-0-guidance-for-detecting-investigating-and-defending-against-the-supply-chain-attack/',
    'https://securitylabs.datadoghq.com/articles/shai-hulud-2.0-npm-worm/',
  ],
  facts: [
    'The worm Shai-Hulud 2.0 runs while a package is installed and collects secrets of developers, among them secrets of Azure applications.',
    'It searches for the secrets with TruffleHog, and puts them into public repositories under the name of the victim.',
    'Other people collect such secrets, and sign in with them once to find out which are valid.',
    'They use a valid secret from servers of their own later.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'birchhaven', {
      feeds: 'both',
      from: '2025-08-18',
      days: 98,
      after: 24,
    })
    const { developer, graph, sharepoint } = tenant
    const indexer = makeApp(random, 'Intranet Search Indexer', tenant.id, {
      ip: '198.51.100.70',
      agent: 'intranet-indexer/3.4 (+node)',
    })
    const permissions = 'Files.Read.All Sites.Read.All'
    const from = start - 98 * day
    const signs = routine(log, from, 120, 110, (at) =>
      appSignIn(log, at, { app: indexer, resource: random.pick([graph, sharepoint]) }),
    )
    const crawls = routine(log, from, 120, 160, (at) =>
      provenCall(log, at, '1', {
        client: indexer,
        ip: indexer.ip,
        uri: `/drives/b!${random.uuid().slice(0, 8)}/root/delta`,
        permissions,
        agent: indexer.agent,
      }),
    )
    const opens = routine(log, from, 120, 60, (at) =>
      file(log, at, {
        person: developer,
        appOnly: indexer,
        client: indexer,
        ip: indexer.ip,
        agent: indexer.agent,
        file: `handbook-${random.integer(1, 40)}.docx`,
        site: 'intranet',
      }),
    )
    // The developer tries changes of the indexer at the desk, with the same secret.
    const tries = routine(log, from, 98, 14, (at) =>
      appSignIn(log, at, { app: indexer, resource: graph, ip: developer.ip }),
    )

    const begin = start + 14 * hour + 6 * minute
    const checked = appSignIn(log, begin, { app: indexer, resource: graph, ip: '2001:db8:7a::41' })
    const server = '192.0.2.61'
    const agent = 'python-httpx/0.28.1'
    const night = (n: number) => begin + (16 + n) * day + 9 * hour
    const tokens = [0, 1, 3, 4].map((n) => ({ at: night(n), tokenId: token(log) }))
    const entered = tokens.map(({ at, tokenId }) =>
      appSignIn(log, at, { app: indexer, resource: graph, ip: server, tokenId }),
    )
    const call = (at: number, tokenId: string | undefined, uri: string, status = 200, size = 6_000) =>
      provenCall(log, at, '1', {
        client: indexer,
        ip: server,
        uri,
        status,
        size,
        permissions,
        agent,
        ...(tokenId ? { tokenId } : {}),
      })
    const [first] = tokens
    const looks = [
      ['/organization', 403],
      ['/users?$top=999', 403],
      ['/applications', 403],
      ['/sites?search=*', 200],
      [`/sites/${random.uuid()}/drives`, 200],
      [`/sites/${random.uuid()}/drives`, 200],
    ] as const
    const listed = looks.map(([uri, status], i) => call(night(0) + (i + 1) * 20_000, first?.tokenId, uri, status))
    const searches = ['password', 'vpn', 'secret'].map((word, i) =>
      call(
        night(0) + (6 + i) * minute,
        first?.tokenId,
        `/drives/b!${random.uuid().slice(0, 8)}/root/search(q='${word}')`,
        200,
        41_000,
      ),
    )
    const taken = tokens.flatMap(({ at, tokenId }) =>
      repeat(random, at + 12 * minute, 9, 3 * minute, (moment, i) => {
        call(
          moment,
          tokenId,
          `/drives/b!${random.uuid().slice(0, 8)}/items/01${random.uuid().slice(0, 8)}/content`,
          302,
        )
        return file(log, moment + 2000, {
          person: developer,
          appOnly: indexer,
          client: indexer,
          ip: server,
          agent,
          file: `${names[i % names.length]}-${random.integer(1, 90)}.xlsx`,
          operation: 'FileDownloaded',
          site: 'it-operations',
        })
      }),
    )

    return {
      records: log.records(),
      firstHostile: checked,
      dataLeft: taken,
      required: [
        {
          act: 'The secret of an application that has one address is tried from a hosted runner',
          ids: [checked],
          minimum: 'low',
        },
        {
          act: 'The application signs in from a rented server with its own secret, and asks for things it may not read',
          ids: [...entered, ...listed],
          minimum: 'medium',
        },
        { act: 'It searches files for passwords and downloads them', ids: [...searches, ...taken], minimum: 'high' },
      ],
      quiet: [...quiet, ...signs.slice(0, 15), ...crawls.slice(0, 20), ...opens.slice(0, 10), ...tries],
    }
  },
})
