// The marketing team builds dashboards over two community connectors, and shares them with its agency.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file, userAccounts } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, organization, time, timeline } from '../google-layouts.ts'
import {
  asset,
  connectorCall,
  createAsset,
  mailReport,
  ownersCredentials,
  shareAsset,
  viewAsset,
} from '../google-reports.ts'

export default benignWork({
  title: 'Nine people build dashboards over two community connectors, and share them with their agency',
  sources: [
    'https://support.google.com/looker-studio/answer/6371135',
    'https://developers.google.com/looker-studio/connector/auth',
    'https://developers.google.com/admin-sdk/reports/v1/appendix/activity/data-studio',
  ],
  resembles:
    'New clients with sheets and outside servers, reports with the rights of the owner, an outside reader, and calls each night without an address.',
  accounts: 9,
  days: 58,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'pearmain-juice.example', 30)
    const start = time('2026-03-02T00:00:00Z')
    const end = start + 58 * DAY
    const days = background(org, { until: end, days: 130, records: 850 })
    const figures = app(random, 'Campaign Figures Connector', ['userinfo.email', 'script.external_request'])
    const sheets = app(random, 'Multi Sheet Connector', [
      'userinfo.email',
      'spreadsheets.readonly',
      'script.external_request',
    ])
    const team = org.people.slice(3, 12)
    const work = team.flatMap((who, index) => {
      const first = start + (Math.floor(index / 3) * 2 + 1) * DAY + 9 * HOUR + (index % 3) * 22 * MINUTE
      const connector = index % 3 === 2 ? sheets : figures
      const report = asset(org, who, 'REPORT', `Spring campaign ${index + 1}`)
      const source = asset(org, who, 'DATA_SOURCE', `${connector.name} - ${index + 1}`)
      const at = (minutes: number) => ({ at: first + minutes * MINUTE, who, from: org.office })
      const built = [
        authorize(org, { ...at(0), app: connector }),
        createAsset(org, { ...at(3), asset: report }),
        createAsset(org, { ...at(4), asset: source, connector: connector.name, report }),
        ownersCredentials(org, { ...at(6), asset: source }),
        ...(index % 2 === 0
          ? [
              shareAsset(org, { ...at(50), asset: report, target: 'reports@hollis-agency.example', right: 'CAN_VIEW' }),
              mailReport(org, { ...at(55), asset: report }),
            ]
          : []),
        ...[2, 9, 16, 23].map((day) =>
          viewAsset(org, { ...at(day * 24 * 60 + 40), asset: report, visibility: 'SHARED_EXPLICITLY' }),
        ),
      ]
      // The cache of a report is filled again each night of a working week.
      const nights = Array.from({ length: 36 }, (_, night) => {
        const at =
          start + (8 + Math.floor(night / 5) * 7 + (night % 5)) * DAY + 3 * HOUR + random.integer(0, 2400) * 1000
        const method = connector === sheets ? 'sheets.spreadsheets.values.batchGet' : 'script.scripts.run'
        const call = connectorCall(org, { at, who, app: connector, method })
        if (connector !== sheets) return [call]
        const opened = file(org, {
          at: at + 1000,
          who,
          from: null,
          name: 'view',
          title: `Campaign budget ${index + 1}`,
          kind: 'spreadsheet',
          owner: who,
          app: connector,
          more: { api_method: method },
        })
        return [call, opened]
      }).flat()
      return [...built, ...nights]
    })
    // Two of them change their passwords in these weeks, as the yearly reminder asks.
    const passwords = [team[2], team[5]].map((who, index) =>
      userAccounts(org, {
        at: start + (27 + index * 4) * DAY + 8 * HOUR,
        who: who ?? org.admin,
        from: org.office,
        type: 'password_change',
        name: 'password_edit',
        values: {},
      }),
    )
    return { records: timeline(days.records, work, passwords), ids: ids(work, passwords) }
  },
})
