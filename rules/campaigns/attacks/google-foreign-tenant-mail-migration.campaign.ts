// A stolen administrator installs the genuine mail migration application of Microsoft: mailboxes flow into a foreign tenant.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import {
  type App,
  app,
  DAY,
  HOUR,
  idOf,
  ids,
  MINUTE,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'
import { marketplace, marketplaceToken } from '../google-marketplace.ts'

const label = 'Microsoft 365 Mail Migration'
const start = time('2026-04-18T00:00:00Z')

export default attackCampaign({
  title:
    'A stolen administrator installs the mail migration application of Microsoft, and mail flows into a foreign tenant',
  sources: [
    'https://learn.microsoft.com/en-us/exchange/mailbox-migration/google-marketplace-app-migration',
    'https://attack.mitre.org/techniques/T1537/',
  ],
  facts: [
    'An administrator of Google Workspace installs this application from the Marketplace for the whole domain; no client and no scope is entered by hand.',
    'The application may read mail, calendars, contacts and tasks of everybody, and list the users.',
    'The destination is the Microsoft tenant of whoever started the migration; the Google logs do not name it.',
    'All calls come from the data centers of Microsoft, under a name that many administrators trust.',
    'Thieves of data like genuine synchronization services, because the copy runs from cloud to cloud.',
  ],
  build: (random) => {
    const org = organization(random, 'lindenquay.example', 16)
    const days = background(org, { until: start + 12 * DAY, days: 150, records: 420 })

    // A signature service from the Marketplace is an old friend.
    const footer: App = { ...app(random, 'Footnote Signatures', ['gmail.settings.basic']), id: `1${random.digits(20)}` }
    const signatures = steadyUse(org, footer, {
      until: start + 11 * DAY,
      days: 145,
      count: 110,
      people: org.people,
      from: network('203.0.113.121', 64546, 'FR'),
      methods: ['gmail.users.settings.sendAs.list', 'gmail.users.settings.sendAs.update'],
      impersonates: true,
    })

    const thief = network('93.190.142.9', 64620, 'DE', 'DE-BE')
    const data = ['20.50.88.14', '20.50.88.77', '52.97.140.6'].map((ip) => network(ip, 8075, 'NL'))
    const scopes = [
      'https://mail.google.com/',
      'calendar',
      'contacts',
      'tasks.readonly',
      'admin.directory.user.readonly',
      'admin.directory.customer.readonly',
      'admin.reports.usage.readonly',
      'userinfo.email',
    ].map(scope)
    const number = `1${random.digits(20)}`
    const mover: App = { id: number, name: label, type: 'TYPE_UNSPECIFIED', scopes }
    const account = 'gws-mail-migration@m365-simplified-migration.iam.gserviceaccount.com'
    const consentScreen = app(random, label, ['openid', 'userinfo.email', 'admin.directory.customer.readonly'])
    const listing = random.digits(12)

    // Saturday evening.
    const evening = start + 19 * HOUR + 22 * MINUTE
    const boss = org.admin
    const entry = signIn(org, { at: evening, who: boss, from: thief })
    const allowed = marketplace(org, {
      at: evening + 6 * MINUTE,
      who: boss,
      from: thief,
      name: 'ADD_APPLICATION_TO_WHITELIST',
      listing,
      label,
    })
    const installed = marketplace(org, {
      at: evening + 8 * MINUTE,
      who: boss,
      from: thief,
      name: 'ADD_APPLICATION',
      listing,
      label,
    })
    const granted = authorize(org, { at: evening + 10 * MINUTE, who: boss, app: consentScreen, from: thief })

    // Four nights, four people in each; first a look at the list of users.
    const listed = calls(org, {
      start: evening + 14 * MINUTE,
      count: 3,
      gap: [2, 9],
      who: boss,
      app: mover,
      from: data[0] ?? thief,
      methods: ['directory.customers.get', 'directory.users.list'],
      bytes: [9_000, 60_000],
      impersonates: true,
    })
    const copied = org.people.flatMap((_, index) => {
      const who = person(org, index)
      const from = data[index % data.length] ?? thief
      const begin = evening + 2 * HOUR + Math.floor(index / 4) * DAY + (index % 4) * 37 * MINUTE
      return [
        marketplaceToken(org, { at: begin, who, from, app: mover, account }),
        ...calls(org, {
          start: begin + 4000,
          count: 22,
          gap: [4, 75],
          who,
          app: mover,
          from,
          methods: [
            'gmail.users.messages.list',
            'gmail.users.messages.get',
            'gmail.users.messages.get',
            'calendar.events.list',
            'people.people.connections.list',
          ],
          bytes: [30_000, 900_000],
          impersonates: true,
        }),
      ]
    })
    const removed = marketplace(org, {
      at: evening + 4 * DAY + 40 * MINUTE,
      who: boss,
      from: thief,
      name: 'REMOVE_APPLICATION',
      listing,
      label,
    })

    return {
      records: timeline(days.records, signatures, [entry, allowed, installed, granted, removed], listed, copied),
      firstHostile: idOf(entry),
      dataLeft: ids(listed, copied),
      required: [
        {
          act: 'From a new network an administrator allows and installs an application that may read the mail of everybody',
          ids: ids([allowed, installed, granted]),
          minimum: 'medium',
        },
        {
          act: 'The new application acts as every person within four nights and reads mail, calendars and contacts',
          ids: ids(listed, copied),
          minimum: 'high',
        },
      ],
      quiet: [...days.quiet, ...ids(timeline(signatures).slice(25, 60))],
    }
  },
})
