// A thief in the session of a bookkeeper consents to an ordinary mail merge, which sends false invoices in the last hour of the export.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, signIn } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import { app, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { delivery } from '../google-routing.ts'

const subject = 'Updated remittance details for your open invoice'

export default attackCampaign({
  title: 'A stolen session consents to a mail merge, reads all contacts and sends false invoices within the hour',
  sources: [
    'https://blog.sekoia.io/global-analysis-of-adversary-in-the-middle-phishing-threats/',
    'https://www.microsoft.com/en-us/security/blog/2023/12/12/threat-actors-misuse-oauth-applications-to-automate-financially-driven-attacks/',
  ],
  facts: [
    'A proxy page takes the session of an employee with a second factor.',
    'The thief signs in from a hosting provider and writes to the business partners of the victim.',
    'Public bulk mail programs and add-ons send more in less time than a browser.',
    'The letters name another account for open invoices; failed deliveries are put in the bin.',
  ],
  build: (random) => {
    const org = organization(random, 'hollowell-timber.example', 16)
    const end = time('2026-06-09T17:00:00Z')
    const days = background(org, { until: end, days: 60, records: 820 })
    const victim = inUnit(org, 'Finance')[0] ?? org.admin
    const proxy = network('203.0.113.219', 24940, 'FI')
    const hostile = end - 118 * MINUTE
    const merge = app(random, 'Letter Merge for Sheets', [
      'openid',
      'userinfo.email',
      'gmail.send',
      'gmail.modify',
      'contacts.readonly',
      'spreadsheets.currentonly',
    ])
    const entry = signIn(org, { at: hostile, who: victim, from: proxy, suspicious: true })
    const consent = authorize(org, { at: hostile + 23 * MINUTE, who: victim, app: merge, from: proxy })
    const shared = { who: victim, app: merge, from: null }
    const contacts = calls(org, {
      ...shared,
      start: hostile + 27 * MINUTE,
      count: 6,
      gap: [2, 5],
      methods: ['people.connections.list'],
      bytes: [40_000, 220_000],
    })
    const sendStart = end - 52 * MINUTE
    const sends = calls(org, {
      ...shared,
      start: sendStart,
      count: 160,
      gap: [6, 12],
      methods: ['gmail.users.messages.send'],
      bytes: [300, 420],
    })
    const letters = run(org, { start: sendStart + 2000, count: 160, gap: [6, 12] }, (at, index) =>
      delivery(org, {
        at,
        who: victim,
        kind: 1,
        sender: victim.email,
        subject,
        to: [{ address: `accounts@customer-${100 + index}.example`, service: 'smtp-outbound' }],
      }),
    )
    const bin = calls(org, {
      ...shared,
      start: end - 18 * MINUTE,
      count: 14,
      gap: [10, 40],
      methods: ['gmail.users.messages.trash'],
      bytes: [200, 400],
    })
    return {
      records: timeline(days.records, [entry, consent], contacts, sends, letters, bin),
      firstHostile: ids([entry])[0] ?? '',
      dataLeft: ids(contacts),
      required: [
        {
          act: 'A suspicious sign-in gives a new client sending and contacts from the same strange network',
          ids: ids([consent]),
          minimum: 'medium',
        },
        { act: 'The client sends one letter to 160 outside addresses', ids: ids(sends, letters), minimum: 'high' },
      ],
      quiet: days.quiet,
    }
  },
})
