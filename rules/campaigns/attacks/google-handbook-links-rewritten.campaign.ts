// A writing helper changes the links in shared documents of the house, and the links collect consents to a second client.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file, use } from '../google-events.ts'
import { calls, consents, run } from '../google-grants.ts'
import {
  app,
  DAY,
  HOUR,
  idOf,
  ids,
  MINUTE,
  network,
  organization,
  person,
  text,
  time,
  timeline,
} from '../google-layouts.ts'
import { mailEvent } from '../google-outside.ts'

const titles = [
  'Handbook: travel',
  'Handbook: sick leave',
  'New colleagues: first day',
  'Price list internal',
  'Support rota',
  'Meeting rooms',
  'Trade fair plan',
  'Contacts of suppliers',
  'Weekly round',
  'Questions about payroll',
]

export default attackCampaign({
  title: 'A writing helper rewrites the links in shared documents, and the links lead colleagues to a second consent',
  sources: [
    'https://github.com/pushsecurity/saas-attacks/blob/main/techniques/link_backdooring/description.md',
    'https://github.com/pushsecurity/saas-attacks/blob/main/techniques/consent_phishing/description.md',
    'https://attack.mitre.org/techniques/T1080/',
  ],
  facts: [
    'One person grants an unknown writing helper the documents and the whole Drive.',
    'The server of the helper edits many shared documents within an hour, and most of them belong to other people.',
    'Colleagues open the documents and follow the changed links.',
    'The links lead to the consent page of a second client, which asks for mail and contacts.',
    'The same server then reads the mail of these colleagues.',
  ],
  build: (random) => {
    const org = organization(random, 'moorkontor.example', 26)
    const end = time('2026-06-12T16:00:00Z')
    const days = background(org, { until: end, days: 92, records: 940 })
    const helper = app(random, 'Satzfeile', ['openid', 'userinfo.email', 'documents', 'drive'])
    const viewer = app(random, 'Handbook Viewer', ['openid', 'userinfo.email', 'gmail.readonly', 'contacts.readonly'])
    const server = network('192.0.2.118', 64566, 'BG')
    const start = time('2026-06-02T07:40:00Z')
    const victim = person(org, 7)
    const letter = mailEvent(org, {
      at: start,
      who: victim,
      kind: 2,
      sender: 'hallo@satzfeile.example',
      display: 'Satzfeile',
      subject: 'Ihre Einladung zum Probemonat',
      messageId: `<${random.uuid()}@satzfeile.example>`,
      links: ['satzfeile.example', 'accounts.google.com'],
    })
    const first = authorize(org, { at: start + 52 * MINUTE, who: victim, app: helper })
    const access = { who: victim, app: helper, from: server }
    const search = run(org, { start: start + 3 * HOUR, count: 6, gap: [2, 9] }, (at) =>
      use(org, { ...access, at, method: 'drive.files.list', bytes: random.integer(9_000, 48_000) }),
    )
    // Ten documents; for each a read, a change and the record of Drive.
    const documents = titles.map((title, place) => ({
      title,
      doc: `1${text(random, 32)}`,
      owner: person(org, 1 + ((place * 3) % 20)),
    }))
    const changes = documents.map((one, place) => {
      const at = start + 3 * HOUR + (8 + place * 5) * MINUTE
      const call = { ...access, bucket: 'DRIVE' }
      return [
        use(org, { ...call, at, method: 'docs.documents.get', bytes: random.integer(20_000, 160_000) }),
        use(org, { ...call, at: at + 4_000, method: 'docs.documents.batchUpdate', bytes: random.integer(400, 900) }),
        file(org, {
          ...access,
          at: at + 5_000,
          name: 'edit',
          title: one.title,
          owner: one.owner,
          more: { doc_id: one.doc, visibility: 'shared_internally', api_method: 'docs.documents.batchUpdate' },
        }),
      ]
    })
    const colleagues = [3, 10, 12, 15, 19].map((place) => person(org, place))
    const views = colleagues.map((who, place) =>
      file(org, {
        at: start + DAY + place * 5 * HOUR - 6 * MINUTE,
        who,
        name: 'view',
        title: documents[place]?.title ?? '',
        owner: documents[place]?.owner ?? who,
        more: { doc_id: documents[place]?.doc ?? '', visibility: 'shared_internally' },
      }),
    )
    const wave = consents(org, {
      start: start + DAY,
      gap: [17_950, 18_050],
      people: colleagues,
      app: viewer,
      from: org.office,
    })
    const reads = colleagues.flatMap((who, place) =>
      calls(org, {
        start: start + 2 * DAY + place * 7 * HOUR,
        count: 18,
        gap: [4, 40],
        who,
        app: viewer,
        from: server,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [4_000, 70_000],
      }),
    )
    const left = reads.filter((record) => JSON.stringify(record).includes('messages.get'))
    return {
      records: timeline(days.records, [letter, first], search, changes.flat(), views, wave, reads),
      firstHostile: idOf(letter),
      dataLeft: ids(left),
      required: [
        { act: 'A person grants documents and Drive to an unknown client', ids: [idOf(first)], minimum: 'medium' },
        {
          act: 'The client changes ten shared documents of other people from its server',
          ids: ids(search, changes.flat()),
          minimum: 'medium',
        },
        {
          act: 'Five colleagues grant mail and contacts to a second unknown client',
          ids: ids(wave),
          minimum: 'medium',
        },
        { act: 'The server reads the mail of five colleagues', ids: ids(reads), minimum: 'high' },
      ],
      quiet: [...days.quiet, ...ids(views)],
    }
  },
})
