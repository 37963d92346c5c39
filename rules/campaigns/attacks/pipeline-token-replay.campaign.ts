import { attackCampaign } from '../campaign.ts'
import { working } from '../microsoft-background.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Access token of a pipeline is replayed from another network',
  sources: ['https://tech.nicolonsky.ch/have-you-heard-of-workload-identity-access-token-replay/'],
  facts: [
    'A pipeline on hosted runners signs in with a federated credential, so no secret exists.',
    'An attacker with access to the pipeline sends the short-lived access token out and replays it elsewhere.',
    'No second sign-in exists: the calls of Graph carry the token identifier of the sign-in of the runner.',
    'The address of the calls differs from the address of the sign-in with the same token identifier.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'lowenhall', {
      feeds: 'entra',
      from: '2025-09-01',
      days: 77,
      after: 16,
    })
    const app = makeApp(random, 'Intranet Release Pipeline', tenant.id, { agent: 'azure-cli/2.77 (+actions)' })
    const permissions = 'Directory.Read.All Sites.ReadWrite.All'
    const site = random.uuid()

    /** A run on a hosted runner: each has another address. */
    const run = (at: number): { readonly tokenId: string; readonly ids: readonly string[] } => {
      const ip = `203.0.113.${random.integer(62, 98)}`
      const tokenId = random.uuid().replaceAll('-', '').slice(0, 22)
      const signed = appSignIn(log, at, {
        app,
        resource: tenant.graph,
        ip,
        kind: 'federatedIdentityCredential',
        tokenId,
      })
      const calls = repeat(random, at + 2000, 4, 9000, (moment, i) =>
        graphCall(log, moment, {
          client: app,
          ip,
          uri: i === 0 ? `/sites/${site}` : `/sites/${site}/lists/${i === 1 ? 'pages' : 'assets'}/items`,
          method: i === 3 ? 'PATCH' : 'GET',
          permissions,
          agent: app.agent,
          tokenId,
        }),
      )
      return { tokenId, ids: [signed, ...calls] }
    }
    const ordinary = Array.from({ length: 70 }, () => run(working(log, start - 77 * day, 77))).flatMap((one) => one.ids)
    for (let i = 0; i < 9; i += 1) run(working(log, start, 16))

    const looks: string[] = []
    const files: string[] = []
    const stolen = [1, 2, 7, 9, 14]
    stolen.forEach((after, i) => {
      const at = start + after * day + 13 * hour + random.integer(0, 90) * minute
      const { tokenId } = run(at)
      const call = (moment: number, uri: string, size: number): string =>
        graphCall(log, moment, {
          client: app,
          ip: '192.0.2.51',
          uri,
          permissions,
          agent: 'python-httpx/0.28.1',
          size,
          tokenId,
        })
      const begin = at + 6 * minute
      if (i < 2)
        looks.push(
          call(begin, '/users?$top=999', 88_000),
          call(begin + 20_000, '/groups?$top=999', 41_000),
          call(begin + 50_000, '/sites?search=*', 36_000),
          call(begin + 80_000, `/sites/${random.uuid()}/drive/root/children`, 22_000),
        )
      else
        files.push(
          ...repeat(random, begin, 7, 70_000, (moment) =>
            call(moment, `/drives/b!${site}/items/${random.uuid()}/content`, random.integer(300_000, 4_000_000)),
          ),
        )
    })

    return {
      records: log.records(),
      firstHostile: looks[0] ?? '',
      dataLeft: files,
      required: [
        {
          act: 'a token of a runner is used from another network to list the directory',
          ids: looks,
          minimum: 'medium',
        },
        { act: 'the same way files leave', ids: files, minimum: 'medium' },
      ],
      quiet: [...quiet, ...ordinary.slice(120, 160)],
    }
  },
})
