import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { accountEmail, createKey, type ServiceAccount } from '../google-cloud-layouts.ts'
import { admin, impersonation, use } from '../google-events.ts'
import { accessToken, exchangeToken, type Pool, signedRequest, through, workload } from '../google-federation.ts'
import { type App, DAY, HOUR, ids, network, organization, scope, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'The platform team moves the nightly copy of the directory from a key to the pipeline without a key',
  sources: [
    'https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines',
    'https://jpassing.com/2022/01/15/using-domain-wide-delegation-on-google-cloud-without-service-account-keys/',
  ],
  resembles:
    'A workload of another provider walks from account to account and signs token requests of a delegated service account.',
  accounts: 1,
  days: 45,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'plumcove.example', 17)
    const start = time('2026-05-04T01:30:00Z')
    const days = 45
    const quietDays = background(org, { until: start + days * DAY, days: 75 + days, records: 700 })
    const project = 'plumcove-platform'
    const pool: Pool = { project, number: random.digits(12), name: 'ci' }
    const account = (name: string): ServiceAccount => ({ project, name, number: `1${random.digits(20)}` })
    const [builder, sync] = [account('ci-builder'), account('people-sync')]
    const client: App = {
      id: sync.number,
      name: 'people-sync',
      type: 'WEB',
      scopes: ['admin.directory.user.readonly', 'admin.directory.group.readonly'].map(scope),
    }
    const nightly = { who: org.admin, app: client }
    const old = network('192.0.2.90', 396982, 'DE', 'DE-HE')
    const pipeline = workload(pool, 'repo:plumcove/people-sync:environment:nightly')
    const grant = admin(org, {
      at: start - 74 * DAY + 8 * HOUR,
      who: org.admin,
      type: 'DOMAIN_SETTINGS',
      name: 'AUTHORIZE_API_CLIENT_ACCESS',
      values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: sync.number, API_SCOPES: client.scopes },
    })
    const key = createKey(org, { at: start - 74 * DAY + 9 * HOUR, who: org.admin, from: org.office, account: sync })
    const lists = (at: number, from: typeof old): ReturnType<typeof use>[] => [
      impersonation(org, { at, ...nightly, from, account: accountEmail(sync) }),
      ...['directory.users.list', 'directory.groups.list', 'directory.members.list'].map((method, step) =>
        use(org, {
          at: at + (step + 1) * 4000,
          ...nightly,
          from,
          method,
          bytes: random.integer(6_000, 15_000),
          impersonates: true,
        }),
      ),
    ]
    const before = Array.from({ length: 72 }, (_, night) => lists(start - (72 - night) * DAY, old)).flat()
    const work = Array.from({ length: days }, (_, night) => {
      const at = start + night * DAY + random.integer(0, 240) * 1000
      const from = network(`203.0.113.${random.integer(10, 220)}`, 8075, 'US', 'US-VA')
      return [
        exchangeToken(org, { at, from, caller: pipeline, pool, provider: 'github' }),
        accessToken(org, { at: at + 1500, from, caller: pipeline, account: builder }),
        signedRequest(org, { at: at + 4000, from, caller: through(builder, pipeline.subject), account: sync }),
        ...lists(at + 6000, from),
      ]
    }).flat()
    return { records: timeline(quietDays.records, [grant, key], before, work), ids: ids(work) }
  },
})
