// Stolen tokens of a customer book order change notices for mailboxes and Drives, and then fetch only what is new.
import { attackCampaign, type RawRecord } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { use, userAccounts } from '../google-events.ts'
import { consents } from '../google-grants.ts'
import { inRow } from '../google-incident-work.ts'
import { app, DAY, HOUR, idOf, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { downloadByClient } from '../google-sharing.ts'

export default attackCampaign({
  title: 'Stolen tokens of a customer book order change notices for mailboxes and Drives and fetch only what is new',
  sources: [
    'https://github.com/pushsecurity/saas-attacks/blob/main/techniques/webhooks/description.md',
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
    'https://developers.google.com/workspace/gmail/api/guides/push',
    'https://developers.google.com/workspace/drive/api/guides/push',
  ],
  facts: [
    'The vendor of an approved client loses the refresh tokens of its customers.',
    'A strange server uses the tokens of five people at night and orders notices for their mailboxes and Drives.',
    'The server then needs no searches: after each notice it fetches one new message or one new file.',
    'The passwords change after some days, and the grants remain.',
    'A mailbox notice ends after seven days, and so the server orders it again.',
  ],
  build: (random) => {
    const org = organization(random, 'haferspeicher.example', 26)
    const end = time('2026-04-24T16:00:00Z')
    const days = background(org, { until: end, days: 96, records: 900 })
    const book = app(random, 'Kundenbuch', [
      'openid',
      'userinfo.email',
      'gmail.modify',
      'calendar.events',
      'drive.readonly',
    ])
    const vendor = network('203.0.113.44', 64531, 'IE')
    const strange = [network('192.0.2.201', 64577, 'LT'), network('192.0.2.214', 64577, 'LT')]
    const sales = inUnit(org, 'Sales').slice(0, 5)
    const granted = consents(org, {
      start: end - 95 * DAY - 6 * HOUR,
      gap: [400, 3_000],
      people: sales,
      app: book,
      from: org.office,
    })
    const daily = steadyUse(org, book, {
      until: end,
      days: 93,
      count: 260,
      people: sales,
      from: vendor,
      methods: ['gmail.users.history.list', 'gmail.users.messages.get', 'calendar.events.list'],
    })
    const start = time('2026-04-11T01:22:00Z')
    const call = (at: number, place: number, method: string, bytes: number): RawRecord =>
      use(org, {
        at,
        who: sales[place] ?? org.admin,
        app: book,
        from: strange[place % 2] ?? null,
        method,
        bytes,
      })
    const orders = (at: number): RawRecord[] =>
      sales.flatMap((_, place) => [
        call(at + place * 50_000, place, 'gmail.users.watch', 210),
        call(at + place * 50_000 + 3_000, place, 'drive.changes.getStartPageToken', 96),
        call(at + place * 50_000 + 5_000, place, 'drive.changes.watch', 340),
      ])
    const ordered = orders(start)
    const again = orders(start + 6 * DAY + 22 * HOUR)
    // Two to four notices for each person and day: a look at the history, and the new message.
    const fetches = (from: number, count: number): RawRecord[] =>
      sales.flatMap((_, place) =>
        inRow(org, from + place * 37 * MINUTE, count, [16_000, 34_000]).flatMap((at) => [
          call(at, place, 'gmail.users.history.list', random.integer(300, 900)),
          call(at + 2_000, place, 'gmail.users.messages.get', random.integer(6_000, 90_000)),
        ]),
      )
    const reads = fetches(start + 7 * HOUR, 14)
    const files = [0, 1, 2, 3, 4].flatMap((place) =>
      [1, 2, 4].flatMap((day) =>
        downloadByClient(org, {
          at: start + day * DAY + (6 + place) * HOUR + random.integer(0, 50) * MINUTE,
          who: sales[place] ?? org.admin,
          app: book,
          from: strange[place % 2] ?? null,
          title: `Offer ${random.integer(2_000, 4_000)}`,
          kind: 'pdf',
          bytes: random.integer(90_000, 900_000),
        }),
      ),
    )
    const changed = start + 5 * DAY + 7 * HOUR
    const passwords = sales.map((who, place) =>
      userAccounts(org, {
        at: changed + place * 11 * MINUTE,
        who,
        type: 'password_change',
        name: 'password_edit',
        values: {},
      }),
    )
    const later = fetches(start + 7 * DAY + 2 * HOUR, 8)
    const left = [...reads, ...files, ...later].filter((record) =>
      /messages\.get|download/u.test(JSON.stringify(record)),
    )
    return {
      records: timeline(days.records, granted, daily, ordered, reads, files, passwords, again, later),
      firstHostile: ordered[0] ? idOf(ordered[0]) : '',
      dataLeft: ids(left),
      required: [
        {
          act: 'A strange server orders change notices for five mailboxes and Drives with the tokens of the client',
          ids: ids(ordered),
          minimum: 'medium',
        },
        { act: 'The strange server fetches each new message', ids: ids(reads), minimum: 'medium' },
        { act: 'The strange server fetches new files', ids: ids(files), minimum: 'medium' },
        {
          act: 'The client orders the notices again and reads mail after the passwords changed',
          ids: ids(again, later),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(daily.slice(60, 80), granted.slice(0, 2))],
    }
  },
})
