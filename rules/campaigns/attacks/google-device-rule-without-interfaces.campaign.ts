// Stolen tokens fail at the device rule; a stolen administrator takes the interfaces out of the rule every evening, and back in the morning.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { type Covered, contextRule } from '../google-context-rules.ts'
import { authorize, signIn, use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import {
  app,
  DAY,
  HOUR,
  idOf,
  ids,
  inUnit,
  MINUTE,
  network,
  organization,
  time,
  timeline,
  timeOf,
} from '../google-layouts.ts'
import { deniedByContext } from '../google-lifecycle.ts'
import { downloadByClient } from '../google-sharing.ts'

const level = 'Company devices or Quotewell'
const all: Covered = 'CAA_WEB_VERSION_AND_1P_OAUTH_CLIENTS_AND_APIS'
const less: Covered = 'CAA_WEB_VERSION_AND_1P_OAUTH_CLIENTS'

export default attackCampaign({
  title:
    'A device rule refuses stolen client tokens, until a stolen administrator takes the interfaces out of the rule',
  sources: [
    'https://attack.mitre.org/techniques/T1556/009/',
    'https://support.google.com/a/answer/13583073',
    'https://workspaceupdates.googleblog.com/2023/08/context-aware-access-policies-for-first-and-third-party-applications-workspace-apis.html',
    'https://developers.google.com/admin-sdk/reports/v1/appendix/activity/admin-security-settings',
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
  ],
  facts: [
    'Tokens that were stolen from a vendor of a sales tool opened Google Workspace mail in August 2025.',
    'Context-aware access can cover the interfaces that other clients call, and then refuses tokens from unknown networks.',
    'Attackers change access policies of identity systems so that stolen credentials work again.',
    'The admin log names the covered endpoints before and after each change of a rule.',
  ],
  build: (random) => {
    const org = organization(random, 'oakhurst-lifts.example', 26)
    const start = time('2026-02-09T00:00:00Z')
    const end = start + 24 * DAY
    const days = background(org, { until: end, days: 140, records: 850 })
    const vendor = network('203.0.113.70', 64540, 'IE', 'IE-L')
    const client = app(random, 'Quotewell', ['openid', 'email', 'gmail.modify', 'drive.readonly'])
    const sellers = inUnit(org, 'Sales').slice(0, 5)
    const granted = sellers.map((who, index) =>
      authorize(org, { at: start - 108 * DAY + (9 + index) * HOUR, who, app: client, from: who.home }),
    )
    const usual = steadyUse(org, client, {
      until: end,
      days: 130,
      count: 420,
      people: sellers,
      from: vendor,
      methods: [
        'gmail.users.messages.list',
        'gmail.users.messages.get',
        'gmail.users.messages.send',
        'drive.files.get',
      ],
    })
    // In the year before, the administrator brought the rule to this unit, in two steps.
    const applications = ['Gmail', 'Drive and Docs'] as const
    const rule = (at: number, from: typeof org.office, before: Covered, after: Covered) =>
      applications.map((application, index) =>
        contextRule(org, {
          at: at + index * 50_000,
          who: org.admin,
          from,
          application,
          unit: '/Sales',
          before: { levels: [level], covered: before },
          after: { levels: [level], covered: after },
        }),
      )
    const planned = rule(start - 95 * DAY + 10 * HOUR, org.office, less, all)

    const rented = network('192.0.2.151', 64577, 'NL', 'NL-NH')
    const proxy = network('192.0.2.204', 64578, 'DE', 'DE-HE')
    const thief = start + DAY + 23 * HOUR
    const refused = [0, 1, 2].flatMap((turn) =>
      sellers.slice(0, 3).map((who, index) =>
        deniedByContext(org, {
          at: thief + turn * 40 * MINUTE + index * 35_000,
          who,
          from: rented,
          application: index % 2 === 0 ? 'Gmail' : 'Drive and Docs',
          level,
          state: 'No Device Information',
        }),
      ),
    )
    const evenings = [5, 6, 9, 12].map((day) => start + day * DAY + 20 * HOUR + random.integer(0, 40) * MINUTE)
    const sessions = evenings.map((at) => signIn(org, { at: at - 4 * MINUTE, who: org.admin, from: proxy }))
    const narrowed = evenings.flatMap((at) => rule(at, proxy, all, less))
    const restored = evenings.flatMap((at) => rule(at + 8 * HOUR, proxy, less, all))
    const read = evenings.flatMap((at, index) =>
      sellers.slice(0, index + 2).flatMap((who, turn) =>
        calls(org, {
          start: at + 25 * MINUTE + turn * 18 * MINUTE,
          count: random.integer(16, 34),
          gap: [4, 28],
          who,
          app: client,
          from: rented,
          methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
          bytes: [2_000, 190_000],
        }),
      ),
    )
    const [seller = org.admin] = sellers
    const files = evenings.flatMap((at, evening) => {
      const shared = { who: seller, from: rented, app: client }
      const listing = { ...shared, at: at + 3 * HOUR, method: 'drive.files.list', bytes: 61_000 }
      const taken = Array.from({ length: 7 }, (_, index) =>
        downloadByClient(org, {
          ...shared,
          at: at + 3 * HOUR + (index + 1) * 50_000,
          title: `Lift tender ${evening * 7 + index + 1}`,
          kind: 'pdf',
          bytes: random.integer(90_000, 2_400_000),
        }),
      )
      return [use(org, listing), ...taken.flat()]
    })

    return {
      records: timeline(days.records, granted, usual, planned, refused, sessions, narrowed, restored, read, files),
      firstHostile: idOf(refused[0] ?? {}),
      dataLeft: ids(read, files),
      required: [
        {
          act: 'The interfaces are taken out of the device rule of a unit, four times in the evening',
          ids: ids(narrowed),
          minimum: 'medium',
        },
        { act: 'A known client reads mail from a network that it never used', ids: ids(read), minimum: 'high' },
        { act: 'The same client downloads tenders from there', ids: ids(files), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(planned), ...ids(usual.filter((one) => timeOf(one) < start).slice(0, 25))],
    }
  },
})
