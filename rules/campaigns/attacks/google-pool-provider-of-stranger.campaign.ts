import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { signJwt } from '../google-cloud-layouts.ts'
import { changeMember, createProvider } from '../google-cloud-trust.ts'
import { exchangeToken, signedRequest, workload } from '../google-federation.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'A second provider in an old pool lets a foreign cloud account act as the delegated calendar account',
  sources: [
    'https://docs.forestall.io/fsprotect/edges/gcp/gcp_can_create_wif_pool',
    'https://medium.com/google-cloud/detection-of-inbound-sso-persistence-techniques-in-gcp-c56f7b2a588b',
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
  ],
  facts: [
    'The intruder has the browser session of an engineer who may manage pools and service accounts.',
    'The intruder adds a provider that trusts a foreign AWS account to a pool that the company uses.',
    'A workload of that account gets the role that lets it act as a service account.',
    'The service account has domain-wide delegation, and signed token requests need no key.',
    'The way in survives new passwords and new keys.',
    'The customer collects the audit logs of the cloud and the login log of Workspace, and no token log.',
  ],
  build: (random) => {
    const org = organization(random, 'tinderbrook.example', 16)
    const start = time('2026-08-11T00:00:00Z')
    const days = seenIn(background(org, { until: start + 12 * DAY, days: 75, records: 1100 }), ['login', 'admin'])
    const account = { project: 'tinderbrook-tools', name: 'roster-sync', number: `1${random.digits(20)}` }
    const pool = { project: account.project, number: random.digits(12), name: 'build-runners' }
    const engineer = person(org, 4)
    // Everyday: the runners of the company sign for the roster, each day in the morning and at noon.
    const runner = workload(pool, 'repo:tinderbrook/roster:ref:refs/heads/main')
    const runnerFrom = network('203.0.113.77', 8075, 'NL')
    const routine = Array.from({ length: 70 }, (_, d) => d).flatMap((d) =>
      [5, 11].flatMap((hour) => {
        const parts = { at: start - 60 * DAY + d * DAY + hour * HOUR, from: runnerFrom, caller: runner }
        return [
          exchangeToken(org, { ...parts, pool, provider: 'repositories' }),
          signedRequest(org, { ...parts, at: parts.at + 2000, account }),
        ]
      }),
    )
    const tests = [20, 33, 41].map((d) =>
      signJwt(org, { at: start - d * DAY + 9 * HOUR, who: engineer, from: org.office, account }),
    )
    const browser = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:139.0) Gecko/20100101 Firefox/139.0,gzip(gfe)'
    const hostile = { who: engineer, from: network('192.0.2.58', 62240, 'NL'), agent: browser }
    const at = start + 19 * HOUR + 12 * MINUTE
    const arn = 'arn:aws:sts::482915570316:assumed-role/build-agent'
    const provider = createProvider(org, {
      ...hostile,
      at,
      pool,
      provider: 'aws-build-runners',
      trust: { attributeMapping: { 'google.subject': 'assertion.arn' }, aws: { accountId: '482915570316' } },
    })
    const stranger = workload(pool, `${arn}/i-0a4f2c77d1e9b3365`)
    const member = changeMember(org, {
      ...hostile,
      at: at + 6 * MINUTE,
      account,
      action: 'ADD',
      member: stranger.subject,
      role: 'roles/iam.serviceAccountTokenCreator',
    })
    const foreign = { from: network('192.0.2.205', 16509, 'SG'), caller: stranger }
    const tokens = Array.from(
      { length: 8 },
      (_, i) => start + (3 + i) * DAY + 5 * HOUR + random.integer(0, 90) * MINUTE,
    )
    const uses = tokens.flatMap((when) => [
      exchangeToken(org, { ...foreign, at: when, pool, provider: 'aws-build-runners' }),
      signedRequest(org, { ...foreign, at: when + 3000, account }),
    ])
    return {
      records: timeline(days.records, routine, tests, [provider, member], uses),
      firstHostile: ids([provider])[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'A provider of a foreign cloud account is added, or its workload may act as the delegated account',
          ids: ids([provider, member]),
          minimum: 'medium',
        },
        { act: 'The foreign workload signs as the delegated account', ids: ids(uses), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(routine.slice(100, 120))],
    }
  },
})
