import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { exportAccount } from '../google-takeout.ts'

export default attackCampaign({
  title: 'Phished researchers: their accounts leave as Takeout exports, and a mail program of the attacker stays',
  sources: [
    'https://blog.google/threat-analysis-group/new-iranian-apt-data-extraction-tool/',
    'https://blog.google/threat-analysis-group/iranian-backed-group-steps-up-phishing-campaigns-against-israel-us/',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/takeout',
  ],
  facts: [
    'The group phishes researchers and diplomats and works with their passwords or stolen sessions.',
    'Early versions of its tool asked Google Takeout for the data of the victim.',
    'Takeout delivers to Dropbox, Box or OneDrive of any owner, or with a link by mail.',
    'After the login, the group adds further ways into the mailbox.',
  ],
  build: (random) => {
    const org = organization(random, 'elmgarth.example', 17)
    const start = time('2026-03-03T17:40:00Z')
    const until = start + 14 * DAY
    const quiet = background(org, { until, days: 105, records: 350 })
    const first = person(org, 5)
    const second = person(org, 9)
    const exit = network('203.0.113.54', 64731, 'NL')
    const program = app(random, 'Mailspring', ['https://mail.google.com/', 'userinfo.email'], 'NATIVE_DESKTOP')
    // In January, two colleagues copied their own calendars and contacts: ordinary.
    const ownCopies = [3, 12].flatMap((index) =>
      exportAccount(org, {
        at: time('2026-01-20T10:05:00Z') + index * HOUR,
        who: person(org, index),
        from: org.office,
        products: 'Calendar, Contacts',
        destination: 'EMAIL',
        minutes: 6,
      }),
    )

    const later = start + 2 * DAY + 3 * HOUR
    const entries = [
      signIn(org, { at: start, who: first, from: exit, suspicious: true }),
      signIn(org, { at: later, who: second, from: exit, suspicious: true }),
    ]
    const grants = [
      authorize(org, { at: start + 26 * MINUTE, who: first, app: program, from: exit }),
      authorize(org, { at: later + 19 * MINUTE, who: second, app: program, from: exit }),
    ]
    const toStorage = exportAccount(org, {
      at: start + 9 * MINUTE,
      who: first,
      from: exit,
      products: 'Mail, Drive, Contacts, Chat',
      destination: 'DROPBOX',
      minutes: 190,
    })
    const byMail = exportAccount(org, {
      at: later + 7 * MINUTE,
      who: second,
      from: exit,
      products: 'Mail, Drive, Contacts',
      destination: 'EMAIL',
      minutes: 75,
    })
    const reads = [0, 1, 2, 4, 5, 7, 8].flatMap((day) =>
      calls(org, {
        start: later + day * DAY + 2 * HOUR,
        count: 18,
        gap: [2, 20],
        who: day % 2 === 0 ? first : second,
        app: program,
        from: exit,
        methods: ['gmail.users.history.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [2_000, 60_000],
      }),
    )
    return {
      records: timeline(quiet.records, ownCopies, entries, grants, toStorage, byMail, reads),
      firstHostile: ids(entries)[0] ?? '',
      dataLeft: ids(toStorage.slice(1), byMail.slice(1), reads),
      required: [
        {
          act: 'a mail program receives full mail access of two people from the network of their suspicious logins',
          ids: ids(grants),
          minimum: 'medium',
        },
        {
          act: 'mail, Drive and contacts of a researcher are exported to Dropbox',
          ids: ids(toStorage),
          minimum: 'medium',
        },
        { act: 'a second export is started and downloaded from that network', ids: ids(byMail), minimum: 'medium' },
        { act: 'the program reads both mailboxes from that network', ids: ids(reads), minimum: 'medium' },
      ],
      quiet: [...quiet.quiet, ...ids(ownCopies)],
    }
  },
})
