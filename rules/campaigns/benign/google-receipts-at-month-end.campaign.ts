// A program for receipts searches the mail of six buyers at the end of each month and fetches the invoices in it.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'A receipt program fetches invoices out of six mailboxes at each end of a month',
  sources: [
    'https://developers.google.com/workspace/gmail/api/guides/filtering',
    'https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages.attachments/get',
  ],
  resembles:
    'A client that sleeps for weeks searches mail at night, downloads attachments by the hundred, and comes from two clouds.',
  accounts: 6,
  days: 92,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'elmtree-retail.example', 32)
    const end = time('2026-06-03T15:00:00Z')
    const days = background(org, { until: end, days: 110, records: 900 })
    const receipts = app(random, 'Belegsammler', ['openid', 'email', 'gmail.readonly'])
    const buyers = inUnit(org, 'Finance').slice(0, 6)
    const granted = buyers.map((who, index) =>
      authorize(org, { at: time('2026-03-02T09:00:00Z') + index * 25 * MINUTE, who, app: receipts, from: org.office }),
    )
    const clouds = [network('192.0.2.210', 16509, 'DE'), network('192.0.2.211', 24940, 'DE')]
    const nights = ['2026-03-02T12:30:00Z', '2026-03-31T22:10:00Z', '2026-04-30T22:10:00Z', '2026-05-31T22:10:00Z']
    const work = nights.flatMap((night, month) =>
      buyers.flatMap((who, index) =>
        calls(org, {
          start: time(night) + index * 8 * MINUTE + (index % 2) * HOUR,
          count: random.integer(30, 60),
          gap: [1, 6],
          who,
          app: receipts,
          from: clouds[(month + index) % 2] ?? null,
          methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.attachments.get'],
          bytes: [3_000, 700_000],
        }),
      ),
    )
    return { records: timeline(days.records, granted, work), ids: ids(granted, work) }
  },
})
