// Consent phishing by a payroll look-alike, mail bursts in the night and lures to colleagues; token log alone.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { calls, consents } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title:
    'Nine people grant mail scopes to a payroll look-alike; it reads in the night and mails lures from two accounts',
  sources: [
    'https://havenmessenger.com/blog/posts/oauth-phishing-attacks/',
    'https://ngrecovery.com/2026/05/05/oauth-consent-phishing-when-allow-access-gives-scammers-your-inbox/',
  ],
  facts: [
    'The link goes to the real consent page of Google, which shows the application of the attacker.',
    'The application has a plausible name and wants broad mail scopes.',
    'The person signs in normally with the second factor; afterwards the application has its own token.',
    'The application reads mail on the schedule of the attacker, and the mailbox sends further lures.',
  ],
  build: (random) => {
    const org = organization(random, 'ferrowtextiles.example', 32)
    const start = time('2026-03-09T00:00:00Z')
    const options = { until: start, days: 70, records: 520 }
    const days = seenIn(background(org, options), ['token'])
    const after = seenIn(background(org, { until: start + 9 * DAY, days: 9, records: 70 }), ['token'])
    const lure = app(random, 'Payrol Self-Service', [
      'openid',
      'userinfo.email',
      'gmail.readonly',
      'gmail.send',
      'contacts.readonly',
    ])
    const victims = [3, 5, 8, 9, 14, 17, 20, 26, 29].map((index) => person(org, index))
    const grants = consents(org, {
      start: start + DAY + 8 * HOUR + 40 * MINUTE,
      gap: [140, 1_300],
      people: victims,
      app: lure,
      from: (who) => who.home,
    })
    const exits = ['193.36.119.24', '193.36.119.81', '146.70.86.13'].map((ip) => network(ip, 9009, 'RO'))
    const burst = victims.flatMap((who, index) =>
      calls(org, {
        start: start + 2 * DAY + HOUR + index * 13 * MINUTE,
        count: 34,
        gap: [2, 11],
        who,
        app: lure,
        from: exits[index % 3] ?? null,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [3_000, 210_000],
      }),
    )
    // A few days of small reads from the two accounts that matter.
    const slow = victims.slice(2, 4).flatMap((who) =>
      calls(org, {
        start: start + 3 * DAY + 4 * HOUR,
        count: 19,
        gap: [6_000, 17_000],
        who,
        app: lure,
        from: exits[2] ?? null,
        methods: ['gmail.users.history.list', 'gmail.users.messages.get'],
        bytes: [900, 40_000],
      }),
    )
    const sent = victims.slice(2, 4).flatMap((who, index) =>
      calls(org, {
        start: start + 7 * DAY + (9 + index) * HOUR,
        count: 31,
        gap: [3, 9],
        who,
        app: lure,
        from: exits[0] ?? null,
        methods: ['gmail.users.messages.send'],
        bytes: [300, 700],
      }),
    )
    const [first] = grants
    if (!first) throw new RangeError('no grant')
    return {
      records: timeline(days.records, after.records, grants, burst, slow, sent),
      firstHostile: idOf(first),
      dataLeft: ids(burst, slow),
      required: [
        { act: 'several people grant mail scopes to a client that nobody knows', ids: ids(grants), minimum: 'medium' },
        { act: 'mail of all victims is read in one night', ids: ids(burst), minimum: 'medium' },
        { act: 'the client sends many messages', ids: ids(sent), minimum: 'medium' },
      ],
      quiet: days.quiet,
    }
  },
})
