// A trusted delegated calendar client gets mail scopes for four nights, and loses them again.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { admin, impersonation } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import {
  type App,
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

export default attackCampaign({
  title:
    'An administrator session adds mail scopes to the delegation of a room planner, and takes them back after the theft',
  sources: [
    'https://www.hunters.security/en/blog/delefriend-a-newly-discovered-design-flaw-in-domain-wide-delegation-could-leave-google-workspace-vulnerable-for-takeover',
    'https://archive.orkl.eu/287933eeb4bddb2ec86faa7b6a073171acc6936d.json',
  ],
  facts: [
    'Domain-wide delegation lets a service account act as any person of the organization.',
    'Only a super administrator can authorize a client and its scopes.',
    'An attacker can use a new delegation or an existing one; the existing one needs no new client.',
    'The token requests of the service account carry the name of the person that it acts as.',
  ],
  build: (random) => {
    const org = organization(random, 'larkspurclinics.example', 24)
    const start = time('2025-08-18T00:00:00Z')
    const days = background(org, { until: start, days: 76, records: 440 })
    const after = background(org, { until: start + 10 * DAY, days: 10, records: 60 })
    const calendar = [scope('calendar'), scope('calendar.events')]
    const mail = ['https://mail.google.com/', scope('gmail.settings.basic')]
    const rooms: App = { id: `1${random.digits(20)}`, name: 'Roomlight', type: 'SERVICE_ACCOUNT', scopes: calendar }
    const account = 'rooms-sync@roomlight-prod.iam.gserviceaccount.com'
    const vendor = network('192.0.2.61', 64531, 'IE')
    const authorizeClient = (at: number, scopes: readonly string[], from = org.office) =>
      admin(org, {
        at,
        who: org.admin,
        from,
        type: 'DOMAIN_SETTINGS',
        name: 'AUTHORIZE_API_CLIENT_ACCESS',
        values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: rooms.id, API_SCOPES: scopes },
      })
    const original = authorizeClient(start - 74 * DAY + 9 * HOUR, calendar)
    const steady = steadyUse(org, rooms, {
      until: start + 10 * DAY,
      days: 82,
      count: 240,
      people: org.people,
      from: vendor,
      methods: ['calendar.events.list', 'calendar.events.watch', 'calendar.freebusy.query'],
      impersonates: true,
    })

    const session = network('89.44.9.117', 9009, 'RO')
    const engine = network('5.161.88.40', 213230, 'US')
    const at = start + 2 * DAY + 2 * HOUR + 14 * MINUTE
    const widened = authorizeClient(at, [...calendar, ...mail], session)
    const mailer: App = { ...rooms, scopes: mail }
    const chiefs = [1, 4, 6, 11, 15].map((index) => person(org, index))
    const nights = [0, 1, 2, 4].flatMap((night) =>
      chiefs.slice(0, night === 0 ? 2 : 5).map((who, index) => ({
        who,
        begin: at + night * DAY + (25 + index * 17) * MINUTE,
      })),
    )
    const tokens = nights.map(({ who, begin }) =>
      impersonation(org, { at: begin, who, app: mailer, from: engine, account }),
    )
    const reads = nights.flatMap(({ who, begin }) =>
      calls(org, {
        start: begin + 3_000,
        count: 21,
        gap: [4, 20],
        who,
        app: mailer,
        from: engine,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.attachments.get'],
        bytes: [5_000, 900_000],
        impersonates: true,
      }),
    )
    const taken = authorizeClient(at + 5 * DAY + HOUR, calendar, session)
    return {
      records: timeline(days.records, after.records, [original], steady, [widened], tokens, reads, [taken]),
      firstHostile: idOf(widened),
      dataLeft: ids(reads),
      required: [
        { act: 'mail scopes are added to the delegation of a known client', ids: [idOf(widened)], minimum: 'high' },
        {
          act: 'the service account acts as executives and reads their mail',
          ids: ids(tokens, reads),
          minimum: 'high',
        },
      ],
      quiet: [...days.quiet, ...ids(steady.slice(40, 60))],
    }
  },
})
