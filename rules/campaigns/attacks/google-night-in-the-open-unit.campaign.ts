// The settings of applications stay as they are: the persons go into a unit where everything is allowed, for one night each.
import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, deny } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { downloadByClient } from '../google-sharing.ts'
import { createUnit, moveUser } from '../google-units.ts'

export default attackCampaign({
  title: 'A stolen help desk session moves directors for a night into the unit where every application is allowed',
  sources: [
    'https://support.google.com/a/answer/7281227',
    'https://support.google.com/a/answer/182449',
    'https://cloud.google.com/blog/topics/threat-intelligence/voice-phishing-data-extortion',
  ],
  facts: [
    'Access of applications to Google data is set for each organizational unit.',
    'A role with the right to move users needs no right on security settings, and a moved user gets the settings of the new unit.',
    'Callers who pretend to be support talk people into the consent to an application.',
  ],
  build: (random) => {
    const org = organization(random, 'castlebrook-holdings.example', 22)
    const end = time('2026-03-20T16:00:00Z')
    const days = background(org, { until: end, days: 141, records: 1150 })
    const start = time('2026-03-03T16:22:00Z')
    const desk = person(org, 5)
    const pilot = '/Pilot applications'
    // The unit of the pilot is old, and the help desk moves people each week.
    const founded = start - 96 * DAY - 6 * HOUR
    const testers = [
      createUnit(org, { at: founded, who: org.admin, unit: pilot }),
      ...[13, 18].map((index) =>
        moveUser(org, {
          at: founded + index * MINUTE,
          who: org.admin,
          target: person(org, index),
          before: '/Staff',
          after: pilot,
        }),
      ),
    ]
    const ordinary = Array.from({ length: 15 }, (_, index) =>
      moveUser(org, {
        at: workMoment(org, start - DAY, 100),
        who: desk,
        target: person(org, 8 + (index % 12)),
        before: index % 3 === 0 ? '/New staff' : '/Staff',
        after: index % 3 === 0 ? '/Staff' : '/Staff/Travel',
      }),
    )
    const planner = app(random, 'Seatplan Studio', ['openid', 'userinfo.email', 'drive.readonly'])
    const refused = [9, 14, 16].map((index) =>
      deny(org, { at: workMoment(org, start - DAY, 60), who: person(org, index), app: planner }, 'SCOPE_BLOCK'),
    )

    const notes = app(random, 'Confer Notes', [
      'openid',
      'userinfo.email',
      'gmail.readonly',
      'drive.readonly',
      'calendar.readonly',
    ])
    const thief = network('203.0.113.90', 9009, 'SE')
    const server = network('203.0.113.91', 14061, 'NL')
    const nights = [
      { who: person(org, 6), at: start, tries: true },
      { who: person(org, 7), at: start + 2 * DAY + 35 * MINUTE, tries: true },
      { who: person(org, 10), at: start + 6 * DAY + 70 * MINUTE, tries: false },
    ]
    const denied = nights
      .filter((night) => night.tries)
      .map(({ who, at }) => deny(org, { at, who, app: notes, from: org.office }, 'SCOPE_BLOCK'))
    const moved = nights.flatMap(({ who, at }) => [
      moveUser(org, {
        at: at + 4 * HOUR + random.integer(1, 30) * MINUTE,
        who: desk,
        from: thief,
        target: who,
        before: '/Staff/Directors',
        after: pilot,
      }),
      moveUser(org, {
        at: at + 13 * HOUR + random.integer(20, 50) * MINUTE,
        who: desk,
        from: thief,
        target: who,
        before: pilot,
        after: '/Staff/Directors',
      }),
    ])
    const consents = nights.map(({ who, at }) =>
      authorize(org, { at: at + 4 * HOUR + 45 * MINUTE, who, app: notes, from: who.home }),
    )
    const read = nights.flatMap(({ who, at }) =>
      calls(org, {
        start: at + 5 * HOUR,
        count: 170,
        gap: [20, 220],
        who,
        app: notes,
        from: server,
        methods: [
          'gmail.users.messages.list',
          ...Array.from({ length: 12 }, () => 'gmail.users.messages.get'),
          'calendar.events.list',
        ],
        bytes: [2_000, 90_000],
      }),
    )
    const files = nights.flatMap(({ who, at }) =>
      Array.from({ length: 18 }, (_, index) =>
        downloadByClient(org, {
          at: at + 6 * HOUR + index * random.integer(8, 15) * MINUTE,
          who,
          from: server,
          app: notes,
          title: `${random.pick(['Share plan', 'Sale of the plant', 'Salaries', 'Bank covenant'])} ${index + 1}`,
          kind: random.pick(['pdf', 'spreadsheet']),
          bytes: random.integer(40_000, 2_500_000),
        }),
      ).flat(),
    )
    const [first = ''] = ids(denied)
    return {
      records: timeline(days.records, testers, ordinary, refused, denied, moved, consents, read, files),
      firstHostile: first,
      dataLeft: ids(read, files),
      required: [
        {
          act: 'The help desk account moves directors into the open unit and back at night, from a rented server',
          ids: ids(moved),
          minimum: 'low',
        },
        {
          act: 'Three directors give a new client mail, files and calendar; the policy had refused it to two of them',
          ids: ids(consents),
          minimum: 'medium',
        },
        {
          act: 'The client reads mail and downloads files of directors all night from a rented server',
          ids: ids(read, files),
          minimum: 'high',
        },
      ],
      quiet: [...days.quiet, ...ids(ordinary, refused)],
    }
  },
})
