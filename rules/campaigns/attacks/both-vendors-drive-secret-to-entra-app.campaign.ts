// As UNC6395 did with the loot of Drift: stolen documents are searched for secrets. Here a secret out of Drive opens an Entra application.
import { attackCampaign } from '../campaign.ts'
import { background as googleDays, steadyUse } from '../google-background.ts'
import { merged } from '../google-crowd.ts'
import { file, use } from '../google-events.ts'
import { consents } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, time } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { background as microsoftDays } from '../microsoft-background.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { Log, makeTenant } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A secret found in Drive through a stolen token opens an Entra application',
  sources: [
    'https://provide.ai/the-silicon-protocol-the-identity-crisis-when-machine-accounts-become-your-real-super-users',
    'https://thecisobrief.com/?p=15002',
    'https://nhimg.org/articles/salesforce-drift-oauth-token-abuse-exposes-saas-trust-gaps/',
  ],
  facts: [
    'The attacker of August 2025 used OAuth tokens that a vendor of a chat assistant kept for its customers.',
    'The stolen text was searched for AWS keys, VPN credentials and Snowflake tokens.',
    'Reconnaissance came days before the export.',
    'Here the documents are in Google Drive, and one of them has the client secret of an application in Entra.',
    'The application keeps its key: no directory change shows the act, only the network and the mailboxes are new.',
  ],
  build(random) {
    const tenant = makeTenant(random, 'maplerow', 18)
    const log = new Log(random, tenant)
    const org = orgOf(random, tenant)
    const start = time('2026-04-14T18:30:00Z')
    const first = Math.floor((start - 86 * DAY) / DAY) * DAY
    const until = start + 5 * DAY
    const wiki = app(random, 'Wikiloom Notes', ['openid', 'userinfo.email', 'drive.readonly'])
    const writers = org.people.slice(2, 10)
    const vendor = network('34.251.90.12', 16509, 'IE')
    const google = googleDays(org, { until, days: 88, records: 700 })
    const granted = consents(org, { start: start - 84 * DAY, gap: [600, 9000], people: writers, app: wiki })
    const methods = ['drive.files.list', 'drive.files.export']
    const usual = steadyUse(org, wiki, { until, days: 82, count: 420, people: writers, from: vendor, methods })
    const quiet = microsoftDays(log, { feeds: 'entra', from: first, days: 90, records: 700 })
    const bridge = tenant.mailBridge
    const graph = { client: bridge, permissions: 'Mail.Read User.Read.All', agent: bridge.agent }
    const support = tenant.people[5] ?? tenant.admin
    const bridgeRuns = routine(log, first, 90, 260, (at) => {
      const tokenId = token(log)
      const uri = `/users/${support.oid}/messages?$top=25`
      graphCall(log, at + 3000, { ...graph, ip: bridge.ip, uri, tokenId })
      return appSignIn(log, at, { app: bridge, resource: tenant.graph, tokenId })
    })
    const host = network('192.0.2.151', 64511, 'MD')
    const victims = writers.slice(0, 3)
    const searches = victims.flatMap((who, index) =>
      Array.from({ length: 5 }, (_, turn) =>
        use(org, {
          at: start + (index * 22 + turn * 3) * MINUTE,
          who,
          app: wiki,
          from: host,
          method: 'drive.files.list',
          bytes: random.integer(700, 4_000),
        }),
      ),
    )
    const titles = ['Deployment handbook', 'Ticket bridge setup', 'Key rotation plan', 'Mail bridge runbook']
    const exports = victims.flatMap((who, index) =>
      titles.map((title, turn) => {
        const at = start + (16 + index * 22 + turn) * MINUTE
        return file(org, { at, who, from: host, name: 'download', title, app: wiki })
      }),
    )
    const entry = start + 2 * DAY + 3 * HOUR
    const tokenId = token(log)
    const signIn = appSignIn(log, entry, { app: bridge, resource: tenant.graph, ip: host.ip, tokenId })
    const call = (at: number, uri: string) =>
      graphCall(log, at, { ...graph, ip: host.ip, uri, tokenId, agent: 'python-httpx/0.28.1', size: 48_000 })
    const users = call(entry + MINUTE, '/users?$select=id,mail,jobTitle&$top=999')
    const mail = tenant.people.slice(0, 12).flatMap((one, index) =>
      [0, 1, 2, 3, 4].map((page) => {
        const uri = `/users/${one.oid}/messages?$top=100&$skip=${page * 100}`
        return call(entry + (3 + index) * MINUTE + page * 8000, uri)
      }),
    )
    return {
      records: merged(google.records, granted, usual, searches, exports, log.records()),
      firstHostile: ids(searches)[0] ?? '',
      dataLeft: [...ids(exports), ...mail],
      required: [
        {
          act: 'tokens of the notes application search and download files from a new network',
          ids: ids(searches, exports),
          minimum: 'medium',
        },
        { act: 'the mail bridge signs in from a network that it never used', ids: [signIn], minimum: 'medium' },
        {
          act: 'the mail bridge lists all users and reads twelve mailboxes from there',
          ids: [users, ...mail],
          minimum: 'medium',
        },
      ],
      quiet: [...google.quiet, ...quiet, ...bridgeRuns.slice(0, 10), ...ids(usual.slice(100, 108))],
    }
  },
})
