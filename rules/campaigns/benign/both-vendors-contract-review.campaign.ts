import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, file } from '../google-events.ts'
import { calls, consents, run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { appRole, sharePointFile, tenantOf } from '../google-m365-layouts.ts'

export default benignWork({
  title:
    'The lawyers of a company with both vendors read all contracts with a review tool before the end of the quarter',
  sources: [
    'https://support.google.com/a/answer/7281227',
    'https://learn.microsoft.com/en-us/graph/permissions-selected-overview',
  ],
  resembles:
    'A new tool gets read access to Drive and SharePoint and downloads some hundred contracts within four days.',
  accounts: 4,
  days: 12,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'merrowfield.example', 20)
    const tenant = tenantOf(org)
    const start = time('2026-06-15T09:10:00Z')
    const quietDays = background(org, { until: start + 13 * DAY, days: 88, records: 700 })
    const tool = app(random, 'Clausewell Review', ['drive.readonly', 'userinfo.email', 'openid'])
    const vendor = network('192.0.2.150', 16509, 'DE', 'DE-HE')
    const lawyers = inUnit(org, 'People')
    const trusted = admin(org, {
      at: start,
      who: org.admin,
      type: 'SECURITY_SETTINGS',
      name: 'ADD_TO_TRUSTED_OAUTH2_APPS',
      values: {
        OAUTH2_APP_ID: tool.id,
        OAUTH2_APP_NAME: tool.name,
        OAUTH2_APP_TYPE: 'WEB_APPLICATION',
        ORG_UNIT_NAME: '/People',
      },
    })
    const microsoft = { id: random.uuid(), name: tool.name, principal: random.uuid() }
    const role = appRole(tenant, {
      at: start + 25 * MINUTE,
      who: org.admin,
      app: microsoft,
      role: { id: '883ea226-0bf2-4a8f-9f9d-92c9162a727d', value: 'Sites.Selected', display: 'Access selected sites' },
      resource: random.uuid(),
    })
    const grants = consents(org, { start: start + HOUR, gap: [300, 4000], people: lawyers, app: tool })
    const days = [1, 2, 3, 7].map((day) => start + day * DAY)
    const api = days.flatMap((day) =>
      lawyers.flatMap((who, place) =>
        calls(org, {
          start: day + place * 40 * MINUTE,
          count: 30,
          gap: [4, 70],
          who,
          app: tool,
          from: vendor,
          methods: ['drive.files.list', 'drive.files.get', 'drive.files.get', 'drive.files.export'],
          bytes: [30_000, 600_000],
        }),
      ),
    )
    const titles = ['Master agreement', 'Lease', 'Data processing annex', 'Supply contract', 'Amendment']
    const drive = days.flatMap((day) =>
      run(org, { start: day + 20 * MINUTE, count: 40, gap: [20, 200] }, (at) =>
        file(org, {
          at,
          who: random.pick(lawyers),
          from: vendor,
          name: 'download',
          kind: random.pick(['pdf', 'document']),
          title: random.pick(titles),
          owner: random.pick(lawyers),
          app: tool,
        }),
      ),
    )
    // The role is one of the application: SharePoint names no person.
    const service = { ...org.admin, email: 'app@sharepoint' }
    const sites = days.flatMap((day) =>
      run(org, { start: day + 3 * HOUR, count: 35, gap: [15, 150] }, (at) =>
        sharePointFile(tenant, {
          at,
          who: service,
          from: vendor,
          operation: 'FileDownloaded',
          title: `${random.pick(titles)} ${random.integer(100, 999)}`,
          site: 'Contracts',
          userAgent: 'Clausewell/4.2 (+https://clausewell.example)',
          app: microsoft,
        }),
      ),
    )
    return {
      records: timeline(quietDays.records, [trusted, role], grants, api, drive, sites),
      ids: ids([trusted, role], grants, api, drive, sites),
    }
  },
})
