// The Smithery kind (GitGuardian, 2025): the host of AI connectors loses the tokens of its customers; two or three files leave each day.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { file, use } from '../google-events.ts'
import { consents } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

const words = ['env production', 'vpn access', 'payroll export', 'api keys', 'incident notes', 'vendor contract']

export default attackCampaign({
  title: 'Hosted MCP connector: stolen tokens take two or three files a day for six weeks',
  sources: [
    'https://www.permissionprotocol.com/agent-incident-tracker/smithery-mcp-hosting-path-traversal-flyio-token',
    'https://undercodetesting.com/from-path-traversal-to-supply-chain-compromise-how-a-single-docker-bug-nearly-broke-the-ai-ecosystem/',
    'https://www.brianfending.com/articles/mcp-security-problem-supply-chain',
  ],
  facts: [
    'A path traversal in the build of a hosting service for MCP servers exposed a token for more than 3,000 servers.',
    'Through the servers an attacker could take the keys and tokens that clients send to them.',
    'The tokens belong to a connector that developers connected months ago and use daily.',
    'The attacker works in office hours, with the same methods as the connector, from two rented servers.',
    'Each of five people loses a file every second day; no day has more than three downloads.',
  ],
  build(random) {
    const org = organization(random, 'tallowpine.example', 22)
    const start = time('2025-07-07T09:20:00Z')
    const weeks = 42
    const until = start + weeks * DAY
    const bridge = app(random, 'Docs Bridge MCP', ['openid', 'userinfo.email', 'drive.readonly'])
    const developers = org.people.slice(5, 12)
    const cloud = network('66.241.125.90', 40509, 'US', 'US-IL')
    const days = background(org, { until, days: 112, records: 1500 })
    const granted = consents(org, { start: start - 66 * DAY, gap: [3600, 70_000], people: developers, app: bridge })
    const usual = steadyUse(org, bridge, {
      until,
      days: 104,
      count: 900,
      people: developers,
      from: cloud,
      methods: ['drive.files.list', 'drive.files.get', 'drive.files.export'],
    })
    const rented = [network('157.230.18.77', 14061, 'DE', 'DE-HE'), network('161.97.140.53', 51167, 'DE', 'DE-BY')]
    const victims = developers.slice(0, 5)
    const workDays = Array.from({ length: weeks }, (_, day) => start + day * DAY).filter(
      (at) => ![0, 6].includes(new Date(at).getUTCDay()),
    )
    const visits = workDays.flatMap((day, index) =>
      Array.from({ length: random.integer(2, 3) }, (_, turn) => {
        const at = day + turn * 2 * HOUR + random.integer(0, 80) * MINUTE
        const who = victims[(index * 3 + turn) % victims.length] ?? org.admin
        const from = rented[index < 18 ? 0 : 1]
        const call = (later: number, method: string, bytes: number) =>
          use(org, { at: at + later, who, app: bridge, from, method, bytes })
        const title = `${random.pick(words)} ${random.integer(1, 40)}`
        return {
          list: call(0, 'drive.files.list', random.integer(900, 3_000)),
          read: call(40_000, 'drive.files.get', random.integer(8_000, 160_000)),
          download: file(org, { at: at + 40_500, who, from, name: 'download', title, owner: who, app: bridge }),
        }
      }),
    )
    const lists = visits.map((visit) => visit.list)
    const reads = visits.map((visit) => visit.read)
    const downloads = visits.map((visit) => visit.download)
    const [first] = ids(lists)
    return {
      records: timeline(days.records, granted, usual, lists, reads, downloads),
      firstHostile: first ?? '',
      dataLeft: ids(reads, downloads),
      required: [
        {
          act: 'the connector reads files from a network that is not that of its host',
          ids: ids(lists, reads, downloads),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(usual.slice(300, 312))],
    }
  },
})
