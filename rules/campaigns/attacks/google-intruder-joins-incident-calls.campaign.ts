// After a reset by the help desk the intruder gives a mail program access, reads about the response and joins its calls.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, signIn, userAccounts } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { userSetting } from '../google-lifecycle.ts'
import { addGuest, downloadByClient, guestByClient } from '../google-sharing.ts'

const start = time('2026-04-14T15:42:00Z')
const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/146.0.0.0 Safari/537.36'
const guides = [
  'VPN setup for new starters',
  'Help desk: second factor enrollment',
  'Server room contacts',
  'Virtual desktop access',
  'Backup restore runbook',
  'Emergency accounts procedure',
]

export default attackCampaign({
  title: 'Scattered Spider has a password reset, reads how the company responds and joins the incident calls',
  sources: ['https://www.cisa.gov/news-events/cybersecurity-advisories/aa23-320a'],
  facts: [
    'Callers who posed as employees persuaded help desks to reset passwords and second factors.',
    'The intruders registered their own second factor for the account.',
    'They searched internal documents for VPN instructions, second-factor enrollment and help desk guides.',
    'They searched mail for messages about the intrusion and about the response to it.',
    'They joined the calls of the incident response to learn how the defenders hunted them.',
  ],
  build: (random) => {
    const org = organization(random, 'hazelmoor.example', 18)
    const quietDays = background(org, { until: start + 5 * DAY, days: 85, records: 320 })
    const planned = Array.from({ length: 24 }, (_, index) => {
      const at = time('2026-01-26T09:10:00Z') + index * 3 * DAY + index * 7 * MINUTE
      return addGuest(org, {
        at,
        who: person(org, 1 + (index % 9)),
        guest: `contact${index % 6}@alderfreight.example`,
        title: 'Supplier review',
        starts: at + 2 * DAY,
        kind: 'web',
        agent: chrome,
      })
    })
    const victim = person(org, 5)
    const thief = network('192.0.2.171', 64599, 'US', 'US-NJ')
    const reset = [
      userSetting(org, { at: start, who: org.admin, name: 'CHANGE_PASSWORD', values: { USER_EMAIL: victim.email } }),
      userSetting(org, {
        at: start + MINUTE,
        who: org.admin,
        name: 'UNENROLL_USER_FROM_STRONG_AUTH',
        values: { USER_EMAIL: victim.email },
      }),
    ]
    const session = signIn(org, { at: start + 4 * MINUTE, who: victim, from: thief, suspicious: true })
    const enrolled = userAccounts(org, {
      at: start + 6 * MINUTE,
      who: victim,
      from: thief,
      type: '2sv_change',
      name: '2sv_enroll',
      values: {},
    })
    const program = app(
      random,
      'Kestrel Mail Desktop',
      ['https://mail.google.com/', 'calendar', 'drive.readonly', 'userinfo.email'],
      'NATIVE_DESKTOP',
    )
    const consent = authorize(org, { at: start + 11 * MINUTE, who: victim, app: program, from: thief })
    const held = { who: victim, app: program, from: thief }
    const files = guides.flatMap((title, index) =>
      downloadByClient(org, {
        ...held,
        at: start + 25 * MINUTE + index * 50_000,
        title,
        kind: 'document',
        bytes: random.integer(60_000, 900_000),
      }),
    )
    const reading = [0, 1, 2].flatMap((day) =>
      calls(org, {
        ...held,
        start: start + HOUR + day * DAY,
        count: 45,
        gap: [3, 16],
        methods: ['gmail.users.messages.list', ...Array.from({ length: 8 }, () => 'gmail.users.messages.get')],
        bytes: [3_000, 70_000],
      }),
    )
    const response = start + 2 * DAY + 3 * HOUR
    const guests = ['Incident bridge', 'Incident bridge, evening', 'Containment: decisions'].flatMap((title, index) =>
      guestByClient(org, {
        ...held,
        at: response + index * 7 * MINUTE,
        guest: 'm.hartley@fieldnote-mail.example',
        title,
        starts: response + (index + 1) * 5 * HOUR,
      }),
    )
    return {
      records: timeline(quietDays.records, planned, reset, [session, enrolled, consent], files, reading, guests),
      firstHostile: ids(reset)[0] ?? '',
      dataLeft: ids(files, reading),
      required: [
        {
          act: 'mail program with all mail, calendars and files after a reset, from an unknown network',
          ids: ids([consent]),
          minimum: 'medium',
        },
        { act: 'new client takes the guides of the help desk', ids: ids(files, [consent]), minimum: 'medium' },
        { act: 'new client reads many messages on three days', ids: ids(reading, [consent]), minimum: 'medium' },
        { act: 'new client puts an outsider on the incident calls', ids: ids(guests), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(planned.slice(6, 18))],
    }
  },
})
