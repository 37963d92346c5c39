import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { createKey, type ServiceAccount } from '../google-cloud-layouts.ts'
import { actsAs, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { admin } from '../google-events.ts'
import {
  DAY,
  HOUR,
  idOf,
  ids,
  inUnit,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
} from '../google-layouts.ts'
import { accountLife } from '../google-lifecycle.ts'

export default attackCampaign({
  title: 'A deleted service account is restored with its old number, and its forgotten delegation reads mail again',
  sources: [
    'https://www.hunters.security/en/blog/delefriend-a-newly-discovered-design-flaw-in-domain-wide-delegation-could-leave-google-workspace-vulnerable-for-takeover',
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://docs.cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts/undelete',
  ],
  facts: [
    'A delegation of the whole domain is tied to the number of the service account, and not to its keys.',
    'A service account can be restored within 30 days, and it then has the same number.',
    'Somebody with rights in the cloud project makes a key, and needs no rights in Workspace.',
    'With the key the attacker gets tokens of any person for the delegated scopes.',
  ],
  build: (random) => {
    const org = organization(random, 'korbmacher.example', 22)
    const end = time('2026-05-08T16:00:00Z')
    const days = background(org, { until: end, days: 110, records: 950 })
    const account: ServiceAccount = {
      project: 'korbmacher-archive',
      name: 'mail-archiver',
      number: `1${random.digits(20)}`,
    }
    const client = delegatedApp(account, 'Mail Archiver', ['gmail.readonly', 'admin.directory.user.readonly'])
    const archive = network('192.0.2.60', 15169, 'BE')
    const developer = inUnit(org, 'Engineering')[0] ?? person(org, 3)
    const granted = admin(org, {
      at: time('2026-01-20T09:12:00Z'),
      who: org.admin,
      type: 'DOMAIN_SETTINGS',
      name: 'AUTHORIZE_API_CLIENT_ACCESS',
      values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: account.number, API_SCOPES: client.scopes },
    })
    const daily = dailyDelegation(org, {
      first: time('2026-01-21T02:30:00Z'),
      days: 70,
      people: org.people.slice(2, 14),
      app: client,
      account,
      from: archive,
      methods: ['gmail.users.history.list', 'gmail.users.messages.get'],
    })
    // A new archive replaces it. The account goes, the delegation in the Workspace console stays.
    const removed = accountLife(org, 'Delete', {
      at: time('2026-03-31T13:20:00Z'),
      who: developer,
      from: org.office,
      account,
    })
    // The credentials of the developer's command line are stolen; three weeks after the clean-up the attacker restores the account.
    const shell = network('192.0.2.141', 20473, 'FR')
    const restoredAt = time('2026-04-21T19:44:00Z')
    const restored = accountLife(org, 'Undelete', { at: restoredAt, who: developer, from: shell, account })
    const key = createKey(org, { at: restoredAt + 6 * MINUTE, who: developer, from: shell, account })
    const reader = network('192.0.2.188', 24940, 'DE')
    const finance = inUnit(org, 'Finance').slice(0, 3)
    const nights = [2, 3, 5, 8, 9, 12].map((day, place) =>
      actsAs(org, {
        at: restoredAt + day * DAY + 6 * HOUR + random.integer(0, 50) * MINUTE,
        who: finance[place % finance.length] ?? org.admin,
        app: client,
        account,
        from: reader,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
      }),
    )
    const hostile = nights.flat()
    const left = hostile.filter((record) => JSON.stringify(record).includes('messages.get'))
    return {
      records: timeline(days.records, [granted], daily, [removed, restored, key], hostile),
      firstHostile: idOf(restored),
      dataLeft: ids(left),
      required: [
        {
          act: 'The deleted account with a delegation is restored and gets a key from a foreign network',
          ids: ids([restored, key]),
          minimum: 'medium',
        },
        { act: 'It reads mail of the finance department from another network', ids: ids(hostile), minimum: 'high' },
      ],
      quiet: [...days.quiet, ...ids(daily.slice(-60, -45))],
    }
  },
})
