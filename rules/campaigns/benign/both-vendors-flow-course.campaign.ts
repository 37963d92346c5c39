import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { merged } from '../google-crowd.ts'
import { authorize, use } from '../google-events.ts'
import { app, ids, network } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { flow } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'Seven people learn Power Automate and connect it to their Google sheets, calendars and mail',
  sources: [
    'https://learn.microsoft.com/en-us/connectors/gmail/',
    'https://learn.microsoft.com/en-us/power-automate/getting-started',
  ],
  resembles:
    'Within two days seven people make flows that join both vendors, grant a client mail and sheets, and calls come from servers of Microsoft at night.',
  accounts: 7,
  days: 9,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'kachelofen', {
      feeds: 'audit',
      from: '2026-02-16',
      days: 84,
      after: 14,
      people: 22,
      records: 600,
    })
    const org = orgOf(random, tenant)
    const end = start + 14 * day
    const days = background(org, { until: end, days: 96, records: 750 })
    const sheets = app(random, 'Microsoft Power Platform', [
      'openid',
      'userinfo.email',
      'spreadsheets',
      'drive.file',
      'calendar.events',
    ])
    const mail = {
      ...sheets,
      scopes: [
        'openid',
        'https://www.googleapis.com/auth/userinfo.email',
        'https://www.googleapis.com/auth/gmail.modify',
      ],
    }
    const azure = ['192.0.2.110', '192.0.2.111', '192.0.2.112'].map((ip) => network(ip, 8075, 'NL'))
    const servers = (place: number) => azure[place % azure.length] ?? org.office
    // The teacher has worked with the client since the winter, with mail as well.
    const teacher = org.people[3] ?? org.admin
    const since = [sheets, mail].map((client, place) =>
      authorize(org, { at: start - (78 - place) * day + 10 * hour, who: teacher, app: client, from: teacher.home }),
    )
    const routine = steadyUse(org, sheets, {
      until: end,
      days: 75,
      count: 60,
      people: [teacher],
      from: servers(0),
      methods: ['sheets.spreadsheets.values.append', 'calendar.events.list', 'gmail.users.messages.list'],
    })
    const flows: string[] = []
    const work = Array.from({ length: 7 }, (_, place) => place).flatMap((place) => {
      const who = org.people[5 + place] ?? org.admin
      const withMail = place % 3 === 0
      const at = start + (place % 2) * day + 9 * hour + place * 11 * minute
      const connectors = withMail ? 'Gmail, SharePoint, Microsoft Teams' : 'Google Sheets, Google Calendar, Planner'
      flows.push(flow(log, at + 20 * minute, person(5 + place), 'CreateFlow', connectors))
      flows.push(flow(log, at + 70 * minute, person(5 + place), 'EditFlow', connectors))
      const client = withMail ? mail : sheets
      const methods = withMail
        ? ['gmail.users.history.list', 'gmail.users.messages.get']
        : ['sheets.spreadsheets.values.append', 'sheets.spreadsheets.values.get', 'calendar.events.list']
      const calls = Array.from({ length: 24 }, (_, index) =>
        use(org, {
          at: at + 26 * minute + index * 8 * hour + random.integer(0, 60) * minute,
          who,
          app: client,
          from: servers(place + index),
          method: methods[index % methods.length] ?? '',
          bytes: random.integer(700, 25_000),
        }),
      )
      return [authorize(org, { at: at + 12 * minute, who, app: client, from: who.home }), ...calls]
    })
    return {
      records: merged(log.records(), days.records, since, routine, work),
      ids: [...flows, ...ids(work)],
    }
  },
})
