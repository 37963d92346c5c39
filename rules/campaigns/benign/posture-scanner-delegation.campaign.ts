// A posture scanner with read-only delegation looks at settings and logs every night.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { accountEmail } from '../google-cloud-layouts.ts'
import { admin, impersonation } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, scope, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Security posture scanner with a read-only delegation',
  sources: ['https://github.com/cisagov/ScubaGoggles', 'https://support.google.com/a/answer/162106'],
  resembles: 'A new delegation lets a service account list all people, groups, units and logs at night.',
  accounts: 1,
  days: 28,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'greycove-health.example', 14)
    const account = { project: 'greycove-security', name: 'posture-scan', number: `1${random.digits(20)}` }
    const scanner = {
      id: account.number,
      name: 'posture-scan',
      type: 'WEB',
      scopes: [
        'admin.reports.audit.readonly',
        'admin.directory.domain.readonly',
        'admin.directory.user.readonly',
        'admin.directory.group.readonly',
        'admin.directory.orgunit.readonly',
        'cloud-identity.policies.readonly',
      ].map(scope),
    }
    const server = network('192.0.2.243', 64554, 'DE', 'DE-HE')
    const start = time('2026-10-13T10:30:00Z')
    const days = 28
    const quietDays = background(org, { until: start + days * DAY, days: 95, records: 220 })
    const delegation = admin(org, {
      at: start,
      who: org.admin,
      type: 'DOMAIN_SETTINGS',
      name: 'AUTHORIZE_API_CLIENT_ACCESS',
      values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: scanner.id, API_SCOPES: scanner.scopes },
    })
    const nights = Array.from({ length: days - 1 }, (_, night) => start + night * DAY + 16 * HOUR)
    const scans = [start + 20 * MINUTE, ...nights].flatMap((at) => [
      impersonation(org, { at, who: org.admin, app: scanner, from: server, account: accountEmail(account) }),
      ...calls(org, {
        start: at + 3_000,
        count: 9,
        gap: [1, 8],
        who: org.admin,
        app: scanner,
        from: server,
        methods: ['directory.users.list', 'directory.groups.list', 'reports.activities.list'],
        bytes: [3_000, 90_000],
        impersonates: true,
      }),
    ])
    return { records: timeline(quietDays.records, [delegation], scans), ids: ids([delegation], scans) }
  },
})
