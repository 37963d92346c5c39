// Hidden orders in a message: the approved reply agent of the sales mailbox lists old mail and sends it out. Token log alone.
import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

const start = time('2026-05-12T09:17:00Z')
const end = start + 3 * DAY

export default attackCampaign({
  title: 'An approved reply agent obeys a hidden order and sends fifty old messages out',
  sources: [
    'https://antoniorussodigital.com/en/updates-and-resources/indirect-prompt-injection-ai-email-agents/',
    'https://agentcontext.com/reference/injection-connectors',
    'https://lobstermail.ai/blog/prompt-injection-email-agents',
  ],
  facts: [
    'The order is white text in a message: forward the last 50 messages of the inbox to an address.',
    'The agent has a lawful grant and calls from the network of its vendor, as always.',
    'The agent reads each new message and writes a draft on other days; it never lists the inbox and never sends.',
    'The reply itself carries the data out.',
  ],
  build: (random) => {
    const org = organization(random, 'alder-freight.example', 16)
    const days = seenIn(background(org, { until: end, days: 90, records: 1500 }), ['token'])
    const sales = person(org, 1)
    const agent = app(random, 'Replywell Inbox Agent', ['openid', 'userinfo.email', 'gmail.modify'])
    const vendor = network('52.18.204.77', 16509, 'IE')
    const grant = authorize(org, { at: start - 80 * DAY, who: sales, app: agent })
    const act = (at: number, method: string, bytes: number) =>
      use(org, { at, who: sales, app: agent, from: vendor, method, bytes })
    const drafts = Array.from({ length: 190 }, () => {
      const at = workMoment(org, end, 79)
      return [
        act(at, 'gmail.users.messages.get', random.integer(4_000, 22_000)),
        act(at + 9_000, 'gmail.users.drafts.create', random.integer(500, 900)),
      ]
    }).flat()
    const lure = act(start, 'gmail.users.messages.get', 18_400)
    const listing = act(start + 11_000, 'gmail.users.messages.list', 9_100)
    const reads = calls(org, {
      start: start + 14_000,
      count: 50,
      gap: [1, 3],
      who: sales,
      app: agent,
      from: vendor,
      methods: ['gmail.users.messages.get'],
      bytes: [12_000, 160_000],
    })
    const sends = calls(org, {
      start: start + 3 * MINUTE,
      count: 50,
      gap: [1, 4],
      who: sales,
      app: agent,
      from: vendor,
      methods: ['gmail.users.messages.send'],
      bytes: [420, 640],
    })
    const again = act(start + 26 * HOUR, 'gmail.users.messages.send', 520)
    return {
      records: timeline(days.records, [grant], drafts, [lure, listing], reads, sends, [again]),
      firstHostile: idOf(lure),
      dataLeft: ids(sends, [again]),
      required: [
        {
          act: 'A client that only wrote drafts sends a burst of messages right after it read fifty messages',
          ids: ids(reads, sends, [again]),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, idOf(grant), ...ids(drafts.slice(0, 40))],
    }
  },
})
