// Stolen tokens of a sales chat integration read a few mailboxes.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { admin, authorize, revoke, use } from '../google-events.ts'
import { type App, DAY, ids, MINUTE, network, organization, person, scope, time, timeline } from '../google-layouts.ts'

const until = time('2026-08-09T00:00:00Z')

export default attackCampaign({
  title: 'Drift Email tokens stolen from the vendor read Gmail',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
  ],
  facts: [
    'The vendor of the Drift chat integration lost the OAuth tokens that customers had granted.',
    'On one day the thief used tokens of the Drift Email integration to read mail of a very small number of accounts.',
    'Nobody signed in and nobody consented on that day; the grants were old and legitimate.',
    'Google revoked the tokens of the integration afterwards.',
  ],
  build: (random) => {
    const org = organization(random, 'cobaltridge.example', 16)
    const quietDays = background(org, { until, days: 90, records: 380 })
    const drift: App = {
      id: '1084253493764-ipb2ntp4jb4rmqc76jp7habdrhfdus3q.apps.googleusercontent.com',
      name: 'Drift Email',
      type: 'WEB',
      scopes: ['gmail.modify', 'gmail.send', 'userinfo.email', 'userinfo.profile'].map(scope),
    }
    const vendor = network('203.0.113.30', 64520, 'US', 'US-MA')
    const sellers = [1, 6, 11].map((index) => person(org, index))
    const grants = sellers.map((who, index) => authorize(org, { at: until - (88 - index) * DAY, who, app: drift }))
    const daily = steadyUse(org, drift, {
      until,
      days: 84,
      count: 90,
      people: sellers,
      from: vendor,
      methods: ['gmail.users.messages.get', 'gmail.users.messages.list', 'gmail.users.messages.send'],
    })
    const exits = [network('192.0.2.150', 64590, 'NL'), network('192.0.2.214', 64591, 'RO')]
    const reads = sellers.slice(0, 2).map((who, victim) => {
      const start = time('2026-08-09T02:11:07Z') + victim * 47 * MINUTE
      const from = exits[victim]
      return [
        ...[0, 1, 2].map((page) =>
          use(org, {
            at: start + page * 4000,
            who,
            app: drift,
            from,
            method: 'gmail.users.messages.list',
            bytes: 61_000 + page,
          }),
        ),
        ...Array.from({ length: 34 }, (_, index) =>
          use(org, {
            at: start + 20_000 + index * 2300,
            who,
            app: drift,
            from,
            method: 'gmail.users.messages.get',
            bytes: random.integer(20_000, 640_000),
          }),
        ),
      ]
    })
    const [first = [], second = []] = reads
    const answer = [
      ...sellers.map((who, index) =>
        revoke(org, { at: time('2026-08-11T16:20:00Z') + index * 900, who, app: drift, from: null }),
      ),
      admin(org, {
        at: time('2026-08-11T17:02:11Z'),
        who: org.admin,
        type: 'SECURITY_SETTINGS',
        name: 'ADD_TO_BLOCKED_OAUTH2_APPS',
        values: {
          OAUTH2_APP_ID: drift.id,
          OAUTH2_APP_NAME: drift.name,
          OAUTH2_APP_TYPE: 'WEB_APPLICATION',
          ORG_UNIT_NAME: org.domain,
        },
      }),
    ]
    return {
      records: timeline(quietDays.records, grants, daily, first, second, answer),
      firstHostile: ids(first)[0] ?? '',
      dataLeft: ids(first.slice(3), second.slice(3)),
      required: [
        {
          act: 'tokens of the integration used from a network that the vendor never used',
          ids: ids(first, second),
          minimum: 'medium',
        },
        { act: 'second mailbox read in bulk', ids: ids(second), minimum: 'medium' },
      ],
      quiet: quietDays.quiet,
    }
  },
})
