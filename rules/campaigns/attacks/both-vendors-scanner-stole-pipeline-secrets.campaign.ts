import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { actsAs, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { merged } from '../google-crowd.ts'
import { ids, network } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Secrets that a poisoned scanner took from a pipeline are used with both vendors from one network',
  sources: [
    'https://labs.cloudsecurityalliance.org/research/csa-research-note-teampcp-supply-chain-ai-tooling-20260330-c/',
    'https://kaden-projects.com/blog/teampcp-supply-chain-campaign-anatomy',
  ],
  facts: [
    'A poisoned version of a security scanner read all secrets of the build runners in March 2026.',
    'Among the secrets were those of Azure applications and keys of Google service accounts.',
    'The thieves try the secrets some days later and keep those that work.',
    'The application and the service account are real ones, and the thieves make no new credential.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'fernwick-media', {
      feeds: 'entra',
      from: '2026-01-12',
      days: 75,
      after: 12,
      people: 18,
      records: 520,
    })
    const org = orgOf(random, tenant)
    const days = background(org, { until: start + 11 * day, days: 80, records: 420 })
    const runner = '203.0.113.118'
    const bot = makeApp(random, 'Release Notes Bot', tenant.id, {
      ip: runner,
      agent: 'node-fetch/3.3 (+release-notes)',
    })
    const permissions = 'Mail.Send Sites.Read.All User.Read.All'
    const bots: string[] = []
    for (let d = 0; d < 85; d += 1) {
      const at = start - 74 * day + d * day + 17 * hour + random.integer(0, 50) * minute
      bots.push(appSignIn(log, at, { app: bot, resource: tenant.graph }))
      graphCall(log, at + 4000, { client: bot, ip: runner, uri: '/users?$top=50', permissions, agent: bot.agent })
    }
    const account = { project: 'fernwick-release', name: 'release-notes', number: `1${random.digits(20)}` }
    const app = delegatedApp(account, 'Release Notes', ['drive.readonly'])
    const routine = dailyDelegation(org, {
      first: start - 72 * day + 17 * hour,
      days: 83,
      people: org.people.slice(4, 8),
      app,
      account,
      from: network(runner, 8075, 'NL'),
      methods: ['drive.files.list'],
    })
    // Five days after the theft: one look at each secret, and then some files and sites of the board.
    const ip = '192.0.2.83'
    const agent = 'python-httpx/0.28.1'
    const entra: string[] = []
    const graph: string[] = []
    const google = [0, 1, 2, 4].flatMap((night) => {
      const at = start + (1 + night) * day + 2 * hour + random.integer(0, 80) * minute
      entra.push(appSignIn(log, at, { app: bot, resource: tenant.graph, ip }))
      const oid = person(5 + night).oid
      for (const uri of ['/sites?search=board', `/users/${oid}/drive/root/children`, '/sites/root/lists'])
        graph.push(graphCall(log, at + (1 + graph.length) * minute, { client: bot, ip, uri, permissions, agent }))
      return actsAs(org, {
        at: at + 40 * minute,
        who: org.people[9 + night] ?? org.admin,
        app,
        account,
        from: network(ip, 51396, 'MD'),
        methods: ['drive.files.list', 'drive.files.get', 'drive.files.get', 'drive.files.export'],
      })
    })
    return {
      records: merged(log.records(), days.records, routine, google),
      firstHostile: entra[0] ?? '',
      dataLeft: [...graph, ...ids(google)],
      required: [
        {
          act: 'The application signs in and calls from a foreign network',
          ids: [...entra, ...graph],
          minimum: 'medium',
        },
        { act: 'The service account acts as people from a foreign network', ids: ids(google), minimum: 'medium' },
      ],
      quiet: [...quiet, ...days.quiet, ...bots.slice(30, 45), ...ids(routine.slice(60, 90))],
    }
  },
})
