// Klue (June 2026), as the token log alone shows it: stolen tokens used from many exits while the vendor goes on as always.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { use } from '../google-events.ts'
import { consents } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'Stolen connector tokens used from rotating VPN exits beside the vendor',
  sources: [
    'https://www.penligent.ai/hackinglabs/he/saas-oauth-attack-surface/',
    'https://nhimg.org/articles/klue-breach-shows-why-saas-integrations-need-nhi-governance/',
    'https://cloud.google.com/blog/topics/threat-intelligence/unc6040-proactive-hardening-recommendations',
  ],
  facts: [
    'A legacy credential of an integration service gave the attacker the OAuth tokens that the vendor kept for its customers.',
    'The tokens were used at the platforms of the customers; the content inside the vendor itself was not the aim.',
    'The vendor noticed on 12 June 2026; its own calls went on until then.',
    'The calls came from commercial VPN services with changing exits (as in the Gainsight case), each used for few calls.',
    'The customer collects the token log alone.',
  ],
  build(random) {
    const org = organization(random, 'quarrystone.example', 24)
    const start = time('2026-06-10T21:40:00Z')
    const hub = app(random, 'Battlecard Hub', ['openid', 'userinfo.email', 'gmail.readonly', 'calendar.readonly'])
    const sellers = org.people.slice(3, 14)
    const vendor = network('18.195.44.61', 16509, 'DE', 'DE-HE')
    const days = seenIn(background(org, { until: start + 2 * DAY, days: 84, records: 1600 }), ['token'])
    const granted = consents(org, { start: start - 81 * DAY, gap: [900, 9000], people: sellers, app: hub })
    const usual = steadyUse(org, hub, {
      until: start + 2 * DAY,
      days: 80,
      count: 520,
      people: sellers,
      from: vendor,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'calendar.events.list'],
    })
    const exits = [
      network('146.70.118.22', 9009, 'CH', 'CH-ZH'),
      network('37.19.221.140', 212238, 'US', 'US-CA'),
      network('185.159.157.41', 62371, 'CH', 'CH-ZH'),
      network('198.54.133.9', 11878, 'US', 'US-TX'),
      network('89.187.170.173', 60068, 'US', 'US-GA'),
      network('194.127.167.88', 39351, 'SE', 'SE-AB'),
      network('45.134.212.77', 212238, 'NL', 'NL-NH'),
      network('169.150.196.30', 60068, 'FR', 'FR-IDF'),
    ]
    const victims = sellers.slice(0, 7)
    const probes = victims.map((who, index) =>
      use(org, {
        at: start + index * 3 * MINUTE,
        who,
        app: hub,
        from: exits[0],
        method: 'gmail.users.getProfile',
        bytes: random.integer(160, 220),
      }),
    )
    const reads = victims.flatMap((who) =>
      Array.from({ length: 22 }, (_, index) =>
        use(org, {
          at: start + 2 * HOUR + random.integer(0, 26 * 60) * MINUTE,
          who,
          app: hub,
          from: random.pick(exits),
          method: index % 8 === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
          bytes: random.integer(3_000, 48_000),
        }),
      ),
    )
    const [first] = ids(probes)
    return {
      records: timeline(days.records, granted, usual, probes, reads),
      firstHostile: first ?? '',
      dataLeft: ids(reads),
      required: [
        {
          act: 'tokens of an approved connector read mail from networks that the vendor never used',
          ids: ids(probes, reads),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(usual.slice(60, 75))],
    }
  },
})
