// From Entra to Gmail without a Google key: a second secret on a federated Entra application, then the pool, then a delegated account.
import { attackCampaign } from '../campaign.ts'
import { background as googleBackground, steadyUse, workMoment } from '../google-background.ts'
import { accountEmail } from '../google-cloud-layouts.ts'
import { merged } from '../google-crowd.ts'
import { impersonation } from '../google-events.ts'
import { accessToken, exchangeToken, signedRequest, through, workload } from '../google-federation.ts'
import { calls } from '../google-grants.ts'
import { DAY, HOUR, idOf, ids, MINUTE, network, person, scope, time } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { background } from '../microsoft-background.ts'
import { credential, type Key } from '../microsoft-credentials.ts'
import { Log, makeApp, makeTenant } from '../microsoft-tenant.ts'

const start = time('2026-06-09T19:20:00Z')
const end = start + 4 * DAY
const from = Math.floor((start - 90 * DAY) / DAY) * DAY

export default attackCampaign({
  title: 'A new secret on an Entra application opens a Google pool and a delegated service account',
  sources: [
    'https://ermetic.com/blog/gcp/how-attackers-can-exploit-gcps-multicloud-workload-solution/',
    'https://docs.forestall.io/fsprotect/edges/gcp/gcp_can_federate_identity',
    'https://graphlattice-corp.pages.dev/blog/2026-06-07-no-key-stolen-but-now-they-are-your-gcp-service-account',
  ],
  facts: [
    'Who controls an external identity that a pool trusts can change its token for a Google token; no Google key exists.',
    'The path goes on from one service account to the next that it may use.',
    'The sign of the theft is an exchange from an unusual origin, and then the use of the service account.',
    'Here the external identity is an Entra application, and the last account has domain-wide delegation for Gmail.',
  ],
  build: (random) => {
    const tenant = makeTenant(random, 'orrin-logistics', 16)
    const log = new Log(random, tenant)
    const quiet = background(log, { feeds: 'audit', from, days: 94, records: 900 })
    const job = makeApp(random, 'Warehouse Export Job', tenant.id)
    const old: Key = { id: job.keyId, name: 'export-2025' }
    const secret = credential(log, start, tenant.developer, job, [old], [old, { id: random.uuid(), name: 'test' }])

    const org = orgOf(random, tenant)
    const days = googleBackground(org, { until: end, days: 92, records: 1100 })
    const pool = { project: 'orrin-exports', number: '731940228615', name: 'azure-jobs' }
    const exporter = { project: pool.project, name: 'warehouse-export', number: `1${random.digits(20)}` }
    const archive = { project: pool.project, name: 'contract-archive', number: `1${random.digits(20)}` }
    const caller = workload(pool, job.spId)
    const azure = network('20.113.44.18', 8075, 'DE')
    const hosting = network('45.141.215.31', 206728, 'NL')
    const night = Array.from({ length: 92 }, (_, index) => {
      const at = from + index * DAY + 2 * HOUR + random.integer(0, 240) * 1000
      return [
        exchangeToken(org, { at, from: azure, caller, pool, provider: 'entra' }),
        accessToken(org, { at: at + 2000, from: azure, caller, account: exporter }),
      ]
    }).flat()
    const mail = {
      id: archive.number,
      name: accountEmail(archive),
      type: 'TYPE_UNSPECIFIED',
      scopes: [scope('https://mail.google.com/')],
    }
    const clerks = [person(org, 8), person(org, 9)]
    const server = network('198.51.100.77', 64501, 'DE')
    const archived = steadyUse(org, mail, {
      until: end,
      days: 90,
      count: 150,
      people: clerks,
      from: server,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get'],
      impersonates: true,
    })
    const known = Array.from({ length: 60 }, (_, index) => {
      const who = clerks[index % 2] ?? org.admin
      const at = workMoment(org, end, 90)
      return impersonation(org, { at, who, app: mail, from: server, account: mail.name })
    })

    const exchange = exchangeToken(org, { at: start + 26 * MINUTE, from: hosting, caller, pool, provider: 'entra' })
    const taken = accessToken(org, { at: start + 27 * MINUTE, from: hosting, caller, account: exporter })
    const behind = through(exporter, caller.subject)
    const chiefs = [2, 3, 4, 5].map((index) => person(org, index))
    const theft = chiefs.map((who, index) => {
      const at = start + (40 + index * 25) * MINUTE
      const app = mail
      return {
        signed: signedRequest(org, { at, from: hosting, caller: behind, account: archive }),
        token: impersonation(org, { at: at + 3000, who, app, from: hosting, account: mail.name }),
        reads: calls(org, {
          start: at + 8000,
          count: 45,
          gap: [2, 9],
          who,
          app,
          from: hosting,
          methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
          bytes: [6_000, 210_000],
          impersonates: true,
        }),
      }
    })
    const signed = theft.map((one) => one.signed)
    const tokens = theft.map((one) => one.token)
    const reads = theft.flatMap((one) => one.reads)
    return {
      records: merged(log.records(), days.records, night, archived, known, [exchange, taken], signed, tokens, reads),
      firstHostile: secret,
      dataLeft: ids(reads),
      required: [
        { act: 'A second secret on an application that has had one for months', ids: [secret], minimum: 'low' },
        {
          act: 'The workload of the pool comes from a hosting network and signs for an account that it never used',
          ids: [idOf(exchange), idOf(taken), ...ids(signed)],
          minimum: 'medium',
        },
        {
          act: 'The delegated account reads mailboxes that it never served, from a hosting network',
          ids: ids(tokens, reads),
          minimum: 'high',
        },
      ],
      quiet: [...quiet, ...days.quiet, ...ids(night.slice(60, 80)), ...ids(archived.slice(0, 20))],
    }
  },
})
