// A thief of one cloud identity makes keys for service accounts until one of them has domain-wide delegation.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { accountEmail, createKey, type ServiceAccount } from '../google-cloud-layouts.ts'
import { impersonation, use } from '../google-events.ts'
import { type App, ids, MINUTE, network, organization, person, scope, time, timeline } from '../google-layouts.ts'

const until = time('2026-05-14T00:00:00Z')
const hunters = 'https://www.hunters.security/en/blog/delefriend-a-newly-discovered-design-flaw'

export default attackCampaign({
  title: 'DeleFriend: new keys for service accounts to find and use an existing delegation',
  sources: [
    `${hunters}-in-domain-wide-delegation-could-leave-google-workspace-vulnerable-for-takeover`,
    'https://github.com/axon-git/DeleFriend',
  ],
  facts: [
    'Delegation belongs to the OAuth id of a service account, not to a key, so a fresh key inherits it.',
    'The thief needs only the permission to create keys in the cloud project and no Workspace administrator.',
    'Keys are made for every service account of the project and scope combinations are tried for one user.',
    'With a working combination the thief acts as other users of Workspace and reads their data.',
  ],
  build: (random) => {
    const org = organization(random, 'harborloom.example', 15)
    const quietDays = background(org, { until, days: 75, records: 320 })
    const accountOf = (name: string): ServiceAccount => ({
      project: 'harborloom-tools',
      name,
      number: `1${random.digits(20)}`,
    })
    const plain = [accountOf('build-runner'), accountOf('image-resizer')]
    const archiver = accountOf('mail-archiver')
    const all = [...plain, archiver]
    const client = (scopes: readonly string[]): App => ({
      id: archiver.number,
      name: archiver.number,
      type: 'TYPE_UNSPECIFIED',
      scopes: scopes.map(scope),
    })
    const granted = client(['gmail.readonly', 'admin.directory.user.readonly'])
    const cloud = network('203.0.113.80', 64540, 'BE')
    const nightly = steadyUse(org, granted, {
      until,
      days: 74,
      count: 60,
      people: [person(org, 2), person(org, 3)],
      from: cloud,
      methods: ['gmail.users.history.list', 'gmail.users.messages.get'],
      impersonates: true,
    })
    const thief = network('192.0.2.77', 64595, 'SC')
    const engineer = person(org, 3)
    const start = time('2026-05-14T21:04:12Z')
    const keys = all.map((account, index) =>
      createKey(org, { at: start + index * 2100, who: engineer, from: thief, account }),
    )
    const trials = [
      ['gmail.readonly'],
      ['admin.directory.user.readonly'],
      ['gmail.readonly', 'admin.directory.user.readonly'],
    ]
    const tried = trials.map((scopes, index) =>
      impersonation(org, {
        at: start + 3 * MINUTE + index * 1500,
        who: org.admin,
        from: thief,
        app: client(scopes),
        account: accountEmail(archiver),
      }),
    )
    const listed = use(org, {
      at: start + 5 * MINUTE,
      who: org.admin,
      app: granted,
      from: thief,
      method: 'directory.users.list',
      bytes: 88_120,
      impersonates: true,
    })
    const reads = [0, 4, 5, 8, 9, 12]
      .map((index) => person(org, index))
      .flatMap((who, victim) =>
        Array.from({ length: 12 }, (_, index) =>
          use(org, {
            at: start + (8 + victim * 2) * MINUTE + index * 1700,
            who,
            app: granted,
            from: thief,
            impersonates: true,
            method: index === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
            bytes: random.integer(18_000, 420_000),
          }),
        ),
      )
    return {
      records: timeline(quietDays.records, nightly, keys, tried, [listed], reads),
      firstHostile: ids(keys)[0] ?? '',
      dataLeft: ids([listed], reads),
      required: [
        { act: 'keys created for service accounts from an unknown network', ids: ids(keys), minimum: 'medium' },
        {
          act: 'delegation used from a network and for a user it never served',
          ids: ids(tried, [listed], reads),
          minimum: 'medium',
        },
        { act: 'many mailboxes read through the delegation', ids: ids(reads), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(nightly.slice(-8))],
    }
  },
})
