import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'A second workspace of the sales mail tool is connected to mailboxes that already have the first',
  sources: [
    'https://github.com/pushsecurity/saas-attacks/blob/main/techniques/evil_twin_integrations/description.md',
    'https://github.com/pushsecurity/saas-attacks',
  ],
  facts: [
    'The intruder adds a further connection of an integration that the company has, in an own account of the vendor.',
    'Client, name, permissions and servers are the same as those of the real connection.',
    'The intruder reached the mailboxes with stolen sessions, one after the other, and needs each of them once.',
    'The customer collects the login log and the token log alone.',
  ],
  build: (random) => {
    const org = organization(random, 'copperfinch.example', 24)
    const start = time('2026-09-15T00:00:00Z')
    const days = seenIn(background(org, { until: start + 14 * DAY, days: 84, records: 1000 }), ['login', 'token'])
    const tool = app(random, 'Cadence Mail', ['openid', 'userinfo.email', 'gmail.readonly', 'gmail.send'])
    const servers = network('203.0.113.90', 16509, 'US', 'US-OR')
    const sales = [1, 6, 11, 16].map((place) => person(org, place))
    const grants = sales.map((who, place) =>
      authorize(org, { at: start - 80 * DAY + (9 + place) * HOUR, who, app: tool, from: org.office }),
    )
    const methods = ['gmail.users.history.list', 'gmail.users.messages.get', 'gmail.users.messages.send']
    const work = steadyUse(org, tool, {
      until: start + 13 * DAY,
      days: 90,
      count: 300,
      people: sales,
      from: servers,
      methods,
    })
    const proxies = [
      network('192.0.2.141', 9009, 'GB', 'GB-LND'),
      network('192.0.2.143', 9009, 'SE', 'SE-AB'),
      network('192.0.2.147', 9009, 'FR', 'FR-IDF'),
    ]
    const hostile = proxies.map((from, place) => {
      const who = place === 2 ? person(org, 12) : (sales[place] ?? org.admin)
      const at = start + place * 3 * DAY + 10 * HOUR + random.integer(0, 90) * MINUTE
      return {
        entered: signIn(org, { at, who, from }),
        grant: authorize(org, { at: at + 5 * MINUTE, who, app: tool, from }),
        // The vendor fetches the older mail for the new connection, as it does for each new customer.
        reads: calls(org, {
          start: at + 8 * MINUTE,
          count: 60,
          gap: [20, 90],
          who,
          app: tool,
          from: servers,
          methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
          bytes: [2_000, 40_000],
        }),
      }
    })
    const entered = hostile.map((one) => one.entered)
    const again = hostile.map((one) => one.grant)
    const reads = hostile.flatMap((one) => one.reads)
    const [first] = entered
    return {
      records: timeline(days.records, grants, work, entered, again, reads),
      firstHostile: first ? idOf(first) : '',
      dataLeft: ids(reads),
      required: [
        {
          act: 'Three people sign in from new hosting networks and grant a mail client minutes later',
          ids: ids(entered, again),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(work.slice(40, 70))],
    }
  },
})
