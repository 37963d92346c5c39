// After approval a migration tool copies mailboxes and files from Workspace to Microsoft 365.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, impersonation, use } from '../google-events.ts'
import { type App, DAY, HOUR, ids, MINUTE, network, organization, scope, time, timeline } from '../google-layouts.ts'
import { appRole, sharePointFile, tenantOf } from '../google-m365-layouts.ts'

const start = time('2026-06-05T08:40:00Z')

export default benignWork({
  title: 'Migration tool with delegation in Workspace and application roles in Microsoft 365',
  sources: [
    'https://learn.microsoft.com/en-us/exchange/mailbox-migration/perform-g-suite-migration',
    'https://support.google.com/a/answer/162106',
  ],
  resembles: 'Tenant-wide grants on both sides, then one client reads many mailboxes and drives over a weekend.',
  accounts: 13,
  days: 4,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'stonebridge.example', 13)
    const tenant = tenantOf(org)
    const quietDays = background(org, { until: start + 5 * DAY, days: 90, records: 280 })
    const server = network('203.0.113.90', 64528, 'IE', 'IE-D')
    const number = `1${random.digits(20)}`
    const scopes = ['https://mail.google.com/', 'drive', 'calendar', 'admin.directory.user.readonly'].map(scope)
    const client: App = { id: number, name: number, type: 'TYPE_UNSPECIFIED', scopes }
    const account = 'mover@stonebridge-migration.iam.gserviceaccount.com'
    const target = { id: random.uuid(), name: 'Stonebridge Migration', principal: random.uuid() }
    const resource = random.uuid()
    const roles = [
      {
        id: 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
        value: 'Mail.ReadWrite',
        display: 'Read and write mail in all mailboxes',
      },
      {
        id: '75359482-378d-4052-8f01-80520e7db3cd',
        value: 'Files.ReadWrite.All',
        display: 'Read and write files in all site collections',
      },
    ]
    const setup = [
      admin(org, {
        at: start,
        who: org.admin,
        type: 'DOMAIN_SETTINGS',
        name: 'AUTHORIZE_API_CLIENT_ACCESS',
        values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: number, API_SCOPES: scopes },
      }),
      ...roles.map((role, index) =>
        appRole(tenant, { at: start + 15 * MINUTE + index * 1000, who: org.admin, app: target, role, resource }),
      ),
    ]
    const moves = org.people.flatMap((who, index) => {
      const at = start + 10 * HOUR + index * 95 * MINUTE
      return [
        impersonation(org, { at, who, from: server, app: client, account }),
        ...Array.from({ length: 8 }, (_, step) =>
          use(org, {
            at: at + 2000 + step * 30_000,
            who,
            app: client,
            from: server,
            method: step < 5 ? 'gmail.users.messages.get' : 'drive.files.get',
            bytes: random.integer(200_000, 3_000_000),
            impersonates: true,
          }),
        ),
        ...[0, 1, 2].map((step) =>
          sharePointFile(tenant, {
            at: at + 6 * MINUTE + step * 20_000,
            who,
            from: server,
            operation: 'FileUploaded',
            title: `Moved document ${index * 3 + step + 1}`,
            site: 'Moved',
            userAgent: 'Stonebridge-Mover/4.2',
            app: target,
          }),
        ),
      ]
    })
    return { records: timeline(quietDays.records, setup, moves), ids: ids(setup, moves) }
  },
})
