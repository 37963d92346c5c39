import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, file, signIn, use } from '../google-events.ts'
import { consents, run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, scope, time, timeline } from '../google-layouts.ts'

const wanted = [
  'Onboarding passwords',
  'VPN accounts',
  'Cloud root recovery codes',
  'Shared logins finance',
  'API keys staging',
  'Router admin',
  'Payroll portal access',
]

export default attackCampaign({
  title: 'A consented assistant harvests credentials through the Drive API, slowly',
  sources: ['https://www.paloaltonetworks.com/blog/?p=360729'],
  facts: [
    'The report describes an attack path that starts with a malicious OAuth consent of a user.',
    'The application then harvests credentials from documents through the Drive API.',
    'The records add that a harvested password works for a second account; the report gives no detail of that step.',
    'No step touches an endpoint.',
  ],
  build: (random) => {
    const org = organization(random, 'whinmoor.example', 15)
    const start = time('2026-05-11T00:00:00Z')
    const end = start + 31 * DAY
    const quiet = background(org, { until: end, days: 106, records: 380 })

    // A second assistant with the same scope, approved long ago: three people use it by day.
    const known = app(random, 'Marginalia Reader', ['openid', 'userinfo.email', 'drive.readonly'])
    const readers = [2, 5, 9].map((index) => person(org, index))
    const knownServer = network('192.0.2.44', 64531, 'IE')
    const knownConsents = consents(org, {
      start: end - 105 * DAY + 9 * HOUR,
      gap: [600, 4000],
      people: readers,
      app: known,
    })
    const knownWork = Array.from({ length: 90 }, (_, i) =>
      file(org, {
        at: workMoment(org, end, 100),
        who: readers[i % 3] ?? org.admin,
        from: knownServer,
        name: 'view',
        title: random.pick(['Price list', 'Training slides', 'Retrospective']),
        app: known,
      }),
    )

    const victim = person(org, 6)
    const evil = app(random, 'Summarly AI', ['openid', 'userinfo.email', 'drive.readonly'])
    const server = network('192.0.2.118', 64690, 'NL')
    const consented = authorize(org, { at: start + 10 * HOUR, who: victim, app: evil, from: victim.home })

    // Nine days of silence, then one or two searches and some files each night.
    const nights = [9, 10, 12, 13, 15, 16, 18, 19, 20, 22, 23]
    const searches = nights.flatMap((night) =>
      run(org, { start: start + night * DAY + 2 * HOUR, count: 2, gap: [900, 3000] }, (at) =>
        use(org, {
          at,
          who: victim,
          app: evil,
          from: server,
          method: 'drive.files.list',
          bytes: random.integer(3_000, 40_000),
        }),
      ),
    )
    const harvest = nights.flatMap((night) =>
      run(org, { start: start + night * DAY + 3 * HOUR, count: 6, gap: [400, 1800] }, (at) =>
        file(org, {
          at,
          who: victim,
          from: server,
          name: 'download',
          title: random.pick(wanted),
          owner: random.pick(org.people),
          app: evil,
        }),
      ),
    )

    // A harvested password works; the attacker consents for the second account alone.
    const second = person(org, 11)
    const attacker = network('192.0.2.119', 64690, 'NL')
    const entered = signIn(org, { at: start + 24 * DAY + 4 * HOUR, who: second, from: attacker, suspicious: true })
    const mail = { ...evil, scopes: [...evil.scopes, 'https://mail.google.com/', scope('contacts.readonly')] }
    const grabbed = authorize(org, {
      at: start + 24 * DAY + 4 * HOUR + 5 * MINUTE,
      who: second,
      app: mail,
      from: attacker,
    })
    const mails = run(org, { start: start + 25 * DAY + 2 * HOUR, count: 20, gap: [600, 4000] }, (at, i) =>
      use(org, {
        at,
        who: second,
        app: mail,
        from: server,
        method: i % 5 === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
        bytes: random.integer(4_000, 90_000),
      }),
    )

    return {
      records: timeline(
        quiet.records,
        knownConsents,
        knownWork,
        [consented],
        searches,
        harvest,
        [entered, grabbed],
        mails,
      ),
      firstHostile: ids([consented])[0] ?? '',
      dataLeft: ids(harvest, mails),
      required: [
        {
          act: 'the first consent to an unknown application that may read all of Drive',
          ids: ids([consented]),
          minimum: 'low',
        },
        {
          act: 'the young application downloads files of many owners at night',
          ids: ids(searches, harvest),
          minimum: 'medium',
        },
        {
          act: 'a second account gives it the whole mailbox from a foreign network after a suspicious sign-in',
          ids: ids([entered, grabbed]),
          minimum: 'medium',
        },
        { act: 'the application reads the mailbox', ids: ids(mails), minimum: 'medium' },
      ],
      quiet: [...quiet.quiet, ...ids(knownWork.slice(20, 45))],
    }
  },
})
