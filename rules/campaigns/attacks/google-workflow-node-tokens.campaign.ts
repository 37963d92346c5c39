// A community node of a workflow server sends the stored Google tokens to a stranger.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

const start = time('2026-01-14T23:20:00Z')

export default attackCampaign({
  title: 'Google tokens stolen from a workflow server by a malicious community node',
  sources: ['https://marketingscuttingedge.com/why-the-n8n-supply-chain-attack-is-a-wake-up-call-for-developers'],
  facts: [
    'Packages on a public registry posed as integrations of a workflow platform, one of them for Google Ads.',
    'People entered their OAuth credentials in the form of the node; the platform kept them in its credential store.',
    'While a workflow ran, the node decrypted the credentials and sent them to a foreign server.',
    'Community nodes run with the rights of the whole platform, so other stored tokens are within reach.',
    'The client was approved long ago; only the place from which its tokens are used is new.',
  ],
  build: (random) => {
    const org = organization(random, 'tanglewick.example', 15)
    const quietDays = background(org, { until: start + 6 * DAY, days: 95, records: 320 })
    const flows = app(random, 'Marketing workflows', [
      'adwords',
      'gmail.modify',
      'drive.readonly',
      'spreadsheets',
      'userinfo.email',
    ])
    const owners = [2, 6, 9].map((index) => person(org, index))
    const server = network('203.0.113.84', 64520, 'DE', 'DE-HE')
    const foreign = network('192.0.2.77', 64533, 'NL', 'NL-NH')
    const granted = owners.map((who, index) =>
      authorize(org, { at: start - (86 - index) * DAY - 13 * HOUR, who, app: flows }),
    )
    const usual = steadyUse(org, flows, {
      until: start + 6 * DAY,
      days: 90,
      count: 130,
      people: owners,
      from: server,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'sheets.spreadsheets.values.get'],
    })
    const mail = owners.flatMap((who, index) =>
      calls(org, {
        start: start + index * 26 * MINUTE,
        count: 55,
        gap: [3, 14],
        who,
        app: flows,
        from: foreign,
        methods: ['gmail.users.messages.get', 'gmail.users.messages.get', 'gmail.users.messages.list'],
        bytes: [12_000, 480_000],
      }),
    )
    const files = run(org, { start: start + 2 * HOUR, count: 48, gap: [4, 20] }, (at, index) =>
      file(org, {
        at,
        who: owners[index % 2] ?? org.admin,
        from: foreign,
        name: 'download',
        title: `${random.pick(['Campaign', 'Price', 'Lead', 'Partner'])} list ${index + 1}`,
        kind: random.pick(['spreadsheet', 'document', 'pdf']),
        owner: random.pick(org.people),
        app: flows,
      }),
    )
    return {
      records: timeline(quietDays.records, granted, usual, mail, files),
      firstHostile: idOf(timeline(mail, files)[0] ?? {}),
      dataLeft: ids(mail, files),
      required: [
        {
          act: 'tokens of an approved workflow client are used from a network that its server never had',
          ids: ids(mail, files),
          minimum: 'medium',
        },
        { act: 'many messages of three people are read in minutes', ids: ids(mail), minimum: 'medium' },
        { act: 'many files of several owners are downloaded through the client', ids: ids(files), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(usual.slice(0, 6))],
    }
  },
})
