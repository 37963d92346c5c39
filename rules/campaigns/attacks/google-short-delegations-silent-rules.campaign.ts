// A stolen administrator switches alert rules off, and gives clients a delegation that lives for half an hour.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { actsAs, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { delegation, systemRule } from '../google-console.ts'
import { DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

const sunday = time('2025-11-02T05:12:00Z')

export default attackCampaign({
  title: 'Alert rules are switched off, and on three Sundays a delegation lives for half an hour',
  sources: [
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://www.hunters.security/en/blog/delefriend-a-newly-discovered-design-flaw-in-domain-wide-delegation-could-leave-google-workspace-vulnerable-for-takeover',
    'https://support.google.com/a/answer/3230421',
  ],
  facts: [
    'An intruder uses the stolen session of a super administrator through a home network in the same country.',
    'The intruder switches off the rules of the system that would send mail about logins and administrators.',
    'A service account of a foreign project gets a delegation with one read-only scope, acts as directors, and loses it again.',
    'The rules are on again before the working day, and the same is done on two more Sundays, the last time with a new client.',
  ],
  build: (random) => {
    const org = organization(random, 'fernholt.example', 18)
    const quietDays = background(org, { until: sunday + 20 * DAY, days: 150, records: 360 })
    const keeper = org.admin
    const stranger = network('79.203.14.88', 3320, 'DE', 'DE-NW')
    const rented = network('185.202.0.61', 49981, 'NL')

    const copier = { project: 'fernholt-archive', name: 'nightly-copy', number: `1${random.digits(20)}` }
    const archive = delegatedApp(copier, 'Archive copy', ['gmail.readonly', 'drive.readonly'])
    const vault = network('203.0.113.77', 64533, 'DE', 'DE-BE')
    const agreed = [delegation(org, { at: sunday - 143 * DAY + 4 * HOUR, who: keeper, app: archive })]
    const nightly = dailyDelegation(org, {
      first: sunday - 142 * DAY - 2 * HOUR,
      days: 160,
      people: org.people,
      app: archive,
      account: copier,
      from: vault,
      methods: ['gmail.users.messages.list', 'drive.files.list'],
    })
    const tuning = [
      ...[96, 61, 20].map((days, index) =>
        systemRule(org, {
          at: sunday - days * DAY + 5 * HOUR,
          who: keeper,
          rule: ['Suspicious login', 'Leaked password', 'Government-backed attacks'][index] ?? '',
          receivers: `Email notification status unchanged, receivers changed from Super Admins to ${keeper.email}.`,
        }),
      ),
      systemRule(org, { at: sunday - 47 * DAY + 6 * HOUR, who: keeper, rule: 'Rate limited recipient', status: 'ON' }),
    ]

    const rules = [
      'Suspicious programmatic login',
      'User granted Admin privilege',
      'Suspicious login',
      'Domain data export initiated',
    ]
    const turn = (status: 'ON' | 'OFF', begin: number) =>
      rules.map((rule, index) =>
        systemRule(org, { at: begin + index * 26_000, who: keeper, from: stranger, rule, status }),
      )
    const off = turn('OFF', sunday)
    const on = turn('ON', sunday + 52 * MINUTE)

    const first = { project: 'calm-river-471902', name: 'sync', number: `1${random.digits(20)}` }
    const other = { project: 'quiet-harbour-480113', name: 'worker', number: `1${random.digits(20)}` }
    const raids = [
      { begin: sunday + 9 * MINUTE, account: first, scopes: ['gmail.readonly'], people: [1, 2, 7, 12, 17] },
      { begin: sunday + 7 * DAY + 31 * MINUTE, account: first, scopes: ['drive.readonly'], people: [2, 7, 9] },
      { begin: sunday + 14 * DAY - 14 * MINUTE, account: other, scopes: ['gmail.readonly'], people: [1, 12, 14, 16] },
    ].map(({ begin, account, scopes, people }) => {
      const client = delegatedApp(account, account.name, scopes)
      const mail = scopes[0] === 'gmail.readonly'
      const read = mail ? 'gmail.users.messages.get' : 'drive.files.get'
      const list = mail ? 'gmail.users.messages.list' : 'drive.files.list'
      return {
        granted: delegation(org, { at: begin, who: keeper, from: stranger, app: client }),
        acts: people.flatMap((index, place) =>
          actsAs(org, {
            at: begin + 2 * MINUTE + place * 4 * MINUTE,
            who: person(org, index),
            app: client,
            account,
            from: rented,
            methods: [list, ...Array.from({ length: random.integer(5, 11) }, () => read)],
          }),
        ),
        removed: delegation(org, { at: begin + 29 * MINUTE, who: keeper, from: stranger, app: client, removed: true }),
      }
    })
    const grants = raids.map((raid) => raid.granted)
    const acts = raids.flatMap((raid) => raid.acts)

    return {
      records: timeline(
        quietDays.records,
        agreed,
        nightly,
        tuning,
        off,
        on,
        grants,
        acts,
        raids.map((raid) => raid.removed),
      ),
      firstHostile: ids(off)[0] ?? '',
      dataLeft: ids(acts),
      required: [
        { act: 'Four alert rules of the system are switched off in two minutes', ids: ids(off), minimum: 'medium' },
        ...raids.map((raid, index) => ({
          act: `A client gets a delegation for half an hour, Sunday ${index + 1}`,
          ids: [idOf(raid.granted), idOf(raid.removed)],
          minimum: 'high' as const,
        })),
        { act: 'The new clients act as directors and read their data', ids: ids(acts), minimum: 'high' },
      ],
      quiet: [...quietDays.quiet, ...ids(tuning, nightly.slice(60, 84))],
    }
  },
})
