// A reader application of a stranger lays its lure into the Drive of each victim, and shares it with the colleagues of the victim.
import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, file, use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, text, time, timeline } from '../google-layouts.ts'
import { userSetting } from '../google-lifecycle.ts'
import { downloadByClient, shareByClient, shareFile } from '../google-sharing.ts'

const plans = [
  'Floor plan',
  'Tender sheet',
  'Cost plan',
  'Fee proposal',
  'Site survey',
  'Contract draft',
  'Bank details',
]

export default attackCampaign({
  title: 'A consented reader shares its lure with colleagues through Drive, and three of them consent as well',
  sources: [
    'https://www.paloaltonetworks.com/blog/?p=360729',
    'https://uprite.com/3coast-tracking-sophisticated-google-docs-phishing-attack/',
    'https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/create',
  ],
  facts: [
    'In Google Workspace, an attack path leads from a malicious consent to a harvest through the Drive API.',
    'A worm in the name of Google Docs got mail and contacts by a consent, and sent its invitation to all contacts of each victim.',
    'A file that is shared through the Drive API reaches colleagues as a real notice of Google from the address of the victim.',
  ],
  build: (random) => {
    const org = organization(random, 'northmere-architects.example', 24)
    const end = time('2026-06-19T16:00:00Z')
    const days = background(org, { until: end, days: 118, records: 1100 })
    const start = time('2026-06-09T08:41:00Z')
    const shared = Array.from({ length: 26 }, () => {
      const who = random.pick(org.people)
      const reader = random.pick(org.people.filter((one) => one !== who))
      return shareFile(org, {
        at: workMoment(org, start, 90),
        who,
        doc: `1${text(random, 32)}`,
        title: random.pick(plans),
        reader,
      })
    })

    const reader = app(random, 'Folio Reader', ['openid', 'userinfo.email', 'drive', 'contacts.readonly'])
    const server = network('203.0.113.118', 213230, 'FI')
    const lure = 'Revised tender - please confirm'
    const docs = Array.from({ length: 3 }, () => `1${text(random, 32)}`)
    const [first, second, third, fourth] = [person(org, 8), person(org, 12), person(org, 3), person(org, 17)]
    const victims = [
      { who: first, at: start, from: org.office, readers: [12, 3, 17, 2, 5, 9, 11, 14, 15, 18, 20, 21, 22, 23] },
      { who: second, at: start + 3 * HOUR + 17 * MINUTE, from: org.office, readers: [1, 4, 6, 7, 10, 13, 16, 19, 3] },
      { who: third, at: start + 10 * HOUR + 44 * MINUTE, from: third.home, readers: [] },
      { who: fourth, at: start + 2 * DAY + HOUR, from: org.office, readers: [] },
    ]
    const lured = victims.map((victim, place) =>
      file(org, {
        at: victim.at - 90_000,
        who: victim.who,
        from: victim.from,
        name: 'view',
        title: lure,
        more: {
          doc_id: docs[Math.min(place, 1)] ?? '',
          owner: place === 0 ? 'tenders@bellweather-supply.example' : first.email,
          visibility: place === 0 ? 'shared_externally' : 'shared_internally',
        },
      }),
    )
    const consents = victims.map(({ who, at, from }) => authorize(org, { at, who, app: reader, from }))
    const looks = victims.flatMap(({ who, at }) =>
      calls(org, {
        start: at + random.integer(2, 6) * MINUTE,
        count: 14,
        gap: [2, 20],
        who,
        app: reader,
        from: server,
        methods: ['people.connections.list', 'people.otherContacts.list', 'drive.files.list', 'drive.files.list'],
        bytes: [8_000, 160_000],
      }),
    )
    const shares = victims.flatMap(({ who, at, readers }, place) => {
      if (readers.length === 0) return []
      const doc = docs[place + 1] ?? ''
      const begin = at + 24 * MINUTE
      const laid = [
        use(org, { at: begin, who, app: reader, from: server, method: 'drive.files.create', bytes: 640 }),
        file(org, {
          at: begin + 1000,
          who,
          from: server,
          name: 'create',
          title: lure,
          app: reader,
          more: { doc_id: doc, api_method: 'drive.files.create' },
        }),
      ]
      const sent = readers.flatMap((place, index) =>
        shareByClient(org, {
          at: begin + MINUTE + index * random.integer(4, 9) * 1000,
          who,
          from: server,
          doc,
          title: lure,
          reader: person(org, place),
          app: reader,
        }),
      )
      return [...laid, ...sent]
    })
    const taken = victims.flatMap(({ who, at }) => {
      const listed = calls(org, {
        start: at + 5 * HOUR - 4 * MINUTE,
        count: 9,
        gap: [3, 20],
        who,
        app: reader,
        from: server,
        methods: ['drive.files.list'],
        bytes: [9_000, 60_000],
      })
      const files = Array.from({ length: 24 }, (_, index) =>
        downloadByClient(org, {
          at: at + 5 * HOUR + index * 310_000 + random.integer(0, 200) * 1000,
          who,
          from: server,
          app: reader,
          title: `${random.pick(plans)} ${random.integer(1, 90)}`,
          kind: random.pick(['pdf', 'spreadsheet', 'document']),
          bytes: random.integer(60_000, 4_000_000),
        }),
      )
      return [...listed, ...files.flat()]
    })
    const response = victims.map(({ who }, index) =>
      userSetting(org, {
        at: start + 3 * DAY + index * 40_000,
        who: org.admin,
        name: 'REVOKE_3LO_TOKEN',
        values: { APP_ID: reader.id, USER_EMAIL: who.email },
      }),
    )
    const [entry = ''] = ids(consents)
    return {
      records: timeline(days.records, shared, lured, consents, looks, shares, taken, response),
      firstHostile: entry,
      dataLeft: ids(looks, taken),
      required: [
        {
          act: 'Four people give a new client all of Drive and the contacts within three days',
          ids: ids(consents),
          minimum: 'medium',
        },
        {
          act: 'The client shares its document 23 times, with almost all colleagues of two victims',
          ids: ids(shares),
          minimum: 'medium',
        },
        { act: 'The client downloads files of four people from a rented server', ids: ids(taken), minimum: 'high' },
      ],
      quiet: [...days.quiet, ...ids(shared)],
    }
  },
})
