// A plain signature tool with one mail scope changes where the answers to the accounts desk go; nine days of the token log alone.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import {
  app,
  DAY,
  idOf,
  ids,
  inUnit,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
} from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'A signature tool sets a reply address, filters and an automatic reply for two people of the accounts desk',
  sources: [
    'https://buralog.jp/en/gmail-automation-abuse-en/',
    'https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.settings.sendAs/patch',
    'https://www.huntress.com/blog/identity-breach-google-workspace',
  ],
  facts: [
    'Thieves of invoices keep hold of a mailbox with settings: filters, forwarding and addresses for answers.',
    'The scope for Gmail settings alone lets a client change the reply address, the filters and the automatic reply.',
    'The client has a plain name, asks for no message, and two clerks accept it on one morning.',
    'In the nights that follow, its server changes the settings of both mailboxes.',
    'The customer has nine days of the token log and nothing else.',
  ],
  build: (random) => {
    const org = organization(random, 'larkspur-freight.example', 24)
    const end = time('2026-02-13T18:00:00Z')
    const days = seenIn(background(org, { until: end + DAY, days: 9, records: 900 }), ['token'])
    // Sales has used a signature service for long; its server writes one signature at a time, by day.
    const service = app(random, 'Letterfoot Signatures', ['openid', 'userinfo.email', 'gmail.settings.basic'])
    const usual = steadyUse(org, service, {
      until: end + DAY,
      days: 8,
      count: 40,
      people: inUnit(org, 'Sales'),
      from: network('192.0.2.66', 64531, 'IE'),
      methods: ['gmail.users.settings.sendAs.get', 'gmail.users.settings.sendAs.list'],
    })

    const tool = app(random, 'Signature Designer', ['openid', 'userinfo.email', 'gmail.settings.basic'])
    const server = network('203.0.113.88', 64496, 'NL')
    const clerks = [person(org, 2), person(org, 7)]
    const granted = clerks.map((who, index) =>
      authorize(org, { at: time('2026-02-10T08:41:00Z') + index * 19 * MINUTE, who, app: tool }),
    )
    const looked = clerks.flatMap((who, index) =>
      calls(org, {
        start: time('2026-02-10T08:43:00Z') + index * 19 * MINUTE,
        count: 4,
        gap: [2, 5],
        who,
        app: tool,
        from: server,
        methods: ['gmail.users.settings.sendAs.list', 'gmail.users.settings.filters.list'],
        bytes: [500, 3_000],
      }),
    )
    const change = (at: string, method: string) =>
      clerks.map((who, index) =>
        use(org, {
          at: time(at) + index * 47_000,
          who,
          app: tool,
          from: server,
          method: `gmail.users.settings.${method}`,
          bytes: random.integer(300, 900),
        }),
      )
    const address = change('2026-02-11T01:52:00Z', 'sendAs.patch')
    const filters = [
      change('2026-02-11T01:54:00Z', 'filters.create'),
      change('2026-02-11T01:57:00Z', 'filters.create'),
      change('2026-02-12T02:11:00Z', 'filters.create'),
    ].flat()
    const replies = change('2026-02-12T22:36:00Z', 'updateVacation')

    return {
      records: timeline(days.records, usual, granted, looked, address, filters, replies),
      firstHostile: idOf(granted[0] ?? {}),
      dataLeft: [],
      required: [
        { act: 'two clerks grant Gmail settings to a client that is new', ids: ids(granted), minimum: 'low' },
        {
          act: 'the new client makes filters in both mailboxes from a rented server at night',
          ids: ids(filters),
          minimum: 'medium',
        },
        {
          act: 'the new client changes the sender address settings and the automatic reply at night',
          ids: ids(address, replies),
          minimum: 'low',
        },
      ],
      quiet: [...days.quiet, ...ids(usual.slice(0, 8))],
    }
  },
})
