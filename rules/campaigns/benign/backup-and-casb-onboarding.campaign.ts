// A reviewed project: a backup product and a data protection product get delegation, and read everything once.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, impersonation, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { type App, DAY, HOUR, ids, MINUTE, network, organization, scope, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title:
    'An administrator delegates mail and files to a backup and a data protection product, which then read all accounts',
  sources: [
    'https://documentation.commvault.com/2024/expert/delegate_domain_wide_authority_to_service_account.html',
    'https://support.google.com/a/answer/162106',
  ],
  resembles:
    'Two new clients with delegation for the whole organization read every mailbox and drive from cloud networks.',
  accounts: 24,
  days: 102,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'northgate-clinic.example', 24)
    const days = background(org, { until: time('2026-05-29T18:00:00Z'), days: 102, records: 1000 })
    const client = (name: string, scopes: readonly string[]): App => ({
      id: random.digits(21),
      name,
      type: 'WEB',
      scopes: scopes.map(scope),
    })
    const backup = client('Vaultline Backup', [
      'https://mail.google.com/',
      'drive',
      'admin.directory.user',
      'admin.directory.group',
      'admin.directory.orgunit',
    ])
    const guard = client('Cloudsieve DLP', [
      'gmail.readonly',
      'drive.readonly',
      'admin.directory.user.readonly',
      'admin.reports.audit.readonly',
    ])
    const start = time('2026-05-19T08:30:00Z')
    const setup = [
      signIn(org, { at: start - 8 * MINUTE, who: org.admin, from: org.office }),
      ...[backup, guard].map((one, index) =>
        admin(org, {
          at: start + index * 26 * MINUTE,
          who: org.admin,
          type: 'DOMAIN_SETTINGS',
          name: 'AUTHORIZE_API_CLIENT_ACCESS',
          values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: one.id, API_SCOPES: one.scopes },
        }),
      ),
    ]
    const products = [
      {
        product: backup,
        from: network('203.0.113.88', 64540, 'IE'),
        account: 'mirror@vaultline-prod.iam.gserviceaccount.com',
      },
      {
        product: guard,
        from: network('203.0.113.140', 64541, 'DE'),
        account: 'scan@cloudsieve-eu.iam.gserviceaccount.com',
      },
    ]
    // First copy in five evenings, then a little each day.
    const work = products.flatMap(({ product, from, account }, place) =>
      org.people.flatMap((who, index) => {
        const first = start + (index % 5) * DAY + (3 + place) * HOUR + index * 6 * MINUTE
        const read = (at: number, count: number) =>
          calls(org, {
            start: at,
            count,
            gap: [1, 9],
            who,
            app: product,
            from,
            methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'drive.files.list', 'drive.files.get'],
            bytes: [4_000, 600_000],
            impersonates: true,
          })
        return [
          impersonation(org, { at: first - 2000, who, app: product, from, account }),
          ...read(first, 24),
          ...[6, 7, 8].flatMap((later) => [
            impersonation(org, { at: start + later * DAY + index * 4 * MINUTE, who, app: product, from, account }),
            ...read(start + later * DAY + index * 4 * MINUTE + 2000, 3),
          ]),
        ]
      }),
    )
    return { records: timeline(days.records, setup, work), ids: ids(setup, work) }
  },
})
