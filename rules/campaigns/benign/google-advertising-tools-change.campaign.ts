import { benignWork } from '../campaign.ts'
import { background, steadyUse, workMoment } from '../google-background.ts'
import { admin, authorize, revoke, use } from '../google-events.ts'
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

export default benignWork({
  title: 'The advertising desk moves from an agency to three reporting tools of its own',
  sources: [
    'https://developers.google.com/google-ads/api/docs/oauth/overview',
    'https://support.google.com/a/answer/7281227',
  ],
  resembles:
    'Six people grant new clients with advertising, sheet and mail scopes within two weeks, the calls come from hosting networks, and old grants vanish.',
  accounts: 7,
  days: 14,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'apfelkontor.example', 28)
    const end = time('2026-05-29T15:00:00Z')
    const days = background(org, { until: end, days: 96, records: 1_000 })
    const desk = [...inUnit(org, 'Sales').slice(0, 5), person(org, 4)]
    const start = time('2026-05-11T08:00:00Z')
    const agency = app(random, 'Agenturportal Nordstern', ['openid', 'userinfo.email', 'adwords'])
    const past = desk
      .slice(0, 3)
      .map((who, place) => authorize(org, { at: end - (90 - place) * DAY - 6 * HOUR, who, app: agency }))
    const oldUse = steadyUse(org, agency, {
      until: start,
      days: 60,
      count: 40,
      people: desk.slice(0, 3),
      from: network('192.0.2.90', 8560, 'DE'),
      methods: ['googleads.customers.googleAds.searchStream'],
    })
    const tools = [
      {
        client: app(random, 'Reportmühle', [
          'openid',
          'userinfo.email',
          'adwords',
          'analytics.readonly',
          'spreadsheets',
        ]),
        from: network('192.0.2.91', 16509, 'IE'),
        methods: [
          'sheets.spreadsheets.values.update',
          'sheets.spreadsheets.batchUpdate',
          'analyticsdata.properties.runReport',
        ],
      },
      {
        client: app(random, 'Bidwise', ['openid', 'userinfo.email', 'adwords', 'tagmanager.readonly']),
        from: network('192.0.2.92', 396982, 'BE'),
        methods: ['tagmanager.accounts.list', 'tagmanager.accounts.containers.list'],
      },
      {
        client: app(random, 'Wochenpost Reports', ['openid', 'userinfo.email', 'drive.file', 'gmail.send']),
        from: network('192.0.2.93', 14061, 'DE'),
        methods: ['drive.files.create', 'gmail.users.messages.send'],
      },
    ]
    const work = tools.flatMap(({ client, from, methods }, tool) => {
      const trusted = admin(org, {
        at: start + tool * 2 * DAY + 20 * MINUTE,
        who: org.admin,
        type: 'SECURITY_SETTINGS',
        name: 'ADD_TO_TRUSTED_OAUTH2_APPS',
        values: {
          OAUTH2_APP_ID: client.id,
          OAUTH2_APP_NAME: client.name,
          OAUTH2_APP_TYPE: 'WEB_APPLICATION',
          ORG_UNIT_NAME: org.domain,
        },
      })
      const people = tool === 2 ? desk.slice(0, 2) : desk
      const perPerson = people.flatMap((who, place) => {
        const at = start + (tool * 2 + 1) * DAY + place * 34 * MINUTE + random.integer(0, 15) * MINUTE
        const calls = Array.from({ length: 9 }, (_, index) =>
          use(org, {
            at: at + 5 * MINUTE + index * 20 * HOUR + random.integer(0, 50) * MINUTE,
            who,
            app: client,
            from,
            method: methods[index % methods.length] ?? '',
            bytes: random.integer(600, 30_000),
          }),
        )
        return [authorize(org, { at, who, app: client, from: place % 3 === 2 ? who.home : org.office }), ...calls]
      })
      return [trusted, ...perPerson]
    })
    const ended = desk.slice(0, 3).map((who) => revoke(org, { at: workMoment(org, end, 3), who, app: agency }))
    return { records: timeline(days.records, past, oldUse, work, ended), ids: ids(work, ended) }
  },
})
