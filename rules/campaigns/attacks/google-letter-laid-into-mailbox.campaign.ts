// A client lays false letters straight into mailboxes: no server delivers them, and no filter sees them.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'A new client inserts five false letters of suppliers into two mailboxes, without any delivery',
  sources: [
    'https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/insert',
    'https://developers.google.com/workspace/gmail/api/auth/scopes',
    'https://www.globalsecuritymag.fr/Global-Spam-Wave-floods-email,20201214,106138.html',
  ],
  facts: [
    'The insert method puts a message into the mailbox as IMAP APPEND does and skips most scanning.',
    'Criminals sell a program that implants letters into mailboxes, with any sender that they like.',
    'The scope gmail.insert lets a client add messages and read none.',
    'The customer collects the token log alone; the Gmail log would show no delivery.',
  ],
  build: (random) => {
    const org = organization(random, 'saltmarsh-builders.example', 22)
    const hostile = time('2026-06-02T12:47:00Z')
    const end = time('2026-06-19T15:00:00Z')
    const days = seenIn(background(org, { until: end, days: 84, records: 900 }), ['token', 'login'])
    const scanner = app(random, 'Copyroom Scan', ['openid', 'email', 'gmail.send'])
    const office = inUnit(org, 'Operations')
    const scans = steadyUse(org, scanner, {
      until: end,
      days: 80,
      count: 120,
      people: office,
      from: org.office,
      methods: ['gmail.users.messages.send'],
    })
    const client = app(random, 'Mailbox Import Helper', ['openid', 'email', 'gmail.insert', 'gmail.labels'])
    const from = network('203.0.113.118', 44477, 'GB')
    const bookkeepers = inUnit(org, 'Finance').slice(0, 2)
    const granted = bookkeepers.map((who, index) =>
      authorize(org, { at: hostile + index * 40 * MINUTE, who, app: client, from: org.office }),
    )
    const tried = bookkeepers.map((who, index) =>
      use(org, {
        at: hostile + index * 40 * MINUTE + 50_000,
        who,
        app: client,
        from,
        method: 'gmail.users.labels.list',
        bytes: random.integer(900, 2_400),
      }),
    )
    // Each letter waits for a day on which suppliers are paid.
    const letters = [
      [0, 6],
      [1, 6],
      [0, 8],
      [0, 13],
      [1, 14],
    ].flatMap(([place, day]) => {
      const who = bookkeepers[place ?? 0] ?? org.admin
      const at = hostile + (day ?? 0) * DAY - 5 * HOUR + random.integer(0, 50) * MINUTE
      return [
        use(org, {
          at,
          who,
          app: client,
          from,
          method: day === 6 ? 'gmail.users.messages.insert' : 'gmail.users.messages.import',
          bytes: random.integer(300, 700),
        }),
      ]
    })
    return {
      records: timeline(days.records, scans, granted, tried, letters),
      firstHostile: ids(granted)[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'Two bookkeepers let a client of nobody add messages to their mailboxes',
          ids: ids(granted, tried),
          minimum: 'medium',
        },
        {
          act: 'The new client lays letters into the mailboxes from a rented server',
          ids: ids(letters),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(scans).slice(10, 40)],
    }
  },
})
