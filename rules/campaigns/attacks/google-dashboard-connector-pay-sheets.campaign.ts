// A connector for dashboards, made by a false consultant, reads pay sheets at night from inside Google; a report carries them outside.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file, userAccounts } from '../google-events.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'
import {
  asset,
  connectorCall,
  createAsset,
  mailReport,
  ownersCredentials,
  shareAsset,
  viewAsset,
} from '../google-reports.ts'

const sheets = ['Pay 2026', 'Bonus round', 'Severance plan', 'Bank accounts of staff', 'Board fees', 'Pension shares']

export default attackCampaign({
  title: 'A dashboard connector of a false consultant reads pay sheets at night, and a report mails them outside',
  sources: [
    'https://adriennevermorel.com/notes/looker-studio-credentials-and-security/',
    'https://support.google.com/looker-studio/answer/6371135',
    'https://support.google.com/a/answer/6328616',
    'https://developers.google.com/admin-sdk/reports/v1/appendix/activity/data-studio',
  ],
  facts: [
    'In March 2026 Tenable described LeakyLooker: a report that uses the rights of its owner gives the data of the owner to its readers.',
    'A community connector runs on Apps Script, and the person who adds it grants it scopes.',
    'The rights of the owner stay in the data source, and all readers of the report use them.',
    'A password change does not end tokens of Apps Script.',
    'Calls of Apps Script come from inside Google, so the token log has no address for them.',
  ],
  build: (random) => {
    const org = organization(random, 'brackenford-mills.example', 24)
    const start = time('2026-04-14T00:00:00Z')
    const end = start + 62 * DAY
    const days = background(org, { until: end, days: 170, records: 900 })

    // Colleagues use a connector for advertising figures that may call its own server, and nothing more.
    const known = app(random, 'Adlens Connector', ['userinfo.email', 'script.external_request'])
    const users = [6, 10, 14].map((index) => person(org, index))
    const figures = users.flatMap((who, index) => {
      const first = start - (70 - index * 9) * DAY + 9 * HOUR
      const report = asset(org, who, 'REPORT', `Advertising ${index + 1}`)
      const nights = Array.from({ length: 40 }, (_, night) =>
        connectorCall(org, {
          at: first + (night * 3 + 1) * DAY - 6 * HOUR + random.integer(0, 1800) * 1000,
          who,
          app: known,
          method: 'script.scripts.run',
        }),
      )
      return [
        authorize(org, { at: first, who, app: known }),
        createAsset(org, { at: first + 3 * MINUTE, who, asset: report }),
        mailReport(org, { at: first + 20 * MINUTE, who, asset: report }),
        ...nights,
      ]
    })

    const victim = person(org, 2)
    const consultant = 'h.aldous@lantern-analytics.example'
    const connector = app(random, 'Sheet Union for Looker Studio', [
      'userinfo.email',
      'drive.readonly',
      'spreadsheets.readonly',
      'script.external_request',
    ])
    const begin = start + 10 * HOUR + 14 * MINUTE
    const grant = authorize(org, { at: begin, who: victim, app: connector, from: org.office })
    const report = asset(org, victim, 'REPORT', 'Staff cost overview')
    const source = asset(org, victim, 'DATA_SOURCE', 'Sheet Union - Pay 2026')
    const at = (minutes: number) => ({ at: begin + minutes * MINUTE, who: victim, from: org.office })
    const made = [
      createAsset(org, { ...at(2), asset: report }),
      createAsset(org, { ...at(3), asset: source, connector: 'Sheet Union for Looker Studio', report }),
      ownersCredentials(org, { ...at(4), asset: source }),
    ]
    const opened = [
      shareAsset(org, { ...at(11), asset: report, target: consultant, right: 'CAN_EDIT' }),
      mailReport(org, { ...at(14), asset: report }),
    ]
    const looks = [1, 5, 12].map((day) =>
      viewAsset(org, { ...at(day * 24 * 60 + 90), asset: report, visibility: 'SHARED_EXPLICITLY' }),
    )

    // Every third night, other sheets than the one of the report as well.
    const night = (number: number) => {
      const first = start + (number * 3 + 1) * DAY + 2 * HOUR + random.integer(0, 50) * MINUTE
      const methods = ['drive.files.list', 'sheets.spreadsheets.get', 'sheets.spreadsheets.values.batchGet']
      const calls = Array.from({ length: 9 }, (_, i) =>
        connectorCall(org, { at: first + i * 7000, who: victim, app: connector, method: methods[i % 3] ?? '' }),
      )
      const touched = [0, 1, 2].map((i) =>
        file(org, {
          at: first + 2000 + i * 21_000,
          who: victim,
          from: null,
          name: 'view',
          title: sheets[(number + i) % sheets.length] ?? '',
          kind: 'spreadsheet',
          owner: person(org, 6 + ((number + i) % 3)),
          app: connector,
          more: { api_method: 'sheets.spreadsheets.values.batchGet' },
        }),
      )
      return [...calls, ...touched]
    }
    const before = [0, 1, 2, 3, 4, 5, 6].flatMap(night)
    const password = userAccounts(org, {
      at: start + 22 * DAY + 9 * HOUR,
      who: victim,
      from: org.office,
      type: 'password_change',
      name: 'password_edit',
      values: {},
    })
    const after = Array.from({ length: 12 }, (_, i) => night(8 + i)).flat()

    return {
      records: timeline(days.records, figures, [grant, password], made, opened, looks, before, after),
      firstHostile: idOf(grant),
      dataLeft: ids(before, after),
      required: [
        {
          act: 'One person grants an unknown connector all files and calls to outside servers',
          ids: [idOf(grant)],
          minimum: 'medium',
        },
        {
          act: 'A report with the rights of its owner is opened for an outsider and mailed on a schedule',
          ids: ids(made, opened),
          minimum: 'low',
        },
        { act: 'The connector reads sheets of other owners night after night', ids: ids(before), minimum: 'medium' },
        { act: 'The connector reads on after the password of its user changed', ids: ids(after), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(figures.slice(0, 30))],
    }
  },
})
