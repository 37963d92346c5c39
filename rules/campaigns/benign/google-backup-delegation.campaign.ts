// The administrator sets up a backup product: delegation for its client, then a first full backup and nightly runs.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, impersonation, signIn, use } from '../google-events.ts'
import { type App, DAY, HOUR, ids, MINUTE, network, organization, scope, time, timeline } from '../google-layouts.ts'

const start = time('2026-02-25T10:05:00Z')

export default benignWork({
  title: 'Backup product set up with domain-wide delegation',
  sources: [
    'https://support.google.com/a/answer/162106',
    'https://developers.google.com/identity/protocols/oauth2/service-account',
  ],
  resembles: 'A new client may act for all users, and the first run reads every mailbox and drive within hours.',
  accounts: 14,
  days: 8,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'oakhollow.example', 14)
    const quietDays = background(org, { until: start + 9 * DAY, days: 55, records: 240 })
    const number = `1${random.digits(20)}`
    const scopes = ['gmail.readonly', 'drive.readonly', 'calendar.readonly', 'admin.directory.user.readonly'].map(scope)
    const client: App = { id: number, name: number, type: 'TYPE_UNSPECIFIED', scopes }
    const account = 'tenant-backup@keepsafe-backup-prod.iam.gserviceaccount.com'
    const server = network('203.0.113.70', 64525, 'DE', 'DE-HE')
    const setup = [
      signIn(org, { at: start, who: org.admin }),
      admin(org, {
        at: start + 9 * MINUTE,
        who: org.admin,
        type: 'DOMAIN_SETTINGS',
        name: 'AUTHORIZE_API_CLIENT_ACCESS',
        values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: number, API_SCOPES: scopes },
      }),
    ]
    const runs = [0, 1, 2, 3, 4, 5, 6].flatMap((night) =>
      org.people.flatMap((who, index) => {
        const at = start + night * DAY + 9 * HOUR + index * 12 * MINUTE
        const count = night === 0 ? 6 : 2
        return [
          impersonation(org, { at, who, from: server, app: client, account }),
          ...Array.from({ length: count }, (_, step) =>
            use(org, {
              at: at + 2000 + step * 4000,
              who,
              app: client,
              from: server,
              method: step % 2 === 0 ? 'gmail.users.messages.get' : 'drive.files.get',
              bytes: night === 0 ? random.integer(300_000, 4_000_000) : random.integer(5000, 90_000),
              impersonates: true,
            }),
          ),
        ]
      }),
    )
    return { records: timeline(quietDays.records, setup, runs), ids: ids(setup, runs) }
  },
})
