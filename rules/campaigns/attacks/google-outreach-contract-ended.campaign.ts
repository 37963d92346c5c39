// The contract with an outreach vendor ended in spring; its tokens lived on, were stolen at the vendor and read six mailboxes in autumn.
// The customer exports the token log alone.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, revoke, use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import {
  app,
  DAY,
  HOUR,
  idOf,
  ids,
  MINUTE,
  network,
  organization,
  type Person,
  person,
  time,
  timeline,
} from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'Tokens of an outreach vendor are used five months after the contract with it ended; token log alone',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
    'https://gatlabs.com/blogpost/dormant-oauth-app-security-workspace-risk/',
  ],
  facts: [
    'An intruder took the refresh tokens that a sales vendor stored for its customers, among them tokens for mail in Google Workspace.',
    'Some victims no longer used the product, but nobody had revoked the grants.',
    'The intruder called the API from rented servers and through Tor, not from the servers of the vendor.',
    'The intruder searched the stolen text for passwords, keys and links to other systems.',
  ],
  build: (random) => {
    const org = organization(random, 'marlowe-instruments.example', 60)
    const start = time('2025-09-16T00:00:00Z')
    const days = seenIn(background(org, { until: start + 4 * DAY, days: 190, records: 1800 }), ['token'])
    const vendor = app(random, 'Pitchwell Sequences', [
      'openid',
      'userinfo.email',
      'gmail.readonly',
      'gmail.send',
      'calendar.events.readonly',
    ])
    const vendorHost = network('203.0.113.52', 16509, 'IE')
    const sellers = [1, 6, 11, 16, 21, 26, 31, 36, 41].map((place) => person(org, place))
    const ended = start - 148 * DAY
    const grants = sellers.map((who, place) =>
      authorize(org, { at: start - 189 * DAY + (8 + place) * HOUR, who, app: vendor }),
    )
    const usual = steadyUse(org, vendor, {
      until: ended,
      days: 40,
      count: 310,
      people: sellers,
      from: vendorHost,
      methods: ['gmail.users.history.list', 'gmail.users.messages.get', 'gmail.users.messages.send'],
    })
    // Three people cleaned up after the contract.
    const tidy = [1, 4, 7].map((place, index) =>
      revoke(org, { at: ended + (2 + index) * DAY + 10 * HOUR, who: sellers[place] ?? org.admin, app: vendor }),
    )

    // Ordinary: a tax program that calls in the first days of a month alone, and is silent in between.
    const tax = app(random, 'Ledgerpost Receipts', ['openid', 'userinfo.email', 'gmail.readonly'])
    const taxHost = network('203.0.113.177', 8075, 'NL')
    const clerks = [2, 7, 12].map((place) => person(org, place))
    const taxGrants = clerks.map((who, place) =>
      authorize(org, { at: start - 188 * DAY + (9 + place) * HOUR, who, app: tax }),
    )
    const monthly = [-168, -138, -107, -77, -46, -15].flatMap((offset) =>
      clerks.flatMap((who, place) =>
        calls(org, {
          start: start + offset * DAY + 6 * HOUR + place * 25 * MINUTE,
          count: 9,
          gap: [20, 90],
          who,
          app: tax,
          from: taxHost,
          methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
          bytes: [1_500, 60_000],
        }),
      ),
    )

    const reading = ['gmail.users.messages.list', ...Array.from({ length: 7 }, () => 'gmail.users.messages.get')]
    const raid = (who: Person, at: number, count: number, from: ReturnType<typeof network>) => [
      use(org, { at, who, app: vendor, from, method: 'gmail.users.getProfile', bytes: 212 }),
      use(org, { at: at + 4000, who, app: vendor, from, method: 'gmail.users.labels.list', bytes: 2_140 }),
      ...calls(org, {
        start: at + 9000,
        count,
        gap: [1, 9],
        who,
        app: vendor,
        from,
        methods: reading,
        bytes: [2_200, 96_000],
      }),
    ]
    const rented = network('143.198.77.31', 14061, 'US')
    const exit = network('185.220.101.44', 60729, 'DE')
    const seller = (place: number): Person => sellers[place] ?? org.admin
    const begin = start + 2 * HOUR + 7 * MINUTE
    const night = [0, 2, 3, 5].flatMap((place, index) =>
      raid(seller(place), begin + index * 16 * MINUTE, random.integer(44, 72), rented),
    )
    const later = [6, 8].flatMap((place, index) =>
      raid(seller(place), begin + 2 * DAY + 9 * HOUR + index * 31 * MINUTE, random.integer(30, 48), exit),
    )
    const read = (list: readonly (typeof night)[number][]): string[] =>
      ids(list.filter((record) => JSON.stringify(record).includes('messages.get')))

    return {
      records: timeline(days.records, grants, usual, tidy, taxGrants, monthly, night, later),
      firstHostile: idOf(night[0] ?? {}),
      dataLeft: [...read(night), ...read(later)],
      required: [
        {
          act: 'A mail client that was silent for five months reads four mailboxes at night from a rented server',
          ids: ids(night),
          minimum: 'high',
        },
        { act: 'Two days later it reads two more mailboxes from a Tor exit', ids: ids(later), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(tidy), ...ids(monthly.slice(-40))],
    }
  },
})
