// The administrator sorts the company into new units with their own applications; what stops working is put right in the same week.
import { benignWork } from '../campaign.ts'
import { background, steadyUse, workMoment } from '../google-background.ts'
import { trust } from '../google-console.ts'
import { authorize, deny, request, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { createUnit, moveUser } from '../google-units.ts'

export default benignWork({
  title:
    'The company is sorted into four new units, and some people change the unit again because a program is refused',
  sources: [
    'https://support.google.com/a/answer/4352075',
    'https://support.google.com/a/answer/182449',
    'https://support.google.com/a/answer/7281227',
  ],
  resembles:
    'Clients become trusted, people who were refused are moved into another unit, and give a client their mail within the hour.',
  accounts: 33,
  days: 18,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'pinecrest-logistics.example', 42)
    const end = time('2026-04-24T15:00:00Z')
    const days = background(org, { until: end, days: 104, records: 1250 })
    const start = time('2026-04-06T06:40:00Z')
    const mail = app(random, 'Leadboard', ['openid', 'userinfo.email', 'gmail.modify', 'calendar.events'])
    const draw = app(random, 'Truckplan Draw', ['openid', 'userinfo.email', 'drive'])
    const mailServer = network('192.0.2.96', 16509, 'IE')
    const drawServer = network('192.0.2.110', 8075, 'NL')
    const sales = inUnit(org, 'Sales')
    const engineers = inUnit(org, 'Engineering')
    const before = [
      ...[...sales.slice(0, 6)].map((who, i) => authorize(org, { at: end - 103 * DAY + i * HOUR, who, app: mail })),
      ...[...engineers.slice(0, 6)].map((who, i) => authorize(org, { at: end - 102 * DAY + i * HOUR, who, app: draw })),
    ]
    const steady = [
      ...steadyUse(org, mail, {
        until: end,
        days: 98,
        count: 260,
        people: sales.slice(0, 6),
        from: mailServer,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.modify'],
      }),
      ...steadyUse(org, draw, {
        until: end,
        days: 98,
        count: 130,
        people: engineers.slice(0, 6),
        from: drawServer,
        methods: ['drive.files.list', 'drive.files.get', 'drive.files.update'],
      }),
    ]

    const units = ['Sales', 'Engineering', 'Finance', 'Operations']
    const made = units.map((unit, index) =>
      createUnit(org, { at: start + index * 50_000, who: org.admin, unit: `/Company/${unit}` }),
    )
    const trusted = [
      trust(org, { at: start + HOUR, who: org.admin, app: mail, kind: 'WEB_APPLICATION', unit: '/Company/Sales' }),
      trust(org, {
        at: start + HOUR + 3 * MINUTE,
        who: org.admin,
        app: draw,
        kind: 'WEB_APPLICATION',
        unit: '/Company/Engineering',
      }),
    ]
    const moves = units.flatMap((unit, index) =>
      inUnit(org, unit).map((target, place) =>
        moveUser(org, {
          at: start + (1 + index) * DAY + 2 * HOUR + place * random.integer(8, 25) * 1000,
          who: org.admin,
          target,
          before: '/Staff',
          after: `/Company/${unit}`,
        }),
      ),
    )
    // Some people of Operations sell and some of Finance draw: refused, asked for, moved, and allowed.
    const wrong = [
      ...inUnit(org, 'Operations')
        .slice(0, 3)
        .map((who) => ({ who, client: mail, from: 'Operations', to: 'Sales', server: mailServer })),
      ...inUnit(org, 'Finance')
        .slice(0, 2)
        .map((who) => ({ who, client: draw, from: 'Finance', to: 'Engineering', server: drawServer })),
    ]
    const repaired = wrong.flatMap(({ who, client, from, to, server }, index) => {
      const at = start + 7 * DAY + (index % 3) * DAY + 2 * HOUR + index * 13 * MINUTE
      const joined = at + random.integer(70, 200) * MINUTE
      const methods =
        client === mail
          ? ['gmail.users.messages.list', 'gmail.users.messages.get']
          : ['drive.files.list', 'drive.files.get']
      return [
        deny(org, { at, who, app: client }, 'SCOPE_BLOCK'),
        deny(org, { at: at + 70_000, who, app: client }, 'SCOPE_BLOCK'),
        request(org, { at: at + 2 * MINUTE, who, app: client }),
        moveUser(org, {
          at: joined,
          who: org.admin,
          target: who,
          before: `/Company/${from}`,
          after: `/Company/${to}`,
        }),
        authorize(org, { at: joined + 25 * MINUTE, who, app: client, from: index === 3 ? who.home : org.office }),
        ...Array.from({ length: 22 }, (_, call) =>
          use(org, {
            at: Math.max(joined + (30 + call) * MINUTE, workMoment(org, end, 5)),
            who,
            app: client,
            from: server,
            method: methods[call % 2] ?? '',
            bytes: random.integer(900, 22_000),
          }),
        ),
      ]
    })
    const work = [made, trusted, moves, repaired]
    return { records: timeline(days.records, before, steady, ...work), ids: ids(...work) }
  },
})
