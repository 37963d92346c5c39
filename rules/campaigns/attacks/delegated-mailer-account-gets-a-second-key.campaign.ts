// A stolen developer account makes a key for a service account with domain-wide delegation; the key reads mail of others.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { accountEmail, createKey } from '../google-cloud-layouts.ts'
import { impersonation, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import {
  type App,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
  timeOf,
} from '../google-layouts.ts'

const cloud = network('34.79.140.8', 396982, 'BE')
const hosting = network('167.99.81.23', 14061, 'US', 'US-NJ')

export default attackCampaign({
  title: 'A new key of a service account with domain-wide delegation reads mail of leaders',
  sources: [
    'https://www.hunters.security/en/blog/delefriend-a-newly-discovered-design-flaw-in-domain-wide-delegation-could-leave-google-workspace-vulnerable-for-takeover',
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
  ],
  facts: [
    'An identity of Google Cloud that may make keys of a service account can misuse the delegation of that account.',
    'The attacker needs no super administrator: the delegation exists already.',
    'The delegation belongs to the number of the service account and not to one key.',
    'With the new key the attacker acts as other people of the organization and reads their Gmail and Drive.',
  ],
  build: (random) => {
    const org = organization(random, 'quarrystone.example', 18)
    const start = time('2025-11-18T21:40:00Z')
    const first = start - 96 * DAY
    const quietDays = background(org, { until: start + 2 * DAY, days: 98, records: 420 })
    const account = { project: 'crm-mailer-prod', name: 'crm-sync', number: random.digits(21) }
    const client: App = {
      id: account.number,
      name: account.number,
      type: 'WEB',
      scopes: ['https://mail.google.com/', scope('drive.readonly')],
    }
    const clerks = [3, 5].map((index) => person(org, index))
    const ordinary = steadyUse(org, client, {
      until: start,
      days: 96,
      count: 110,
      people: clerks,
      from: cloud,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.send'],
      impersonates: true,
    })
    const tokens = ordinary
      .filter((_, index) => index % 4 === 0)
      .map((one, index) =>
        impersonation(org, {
          at: timeOf(one) - 3000,
          who: clerks[index % 2] ?? org.admin,
          app: client,
          from: cloud,
          account: accountEmail(account),
        }),
      )
    const developer = person(org, 7)
    const entry = signIn(org, { at: start, who: developer, from: hosting, suspicious: true })
    const key = createKey(org, { at: start + 8 * MINUTE, who: developer, from: hosting, account })
    const leaders = [person(org, 0), person(org, 9), person(org, 12)]
    const acts = leaders.map((who, index) => {
      const at = start + HOUR + index * 50 * MINUTE
      return [
        impersonation(org, { at, who, app: client, from: hosting, account: accountEmail(account) }),
        ...calls(org, {
          start: at + 4000,
          count: 8,
          gap: [5, 50],
          who,
          app: client,
          from: hosting,
          methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'drive.files.list', 'drive.files.get'],
          bytes: [6_000, 140_000],
          impersonates: true,
        }),
      ]
    })
    const reads = acts.flatMap((one) => one.slice(1))
    return {
      records: timeline(quietDays.records, ordinary, tokens, [entry, key], acts.flat()),
      firstHostile: ids([entry])[0] ?? '',
      dataLeft: ids(reads),
      required: [
        { act: 'a key for a service account that has domain-wide delegation', ids: ids([key]), minimum: 'medium' },
        {
          act: 'the service account acts as people that it never served, from a new network',
          ids: ids(acts.flat()),
          minimum: 'high',
        },
        { act: 'the service account acts as the super administrator', ids: ids(acts[0] ?? []), minimum: 'high' },
      ],
      quiet: [...quietDays.quiet, ...ids(ordinary.filter((one) => timeOf(one) > first + 30 * DAY)).slice(0, 15)],
    }
  },
})
