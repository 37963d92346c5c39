// A director leaves Advanced Protection for 38 minutes in a session that is not hers, and a mail client gets its grant in between.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse, workMoment } from '../google-background.ts'
import { authorize, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { advancedProtection } from '../google-protection.ts'

export default attackCampaign({
  title: 'A director leaves Advanced Protection for 38 minutes in a stolen session, and a mail client gets its grant',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/creative-phishing-academics-critics-of-russia',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/user-accounts',
    'https://support.google.com/accounts/answer/7539956',
  ],
  facts: [
    'Advanced Protection refuses most clients that ask for all mail, so a thief needs a gap.',
    'The log shows that a person leaves Advanced Protection, and joins it again.',
    'Attackers of well-known people prefer access that lasts beside the password, and use it from rented servers.',
    'The client reads some letters every two to four days for five weeks.',
  ],
  build(random) {
    const org = organization(random, 'larkmere.example', 16)
    const start = time('2025-10-14T00:00:00Z')
    const until = start + 40 * DAY
    const days = background(org, { until, days: 150, records: 900 })
    const victim = person(org, 4)
    const rented = network('203.0.113.188', 64540, 'NL')

    // Ordinary: five leaders joined long ago, one of them leaves for good; a mail program has worked for years.
    const joined = [2, 4, 6, 7, 9].map((index) =>
      advancedProtection(org, { at: workMoment(org, start - 120 * DAY, 20), who: person(org, index), joins: true }),
    )
    const left = advancedProtection(org, { at: start - 20 * DAY + 9 * HOUR, who: person(org, 9), joins: false })
    const phone = app(random, 'Spark Mail', ['https://mail.google.com/', 'userinfo.email'], 'NATIVE_IOS')
    const phones = [11, 12, 13].map((index) => person(org, index))
    const phoneGrants = phones.map((who, index) =>
      authorize(org, { at: start - 148 * DAY + (9 + index) * HOUR, who, app: phone, from: who.home }),
    )
    const phoneUse = steadyUse(org, phone, {
      until,
      days: 145,
      count: 120,
      people: phones,
      from: network('192.0.2.90', 64531, 'IE'),
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.history.list'],
    })

    const begin = start + 5 * HOUR + 12 * MINUTE
    const entered = signIn(org, { at: begin, who: victim, from: rented, suspicious: true })
    const leaves = advancedProtection(org, { at: begin + 6 * MINUTE, who: victim, from: rented, joins: false })
    const client = app(random, 'Inbox Ledger', [
      'https://mail.google.com/',
      'contacts.readonly',
      'userinfo.email',
      'openid',
    ])
    const granted = authorize(org, { at: begin + 11 * MINUTE, who: victim, app: client, from: rented })
    const returns = advancedProtection(org, { at: begin + 44 * MINUTE, who: victim, from: rented, joins: true })
    const reader = network('203.0.113.201', 64541, 'RO')
    let night = start + DAY + 2 * HOUR
    const reads = Array.from({ length: 12 }, () => {
      night += random.integer(2, 4) * DAY + random.integer(-40, 40) * MINUTE
      return calls(org, {
        start: night,
        count: random.integer(7, 13),
        gap: [9, 70],
        who: victim,
        app: client,
        from: reader,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [4_000, 260_000],
      })
    }).flat()

    return {
      records: timeline(
        days.records,
        joined,
        [left],
        phoneGrants,
        phoneUse,
        [entered, leaves, granted, returns],
        reads,
      ),
      firstHostile: idOf(entered),
      dataLeft: ids(reads),
      required: [
        {
          act: 'A protected account leaves Advanced Protection from a new network, and a new client gets all mail minutes later',
          ids: ids([leaves, granted]),
          minimum: 'medium',
        },
        { act: 'The new client reads mail at night from a rented network', ids: ids(reads), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(joined, [left], phoneUse.slice(60))],
    }
  },
})
