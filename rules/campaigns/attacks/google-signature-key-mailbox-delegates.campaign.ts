// The stolen key of a signature service makes the account of a seasonal worker the delegate of three managers, and adds a sender address.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { accountEmail, type ServiceAccount } from '../google-cloud-layouts.ts'
import { actsAs, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { delegation } from '../google-console.ts'
import { impersonation, use } from '../google-events.ts'
import {
  DAY,
  HOUR,
  idOf,
  ids,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
  timeOf,
} from '../google-layouts.ts'
import { passwordSignIn } from '../google-outside.ts'

export default attackCampaign({
  title:
    'The stolen key of a signature service makes a seasonal account the delegate of three managers; it reads no mail itself',
  sources: [
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://developers.google.com/gmail/api/reference/rest/v1/users.settings.delegates/create',
    'https://attack.mitre.org/techniques/T1098/002/',
  ],
  facts: [
    'A signature service has domain-wide delegation for mail settings, and its key can act as every person.',
    'The scope for settings that share a mailbox lets a service account add a delegate; the owner confirms nothing.',
    'A delegate reads, sends and deletes mail of the owner on the Gmail site, with an account of the same organization.',
    'The thief of the key has the password of a seasonal account, and adds a foreign sender address to the finance manager.',
  ],
  build: (random) => {
    const org = organization(random, 'brackwater-logistics.example', 42)
    const end = time('2025-11-21T17:00:00Z')
    const days = background(org, { until: end, days: 128, records: 1500 })
    const account: ServiceAccount = {
      project: 'brackwater-mail-tools',
      name: 'signature-service',
      number: `1${random.digits(20)}`,
    }
    const service = delegatedApp(account, 'Signature service', [
      'gmail.settings.basic',
      'gmail.settings.sharing',
      'admin.directory.user.readonly',
    ])
    const server = network('192.0.2.71', 16509, 'IE')
    const first = end - 126 * DAY
    const granted = delegation(org, { at: first - 2 * DAY + 3 * HOUR, who: org.admin, app: service })
    const nightly = dailyDelegation(org, {
      first: Math.floor(first / DAY) * DAY + 2 * HOUR + 10 * MINUTE,
      days: 124,
      people: org.people,
      app: service,
      account,
      from: server,
      methods: ['gmail.users.settings.sendAs.list', 'gmail.users.settings.sendAs.patch'],
    })

    const rented = network('203.0.113.88', 64496, 'LV')
    const begin = time('2025-11-04T21:36:00Z')
    const seasonal = person(org, 37)
    const [director, finance, people] = [person(org, 5), person(org, 2), person(org, 9)]
    const entered = passwordSignIn(org, { at: begin - 25 * MINUTE, who: seasonal, from: rented })
    const act = (at: number, who: typeof seasonal, methods: readonly string[]) =>
      actsAs(org, { at, who, app: service, account, from: rented, methods })
    // The directory tells who leads; the settings of five people tell whether they have delegates already.
    const listed = [
      impersonation(org, { at: begin, who: org.admin, app: service, from: rented, account: accountEmail(account) }),
      ...[1, 2, 3].map((page) =>
        use(org, {
          at: begin + page * 4000,
          who: org.admin,
          app: service,
          from: rented,
          method: 'directory.users.list',
          bytes: random.integer(18_000, 60_000),
          impersonates: true,
        }),
      ),
    ]
    const looked = [director, finance, people, person(org, 13), person(org, 17)].flatMap((who, index) =>
      act(begin + (6 + index * 2) * MINUTE, who, ['gmail.users.settings.delegates.list']),
    )
    const delegated = [director, finance, people].flatMap((who, index) =>
      act(begin + (31 + index * 3) * MINUTE, who, ['gmail.users.settings.delegates.create']),
    )
    const returns = [1, 2, 3, 6, 7, 8, 9].map((day) =>
      passwordSignIn(org, { at: begin + day * DAY + random.integer(0, 90) * MINUTE, who: seasonal, from: rented }),
    )
    const sender = act(begin + 2 * DAY + 34 * MINUTE, finance, [
      'gmail.users.settings.sendAs.list',
      'gmail.users.settings.sendAs.create',
    ])
    const cleaned = [director, people].flatMap((who, index) =>
      act(begin + 10 * DAY + index * 4 * MINUTE, who, ['gmail.users.settings.delegates.delete']),
    )

    const made = (list: readonly Readonly<Record<string, unknown>>[], method: string) =>
      list.filter((record) => JSON.stringify(record).includes(method))
    const known = nightly.filter((record) => timeOf(record) > first + 40 * DAY)
    return {
      records: timeline(days.records, [granted, entered], nightly, listed, looked, delegated, returns, sender, cleaned),
      firstHostile: idOf(entered),
      dataLeft: [],
      required: [
        {
          act: 'The signature service acts as the administrator and as managers from a rented server',
          ids: ids(listed, looked, delegated, sender, cleaned),
          minimum: 'high',
        },
        {
          act: 'A service account adds a delegate to the mailboxes of three managers',
          ids: ids(made(delegated, 'delegates.create')),
          minimum: 'high',
        },
        {
          act: 'The finance manager gets one more sender address from a service that only changed signatures',
          ids: ids(made(sender, 'sendAs.create')),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(known.filter((_, index) => index % 25 === 0))],
    }
  },
})
