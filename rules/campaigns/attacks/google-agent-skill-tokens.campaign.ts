// A skill of a personal assistant takes the token with which it reads the mail of its owner.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

const start = time('2026-02-11T02:05:00Z')

export default attackCampaign({
  title: 'The Google token of a personal assistant is taken by a malicious skill',
  sources: ['https://auth0.com/blog/openclaw-credential-problem', 'https://fxtechnology.org/?p=13006'],
  facts: [
    'A personal assistant keeps the keys and tokens of its owner in plain files in a known folder.',
    'Hundreds of malicious skills were found in its public registry; they were after these files.',
    'Every skill can read the same file, also the token for Gmail.',
    'With the token a stranger can do all that the owner allowed the assistant.',
  ],
  build: (random) => {
    const org = organization(random, 'nettlecombe.example', 13)
    const quietDays = background(org, { until: start + 8 * DAY, days: 90, records: 300 })
    const owner = person(org, 3)
    const assistant = app(
      random,
      'home-assistant-cli',
      ['gmail.modify', 'calendar', 'drive', 'contacts.readonly', 'userinfo.email'],
      'NATIVE_DESKTOP',
    )
    const granted = authorize(org, { at: start - 24 * DAY + 17 * HOUR, who: owner, app: assistant, from: owner.home })
    const usual = steadyUse(org, assistant, {
      until: start,
      days: 23,
      count: 90,
      people: [owner],
      from: owner.home,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'calendar.events.list'],
    })
    const foreign = network('192.0.2.203', 64534, 'FI', 'FI-18')
    const mail = calls(org, {
      start,
      count: 120,
      gap: [2, 9],
      who: owner,
      app: assistant,
      from: foreign,
      methods: ['gmail.users.messages.get', 'gmail.users.messages.get', 'gmail.users.messages.list'],
      bytes: [9_000, 350_000],
    })
    const contacts = calls(org, {
      start: start + 24 * MINUTE,
      count: 6,
      gap: [5, 20],
      who: owner,
      app: assistant,
      from: foreign,
      methods: ['people.connections.list'],
      bytes: [40_000, 160_000],
    })
    const files = run(org, { start: start + 31 * MINUTE, count: 36, gap: [4, 16] }, (at, index) =>
      file(org, {
        at,
        who: owner,
        from: foreign,
        name: 'download',
        title: `${random.pick(['Passport scan', 'Server notes', 'Contract', 'Board pack'])} ${index + 1}`,
        kind: random.pick(['pdf', 'document']),
        owner: index % 4 === 0 ? random.pick(org.people) : owner,
        app: assistant,
      }),
    )
    return {
      records: timeline(quietDays.records, [granted], usual, mail, contacts, files),
      firstHostile: idOf(mail[0] ?? {}),
      dataLeft: ids(mail, contacts, files),
      required: [
        {
          act: 'the token of the assistant works in a network where its owner never was',
          ids: ids(mail, contacts, files),
          minimum: 'medium',
        },
        { act: 'many messages are read in minutes', ids: ids(mail), minimum: 'medium' },
        { act: 'many files are downloaded in minutes', ids: ids(files), minimum: 'medium' },
      ],
      quiet: quietDays.quiet,
    }
  },
})
