// New keys for the service accounts of a project, until one of them has a delegation over the whole domain.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { accountEmail, createKey, type ServiceAccount } from '../google-cloud-layouts.ts'
import { admin, file, impersonation } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import {
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

const names = ['web-frontend', 'nightly-export', 'people-sync', 'image-resizer', 'metrics-writer', 'queue-worker']
const titles = ['Acquisition plan', 'Payroll 2026', 'Legal opinion', 'Investor update', 'Security review']

export default attackCampaign({
  title: 'DeleFriend: keys made for many service accounts reveal a delegation and open all mailboxes',
  sources: [
    'https://www.hunters.security/en/blog/delefriend-a-newly-discovered-design-flaw-in-domain-wide-delegation-could-leave-google-workspace-vulnerable-for-takeover',
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
  ],
  facts: [
    'The delegation belongs to the OAuth id of the service account and not to one private key.',
    'An identity that may create keys in the project makes new ones for the accounts that it finds.',
    'Each new key is tried with different sets of scopes until the token server accepts one for a user of the domain.',
    'The accepted account then acts for any user, without super administrator rights and without a new delegation.',
    'The delegated access is used to read mail and files and to list the directory.',
  ],
  build: (random) => {
    const org = organization(random, 'cinderport.example', 15)
    const project = 'cinderport-prod-4471'
    const accounts = names.map((name): ServiceAccount => ({ project, name, number: `1${random.digits(20)}` }))
    const sync = accounts[2] ?? { project, name: 'people-sync', number: '1' }
    const client = {
      id: sync.number,
      name: 'people-sync',
      type: 'WEB',
      scopes: ['admin.directory.user.readonly', 'gmail.readonly', 'drive.readonly'].map(scope),
    }
    const own = network('192.0.2.131', 64547, 'BE')
    const thief = network('203.0.113.44', 64745, 'SG')
    const developer = person(org, 8)
    const start = time('2026-04-21T19:33:00Z')
    const quietDays = background(org, { until: start + DAY, days: 100, records: 230 })
    const delegation = admin(org, {
      at: start - 97 * DAY - 9 * HOUR,
      who: org.admin,
      type: 'DOMAIN_SETTINGS',
      name: 'AUTHORIZE_API_CLIENT_ACCESS',
      values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: client.id, API_SCOPES: client.scopes },
    })
    const usual = steadyUse(org, client, {
      until: start,
      days: 90,
      count: 60,
      people: [org.admin],
      from: own,
      methods: ['directory.users.list', 'directory.users.get'],
      impersonates: true,
    })
    const keys = run(org, { start, count: accounts.length, gap: [20, 55] }, (at, index) =>
      createKey(org, { at, who: developer, from: thief, account: accounts[index] ?? sync }),
    )
    const victims = [org.admin, person(org, 2), person(org, 6), person(org, 11)]
    const tokens = run(org, { start: start + 14 * MINUTE, count: victims.length, gap: [120, 200] }, (at, index) =>
      impersonation(org, {
        at,
        who: victims[index] ?? org.admin,
        app: client,
        from: thief,
        account: accountEmail(sync),
      }),
    )
    const listed = calls(org, {
      start: start + 16 * MINUTE,
      count: 3,
      gap: [4, 9],
      who: org.admin,
      app: client,
      from: thief,
      methods: ['directory.users.list'],
      bytes: [30_000, 80_000],
      impersonates: true,
    })
    const mail = victims.slice(1).map((who, index) =>
      calls(org, {
        start: start + (28 + index * 6) * MINUTE,
        count: 30,
        gap: [1, 6],
        who,
        app: client,
        from: thief,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [5_000, 120_000],
        impersonates: true,
      }),
    )
    const taken = run(org, { start: start + 55 * MINUTE, count: 48, gap: [2, 8] }, (at, index) =>
      file(org, {
        at,
        who: victims[1 + (index % 3)] ?? org.admin,
        from: thief,
        name: 'download',
        title: random.pick(titles),
        app: client,
      }),
    )
    return {
      records: timeline(quietDays.records, [delegation], usual, keys, tokens, listed, ...mail, taken),
      firstHostile: idOf(keys[0] ?? delegation),
      dataLeft: ids(listed, ...mail, taken),
      required: [
        { act: 'Keys for service accounts made in a row from a new network', ids: ids(keys), minimum: 'medium' },
        { act: 'The account acts for people it never acted for', ids: ids(tokens.slice(1)), minimum: 'medium' },
        { act: 'Mail of several people read through the delegation', ids: ids(...mail), minimum: 'medium' },
        { act: 'Many files downloaded through the delegation', ids: ids(taken), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(usual.slice(10, 24))],
    }
  },
})
