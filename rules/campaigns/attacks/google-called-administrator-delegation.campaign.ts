// Callers talk an administrator through a sign-in, wait, and let a client of their own act as everybody in two steps.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import type { ServiceAccount } from '../google-cloud-layouts.ts'
import { actsAs, delegatedApp } from '../google-cloud-trust.ts'
import { admin, userAccounts } from '../google-events.ts'
import { samlSignIn } from '../google-grants.ts'
import {
  DAY,
  HOUR,
  ids,
  MINUTE,
  type Network,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'

export default attackCampaign({
  title: 'After a telephone call an administrator delegates a small scope to a new client, and mail a week later',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/expansion-shinyhunters-saas-data-theft',
    'https://cloud.google.com/blog/topics/threat-intelligence/defense-against-shinyhunters-cybercrime-saas',
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
  ],
  facts: [
    'The callers pose as the help desk, take the single sign-on and enrol a second factor of their own.',
    'They come from commercial VPN services and from home addresses that are rented as proxies.',
    'A super administrator can let a client act as every person without any consent.',
    'The client first gets a harmless scope, and more under the same number later.',
  ],
  build: (random) => {
    const org = organization(random, 'amberfield-bank.example', 30)
    const hostile = time('2026-02-11T15:22:00Z')
    const end = time('2026-03-04T16:00:00Z')
    const days = background(org, { until: end, days: 60, records: 1200 })
    const vpn = network('203.0.113.87', 39351, 'SE')
    const proxy = network('203.0.113.203', 3209, 'DE', 'DE-HE')
    const used = network('203.0.113.15', 36352, 'US')
    const account: ServiceAccount = { project: 'calendar-insights-41', name: 'sync', number: random.digits(21) }
    const delegate = (at: number, from: Network, scopes: readonly string[]) =>
      admin(org, {
        at,
        who: org.admin,
        from,
        type: 'DOMAIN_SETTINGS',
        name: 'AUTHORIZE_API_CLIENT_ACCESS',
        values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: account.number, API_SCOPES: scopes.map(scope) },
      })
    const routine = Array.from({ length: 36 }, (_, index) =>
      samlSignIn(org, { at: hostile - (index + 1) * DAY + 16 * HOUR, who: org.admin, from: org.office }),
    )
    const entry = [
      samlSignIn(org, { at: hostile, who: org.admin, from: vpn }),
      userAccounts(org, {
        at: hostile + 4 * MINUTE,
        who: org.admin,
        from: vpn,
        type: '2sv_change',
        name: '2sv_enroll',
        values: {},
      }),
    ]
    const small = delegate(hostile + 2 * DAY, proxy, ['calendar.readonly'])
    const wide = delegate(hostile + 9 * DAY, proxy, ['calendar.readonly', 'gmail.readonly', 'drive.readonly'])
    const calm = actsAs(org, {
      at: hostile + 3 * DAY,
      who: org.admin,
      app: delegatedApp(account, 'sync', ['calendar.readonly']),
      account,
      from: used,
      methods: ['calendar.calendarList.list', 'calendar.events.list'],
    })
    const sync = delegatedApp(account, 'sync', ['gmail.readonly', 'drive.readonly'])
    const theft = [1, 2, 6, 11].flatMap((place, index) =>
      actsAs(org, {
        at: hostile + 10 * DAY + index * 5 * HOUR,
        who: person(org, place),
        app: sync,
        account,
        from: used,
        methods: [
          'gmail.users.messages.list',
          ...Array.from({ length: 12 }, () => 'gmail.users.messages.get'),
          'drive.files.list',
          'drive.files.get',
          'drive.files.get',
        ],
      }),
    )
    return {
      records: timeline(days.records, routine, entry, [small, wide], calm, theft),
      firstHostile: ids(entry)[0] ?? '',
      dataLeft: ids(theft),
      required: [
        { act: 'A new client may act as everybody, from a strange address', ids: ids([small]), minimum: 'medium' },
        { act: 'The same client may now read all mail and files', ids: ids([wide]), minimum: 'high' },
        { act: 'The new client reads mail and files of four people', ids: ids(theft), minimum: 'high' },
      ],
      quiet: [...days.quiet, ...ids(routine).slice(0, 20)],
    }
  },
})
