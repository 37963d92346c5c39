// The refresh token that the Windows sign-in component of Google keeps on a computer is used elsewhere.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { calls, run, tokenRequest } from '../google-grants.ts'
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

const titles = ['Salary bands', 'Board deck', 'Vendor contracts', 'Network plan', 'Bank details', 'Audit findings']

export default attackCampaign({
  title: 'GCPW: refresh token stolen from a Windows computer calls Google APIs from outside',
  sources: [
    'https://businessinsights.bitdefender.com/the-chain-reaction-new-methods-for-extending-local-breaches-in-google-workspace',
    'https://detection-wiki-staging.pages.dev/rules/panther/gaia_credential_theft_attack_chain/',
  ],
  facts: [
    'The Google credential provider for Windows stores an OAuth refresh token on the computer.',
    'Who holds the computer can read that token from the registry or from the browser profile.',
    'With the public client of Chrome the token yields access tokens for many APIs, past multi-factor checks.',
    'One compromised computer so leads to the mail, the files and, for an administrator, the directory.',
  ],
  build: (random) => {
    const org = organization(random, 'morrowfield.example', 14)
    const chrome = (scopes: readonly string[]) => ({
      id: '77185425430.apps.googleusercontent.com',
      name: 'Google Chrome',
      type: 'NATIVE_APPLICATION',
      scopes: scopes.map(scope),
    })
    const desktop = chrome(['https://www.google.com/accounts/OAuthLogin'])
    const thief = network('203.0.113.88', 64690, 'RO')
    const who = org.admin
    const start = time('2026-05-16T22:47:00Z')
    const quietDays = background(org, { until: start + DAY, days: 80, records: 220 })
    const computers = org.people.map((owner, index) =>
      authorize(org, { at: start - (70 - index) * DAY - (9 + (index % 5)) * HOUR, who: owner, app: desktop }),
    )
    const asked = run(org, { start, count: 3, gap: [15, 60] }, (at, index) =>
      tokenRequest(org, {
        at,
        who,
        from: thief,
        source: 'CONFIGURATION_SOURCE_UNSPECIFIED',
        app: chrome([['admin.directory.user', 'https://mail.google.com/', 'drive'][index] ?? 'drive']),
      }),
    )
    const listed = calls(org, {
      start: start + 5 * MINUTE,
      count: 4,
      gap: [5, 15],
      who,
      app: desktop,
      from: thief,
      methods: ['directory.users.list', 'directory.groups.list'],
      bytes: [20_000, 90_000],
    })
    const mail = calls(org, {
      start: start + 9 * MINUTE,
      count: 36,
      gap: [1, 7],
      who,
      app: desktop,
      from: thief,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
      bytes: [6_000, 150_000],
    })
    const taken = run(org, { start: start + 18 * MINUTE, count: 58, gap: [2, 8] }, (at) =>
      file(org, {
        at,
        who,
        from: thief,
        name: 'download',
        title: random.pick(titles),
        owner: person(org, random.integer(1, 6)),
        app: desktop,
      }),
    )
    return {
      records: timeline(quietDays.records, computers, asked, listed, mail, taken),
      firstHostile: idOf(asked[0] ?? {}),
      dataLeft: ids(listed, mail, taken),
      required: [
        {
          act: 'A first-party client asks for new powers and works from a new network',
          ids: ids(asked, listed, mail),
          minimum: 'medium',
        },
        { act: 'Many messages read in minutes', ids: ids(mail), minimum: 'medium' },
        { act: 'Many files downloaded in minutes', ids: ids(taken), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(computers.slice(2, 12))],
    }
  },
})
