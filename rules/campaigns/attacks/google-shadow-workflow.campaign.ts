import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, signIn, use } from '../google-events.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'A workflow service in the name of a treasurer copies each new mail about payments',
  sources: [
    'https://github.com/pushsecurity/saas-attacks/blob/main/techniques/shadow_workflows/description.md',
    'https://github.com/pushsecurity/saas-attacks',
  ],
  facts: [
    'The intruder has the session of a person and connects a well-known automation service to the account.',
    'The service is a known product, its calls come from its own addresses, and colleagues use it.',
    'The workflow runs on a timer, reads new mail that matches some words, and passes it on.',
    'The grant stays when the session ends.',
  ],
  build: (random) => {
    const org = organization(random, 'saltmarsh-bank.example', 22)
    const start = time('2026-04-14T00:00:00Z')
    const days = background(org, { until: start + 20 * DAY, days: 90, records: 950 })
    // Two colleagues use the service for tables and calendars, from before.
    const service = app(random, 'Zapier', [
      'openid',
      'userinfo.email',
      'userinfo.profile',
      'spreadsheets',
      'drive.file',
    ])
    const servers = network('203.0.113.61', 14618, 'US', 'US-VA')
    const users = [person(org, 6), person(org, 9)]
    const grants = users.map((who, place) =>
      authorize(org, { at: start - (60 - place * 7) * DAY + 9 * HOUR, who, app: service }),
    )
    const work = users.flatMap((who) =>
      Array.from({ length: 45 }, (_, d) =>
        use(org, {
          at: start - 50 * DAY + d * DAY + random.integer(7, 15) * HOUR,
          who,
          app: service,
          from: servers,
          method: 'drive.files.list',
          bytes: random.integer(900, 5_000),
        }),
      ),
    )
    const treasurer = person(org, 13)
    const hostile = network('192.0.2.92', 212238, 'DE')
    const at = start + 12 * HOUR + 33 * MINUTE
    const entered = signIn(org, { at, who: treasurer, from: hostile })
    // The same client, with the mail of the person.
    const mail = { ...service, scopes: [...service.scopes, 'https://mail.google.com/'] }
    const grant = authorize(org, { at: at + 9 * MINUTE, who: treasurer, app: mail, from: hostile })
    const polls = Array.from({ length: 17 }, (_, d) => d).flatMap((d) =>
      [6, 9, 12, 15].flatMap((hour) => {
        const when = start + (1 + d) * DAY + hour * HOUR + random.integer(0, 14) * MINUTE
        const call = (later: number, method: string, bytes: number) =>
          use(org, { at: when + later, who: treasurer, app: mail, from: servers, method, bytes })
        const found = random.number() < 0.3
        return [
          call(0, 'gmail.users.messages.list', random.integer(300, 900)),
          ...(found ? [call(2000, 'gmail.users.messages.get', random.integer(8_000, 60_000))] : []),
        ]
      }),
    )
    return {
      records: timeline(days.records, grants, work, [entered, grant], polls),
      firstHostile: idOf(entered),
      dataLeft: ids(polls),
      required: [
        {
          act: 'All mail of a person is granted to a workflow service from a hosting network',
          ids: ids([entered, grant]),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(grants), ...ids(work.slice(20, 40))],
    }
  },
})
