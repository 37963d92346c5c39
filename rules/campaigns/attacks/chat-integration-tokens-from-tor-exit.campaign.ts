// The tokens of an approved chat integration are stolen from its vendor and used from another network.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { admin, authorize, revoke } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import {
  app,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
  timeOf,
} from '../google-layouts.ts'

const vendor = network('52.31.88.14', 16509, 'IE')
const tor = network('185.220.101.45', 60729, 'DE', 'DE-BE')

export default attackCampaign({
  title: 'Stolen mail tokens of an approved chat integration are used from a Tor exit',
  sources: [
    'https://hosterdojo.com/blog/google-salesloft-breach-affected-some-workspace-accounts',
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
    'https://comunicatul.com/?p=29991',
  ],
  facts: [
    'Attackers take the OAuth tokens that Salesloft Drift kept for its customers.',
    'On 9 August 2025 they read mail of a small number of Workspace accounts that were connected to Drift Email.',
    'Only the accounts that were connected to the integration can be read; Google itself is not broken.',
    'Google revokes the tokens and turns the integration off.',
  ],
  build: (random) => {
    const org = organization(random, 'lindenharbor.example', 16)
    const start = time('2025-08-09T05:20:00Z')
    const first = start - 100 * DAY
    const quietDays = background(org, { until: start + 2 * DAY, days: 102, records: 420 })
    const chat = app(random, 'Chatwell Email', ['openid', 'userinfo.email', 'gmail.readonly', 'gmail.send'])
    const users = [2, 4, 6, 8, 10].map((index) => person(org, index))
    const approval = admin(org, {
      at: first + 9 * HOUR,
      who: org.admin,
      type: 'SECURITY_SETTINGS',
      name: 'ADD_TO_TRUSTED_OAUTH2_APPS',
      values: { OAUTH2_APP_ID: chat.id, OAUTH2_APP_NAME: chat.name, OAUTH2_APP_TYPE: 'WEB_APPLICATION' },
    })
    const consents = users.map((who, index) =>
      authorize(org, { at: first + 10 * HOUR + index * 14 * MINUTE, who, app: chat }),
    )
    const ordinary = steadyUse(org, chat, {
      until: start,
      days: 98,
      count: 130,
      people: users,
      from: vendor,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.send'],
    })
    const theft = users.slice(0, 3).map((who, index) =>
      calls(org, {
        start: start + index * 35 * MINUTE,
        count: 9,
        gap: [4, 40],
        who,
        app: chat,
        from: tor,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [8_000, 90_000],
      }),
    )
    const ended = users.map((who, index) =>
      revoke(org, { at: start + 14 * HOUR + index * 2000, who, app: chat, from: null }),
    )
    const stolen = theft.flat()
    return {
      records: timeline(quietDays.records, [approval], consents, ordinary, stolen, ended),
      firstHostile: ids(stolen)[0] ?? '',
      dataLeft: ids(stolen),
      required: [
        { act: 'the integration reads mail from a Tor exit', ids: ids(theft[0] ?? []), minimum: 'medium' },
        { act: 'the tokens of several accounts are used from one new network', ids: ids(stolen), minimum: 'high' },
      ],
      quiet: [...quietDays.quiet, ...ids(ordinary.filter((one) => timeOf(one) > first + 30 * DAY)).slice(0, 15)],
    }
  },
})
