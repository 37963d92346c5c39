import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { accountEmail, type ServiceAccount } from '../google-cloud-layouts.ts'
import { admin, impersonation, use } from '../google-events.ts'
import { accessToken, exchangeToken, type Pool, signedRequest, through, workload } from '../google-federation.ts'
import { calls } from '../google-grants.ts'
import {
  type App,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'

export default attackCampaign({
  title: 'A recycled repository name walks through two service accounts to a delegated one and reads Drive',
  sources: [
    'https://astrix.security/learn/blog/subjugation-hijacking-cloud-identities-by-recycling-namespaces-in-global-oidc-issuers/',
    'https://www.systemshardening.com/articles/cicd/github-actions-trivy-compromise/',
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
  ],
  facts: [
    'Pipelines of all customers get their tokens from one issuer; the subject names the repository alone.',
    'A deleted or renamed namespace can be taken by anybody, and the token then has the same subject as before.',
    'The cloud role that still trusts the subject can be used without any key.',
    'In March 2026 actors took credentials of many pipelines by changed tags of a popular action.',
    'A cloud identity with the right permission can make a token for a person through a delegated service account.',
  ],
  build: (random) => {
    const org = organization(random, 'tidewater-maps.example', 16)
    const start = time('2026-07-14T21:10:00Z')
    const days = 85
    const quietDays = background(org, { until: start + 4 * DAY, days: days + 4, records: 620 })
    const project = 'tidewater-build'
    const pool: Pool = { project, number: random.digits(12), name: 'pipelines' }
    const account = (name: string): ServiceAccount => ({ project, name, number: `1${random.digits(20)}` })
    const [deployer, runner, sync] = [account('site-deployer'), account('job-runner'), account('directory-sync')]
    const wide = ['admin.directory.user.readonly', 'drive.readonly'].map(scope)
    const client = (scopes: readonly string[]): App => ({
      id: sync.number,
      name: 'directory-sync',
      type: 'WEB',
      scopes: scopes.map(scope),
    })
    const directory = client(['admin.directory.user.readonly'])
    const drive = client(['drive.readonly'])
    const builder = workload(pool, 'repo:tidewater/site-deploy:ref:refs/heads/main')
    const hosted = (): ReturnType<typeof network> => network(`203.0.113.${random.integer(16, 90)}`, 8075, 'US', 'US-VA')
    const cloud = network('192.0.2.61', 396982, 'NL')
    const grant = admin(org, {
      at: start - (days - 1) * DAY,
      who: org.admin,
      type: 'DOMAIN_SETTINGS',
      name: 'AUTHORIZE_API_CLIENT_ACCESS',
      values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: sync.number, API_SCOPES: wide },
    })
    // Each evening but weekends: the deployment. Each night: the copy of the directory.
    const nights = Array.from({ length: days + 1 }, (_, index) => start - (days - 2 - index) * DAY)
    const deployments = nights
      .filter((night) => new Date(night).getUTCDay() % 6 !== 0)
      .flatMap((night) => {
        const from = hosted()
        const at = night - random.integer(3, 9) * HOUR
        return [
          exchangeToken(org, { at, from, caller: builder, pool, provider: 'github' }),
          accessToken(org, { at: at + 2000, from, caller: builder, account: deployer }),
        ]
      })
    const copies = nights.flatMap((night) => {
      const at = night + 5 * HOUR + random.integer(0, 90) * 1000
      const method = 'directory.users.list'
      const parts = { who: org.admin, app: directory, from: cloud }
      return [
        signedRequest(org, { at, from: cloud, caller: through(runner), account: sync }),
        impersonation(org, { at: at + 1000, ...parts, account: accountEmail(sync) }),
        use(org, { at: at + 3000, ...parts, method, bytes: random.integer(9_000, 12_000), impersonates: true }),
      ]
    })
    // The same subject, but another owner of the repository.
    const foreign = network('203.0.113.201', 8075, 'US', 'US-IL')
    const chain = [deployer, runner].map((one, step) =>
      accessToken(org, {
        at: start + 40_000 + step * 3 * MINUTE,
        from: foreign,
        caller: step === 0 ? builder : through(deployer, builder.subject),
        account: one,
      }),
    )
    const entrance = exchangeToken(org, { at: start, from: foreign, caller: builder, pool, provider: 'github' })
    const victims = [2, 4, 7, 9, 11, 12].map((index) => person(org, index))
    const signed = victims.map((_, index) =>
      signedRequest(org, {
        at: start + 12 * MINUTE + index * 9 * HOUR,
        from: foreign,
        caller: through(runner, builder.subject, `serviceAccount:${accountEmail(deployer)}`),
        account: sync,
      }),
    )
    const taken = victims.map((who, index) =>
      impersonation(org, {
        at: start + 13 * MINUTE + index * 9 * HOUR,
        who,
        app: drive,
        from: foreign,
        account: accountEmail(sync),
      }),
    )
    const reads = victims.flatMap((who, index) =>
      calls(org, {
        start: start + 14 * MINUTE + index * 9 * HOUR,
        count: 34,
        gap: [20, 160],
        who,
        app: drive,
        from: foreign,
        methods: ['drive.files.list', 'drive.files.get', 'drive.files.export', 'drive.files.get'],
        bytes: [30_000, 900_000],
        impersonates: true,
      }),
    )
    return {
      records: timeline(quietDays.records, [grant, entrance, ...chain], deployments, copies, signed, taken, reads),
      firstHostile: ids([entrance])[0] ?? '',
      dataLeft: ids(reads),
      required: [
        { act: 'a pipeline signs token requests of the delegated account', ids: ids(signed), minimum: 'medium' },
        {
          act: 'the delegated account acts for people and scopes that it never used',
          ids: ids(taken),
          minimum: 'high',
        },
        { act: 'files of six people read by the delegated account', ids: ids(reads), minimum: 'high' },
      ],
      quiet: [...quietDays.quiet, ...ids(deployments.slice(30, 50)), ...ids(copies.slice(60, 90))],
    }
  },
})
