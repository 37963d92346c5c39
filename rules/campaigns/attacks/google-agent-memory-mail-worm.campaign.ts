// ShadowLeak and ZombieAgent (Radware, 2025 and 2026): a mail commands the AI connector of the reader; the connector then mails colleagues.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { use } from '../google-events.ts'
import { calls, consents } from '../google-grants.ts'
import { app, DAY, ids, MINUTE, network, organization, type Person, time, timeline } from '../google-layouts.ts'
import { mailEvent } from '../google-outside.ts'

export default attackCampaign({
  title: 'Approved AI connector obeys a mail, reads the mailbox and writes to colleagues from its usual network',
  sources: [
    'https://ochsen.me/post/shadowleak-and-the-fragile-promise-of-trust-in-ai-agents',
    'https://comunicatul.com/shadowleak-cum-incidentele-de-tip-prompt-injection-au-scurs-date-prin-agentul-deep-research-si-implicarea-radware',
    'https://raw.githubusercontent.com/MLSecOpsHub/agentic-attack-index/v0.9.0/dist/incidents/radware-zombieagent-deep-research.json',
    'https://arxiv.org/html/2605.01970v2',
  ],
  facts: [
    'A mail with hidden instructions commands the agent that summarizes the mailbox; the person clicks nothing.',
    'The agent collects personnel data from mail, and the data leaves from the cloud of the AI vendor.',
    'Instructions in the memory of the agent work again in later sessions.',
    'The agent sends the instructions on to contacts of the person.',
    'Client, scopes and network are those of every day; only the methods and the pace are new.',
  ],
  build(random) {
    const org = organization(random, 'lanternquay.example', 20)
    const start = time('2026-01-20T10:02:00Z')
    const until = start + 9 * DAY
    const companion = app(random, 'Research Companion', [
      'openid',
      'userinfo.email',
      'gmail.modify',
      'contacts.readonly',
      'calendar.readonly',
    ])
    const readers = org.people.slice(2, 13)
    const vendor = network('20.171.206.44', 8075, 'US', 'US-IA')
    const days = background(org, { until, days: 92, records: 1200 })
    const granted = consents(org, { start: start - 78 * DAY, gap: [600, 40_000], people: readers, app: companion })
    const usual = steadyUse(org, companion, {
      until,
      days: 80,
      count: 640,
      people: readers,
      from: vendor,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'calendar.events.list'],
    })
    const chain = [1, 4, 7, 9].map((index) => readers[index] ?? org.admin)
    const outside = 'talent@brightpath-recruiting.example'
    const received = (at: number, who: Person, sender: string, display: string) =>
      mailEvent(org, {
        at,
        who,
        kind: 2,
        sender,
        display,
        subject: 'Restructuring package, next steps',
        messageId: `<${random.uuid()}@${sender.split('@')[1]}>`,
        links: [],
      })
    const turns = chain.map((who, index) => {
      const at = start + index * 2 * DAY + 35 * MINUTE
      const before = chain[index - 1]
      const mails = [received(at - 30 * MINUTE, who, before?.email ?? outside, before?.name ?? 'Talent desk')]
      const common = { who, app: companion, from: vendor }
      const reads = calls(org, {
        ...common,
        start: at,
        count: 58,
        gap: [1, 4],
        methods: ['gmail.users.messages.get'],
        bytes: [4_000, 60_000],
      })
      const people = [use(org, { ...common, at: at + 6 * MINUTE, method: 'people.connections.list', bytes: 22_400 })]
      const sends = calls(org, {
        ...common,
        start: at + 7 * MINUTE,
        count: 12,
        gap: [3, 9],
        methods: ['gmail.users.messages.send'],
        bytes: [380, 460],
      })
      return { mails, reads, people, sends }
    })
    const mails = turns.flatMap((turn) => turn.mails)
    const reads = turns.flatMap((turn) => turn.reads)
    const people = turns.flatMap((turn) => turn.people)
    const sends = turns.flatMap((turn) => turn.sends)
    const [first] = ids(mails)
    return {
      records: timeline(days.records, granted, usual, mails, reads, people, sends),
      firstHostile: first ?? '',
      dataLeft: ids(reads, sends),
      required: [
        {
          act: 'a connector that has only read so far sends a dozen mails in a minute, for person after person',
          ids: ids(sends),
          minimum: 'medium',
        },
        {
          act: 'the connector reads dozens of messages in two minutes, and the contacts',
          ids: ids(reads, people),
          minimum: 'low',
        },
      ],
      quiet: [...days.quiet, ...ids(usual.slice(200, 212))],
    }
  },
})
