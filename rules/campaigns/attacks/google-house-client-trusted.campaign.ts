// A client that belongs to the organization itself needs no review; a stolen desk account trusts all of them.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, signIn } from '../google-events.ts'
import { calls, consents } from '../google-grants.ts'
import {
  app,
  DAY,
  HOUR,
  ids,
  inUnit,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
} from '../google-layouts.ts'

export default attackCampaign({
  title: 'All clients of the house become trusted, and one that an intruder made in a project of the house reads files',
  sources: [
    'https://support.google.com/a/answer/7281227',
    'https://support.google.com/cloud/answer/15549945',
    'https://www.paloaltonetworks.com/blog/?p=360729',
  ],
  facts: [
    'A client of the user type internal shows no warning, and Google does not review it.',
    'An administrator can trust all internal clients at once, and the limits of scopes then end for them.',
    'A developer whose account was stolen can make such a client in any project of the organization.',
    'Malicious consents in Workspace lead to a search of Drive for passwords and keys.',
  ],
  build: (random) => {
    const org = organization(random, 'fjordglass.example', 26)
    const hostile = time('2026-07-07T17:05:00Z')
    const end = time('2026-07-24T15:00:00Z')
    const days = background(org, { until: end, days: 85, records: 1000 })
    const vpn = network('203.0.113.33', 60068, 'DK')
    const developer = person(org, 3)
    const entry = signIn(org, { at: hostile - 3 * DAY, who: developer, from: vpn })
    const desk = signIn(org, { at: hostile, who: org.admin, from: vpn })
    const trusted = admin(org, {
      at: hostile + 6 * MINUTE,
      who: org.admin,
      from: vpn,
      type: 'SECURITY_SETTINGS',
      name: 'TRUST_DOMAIN_OWNED_OAUTH2_APPS',
      values: { ORG_UNIT_NAME: org.domain },
    })
    const client = app(random, 'Fjordglass Intranet', ['openid', 'email', 'drive.readonly'])
    const readers = [...inUnit(org, 'Sales').slice(0, 2), ...inUnit(org, 'Engineering').slice(1, 3)]
    const granted = consents(org, {
      start: hostile + 2 * DAY - 8 * HOUR,
      gap: [16_000, 60_000],
      people: readers,
      app: client,
      from: (who) => who.home,
    })
    const worker = network('203.0.113.90', 13335, 'DK')
    const searches = readers.flatMap((who, index) =>
      calls(org, {
        start: hostile + (4 + index) * DAY,
        count: 5,
        gap: [30, 120],
        who,
        app: client,
        from: worker,
        methods: ['drive.files.list'],
        bytes: [2_000, 30_000],
      }),
    )
    const taken = readers.flatMap((who, index) =>
      calls(org, {
        start: hostile + (4 + index) * DAY + HOUR,
        count: 7,
        gap: [60, 400],
        who,
        app: client,
        from: worker,
        methods: ['drive.files.get', 'drive.files.export'],
        bytes: [8_000, 400_000],
      }),
    )
    return {
      records: timeline(days.records, [entry, desk, trusted], granted, searches, taken),
      firstHostile: ids([entry])[0] ?? '',
      dataLeft: ids(taken),
      required: [
        {
          act: 'All clients of the house become trusted, from a strange address',
          ids: ids([trusted]),
          minimum: 'high',
        },
        {
          act: 'A new client reads Drive of four people from outside',
          ids: ids(granted, searches, taken),
          minimum: 'medium',
        },
      ],
      quiet: days.quiet,
    }
  },
})
