import { dashboard } from './lib/dashboard.ts'

const credentials = 'oauth.action: "credential_add" or oauth.credential.added > 0'
const owners = 'oauth.action: "owner_add" or oauth.owner.name: *'
const redirects = 'oauth.action: "redirect_change" or oauth.redirect.added: *'
const powers = 'oauth.action: ("app_role_grant" or "permission_request" or "role_grant" or "delegation_grant")'
const weakened =
  'oauth.redirect.implicit: true or oauth.redirect.public_client: true or oauth.action: ("audience_change" or "lock_change")'
const revived = 'oauth.action: ("sp_enable" or "app_restore")'

export default dashboard({
  id: 'co-opted-applications',
  title: 'Consentry: Co-opted applications',
  description: 'Is an attacker taking over an existing application with keys, owners, redirect URIs or permissions?',
  menu: { place: 6, label: 'Co-opted' },
  datasets: 'all',
  time: { from: 'now-30d', to: 'now' },
  controls: [
    { field: 'organization.id', title: 'Organization' },
    { field: 'service.id', title: 'Application id' },
    { field: 'user.name', title: 'Changed by' },
  ],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'credentials',
          title: 'Credentials added',
          description: 'Secrets, certificates, keys and federated credentials.',
          filter: credentials,
          metric: { of: 'count' },
          color: 'high',
        },
        {
          kind: 'metric',
          id: 'owners',
          title: 'Owners added',
          description: 'An owner can add credentials without a directory role.',
          filter: owners,
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'redirects',
          title: 'Redirect URIs added',
          description: 'Addresses that can receive authorization codes and tokens.',
          filter: redirects,
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'powers',
          title: 'Permissions and roles gained',
          description: 'Application permissions, directory roles and domain-wide delegation.',
          filter: `(${powers}) and not event.outcome: "failure"`,
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'revived',
          title: 'Enabled again',
          description: 'Applications that were disabled or deleted before.',
          filter: revived,
          metric: { of: 'count' },
        },
      ],
    },
    {
      height: 13,
      panels: [
        {
          kind: 'time_bars',
          id: 'over-time',
          title: 'Changes over time',
          width: 34,
          filter: `(${credentials}) or (${owners}) or (${redirects}) or (${powers}) or (${weakened}) or (${revived})`,
          metric: { of: 'count', label: 'Changes' },
          breakdown: { field: 'oauth.action', size: 12, label: 'Action' },
        },
        {
          kind: 'top_values',
          id: 'kinds',
          title: 'Credentials by kind',
          shape: 'donut',
          filter: credentials,
          terms: { field: 'oauth.credential.kind', size: 4, label: 'Kind', missing: true },
          metric: { of: 'count', label: 'Credentials' },
        },
      ],
    },
    {
      height: 16,
      panels: [
        {
          kind: 'table',
          id: 'credential-table',
          title: 'Added credentials by application',
          width: 32,
          filter: credentials,
          rows: [
            { field: 'service.id', size: 50, label: 'Application id', missing: true, orderBy: 3 },
            { field: 'user.name', size: 10, label: 'Added by', missing: true, orderBy: 3 },
            { field: 'oauth.credential.kind', size: 4, label: 'Kind', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Credentials' },
            { of: 'count', filter: 'oauth.credential.kind_new: true', label: 'First of its kind' },
            { of: 'count', filter: 'oauth.credential.actor_new: true', label: 'By a new account' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 3,
        },
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          text: `**Start with credentials.** A second credential next to a working one gives access to somebody else. In a rotation, the old credential disappears within days.

**Then check the account.** Contact an account that adds credentials to several applications, or to an application that it never changed before.

**Then check the use.** Click the application and open *One application*. A token from a new network soon after a new credential indicates a takeover.

- *First of its kind*: for example, an application with secrets receives a federated credential of an unknown build system.
- *By a new account* is empty until the baseline is ready.
- A redirect URI with a tunnel, a free host, \`http\` or a wildcard gives authorization codes to the owner of that host.
- *By the application itself* counts permissions that an application granted to itself.
`,
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'table',
          id: 'redirect-table',
          title: 'Redirect URIs added, latest first',
          filter: 'oauth.redirect.added: *',
          rows: [
            { field: 'service.id', size: 30, label: 'Application id', missing: true, orderBy: 1 },
            { field: 'oauth.redirect.added_domains', size: 10, label: 'Host', missing: true, orderBy: 1 },
            { field: 'oauth.redirect.kind', size: 6, label: 'Kind', missing: true },
          ],
          metrics: [
            { of: 'count', filter: 'oauth.redirect.domains_new: *', label: 'With a new host' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 1,
        },
        {
          kind: 'table',
          id: 'power-table',
          title: 'Permissions and roles gained, latest first',
          filter: powers,
          rows: [
            { field: 'service.id', size: 30, label: 'Application id', missing: true, orderBy: 2 },
            { field: 'oauth.action', size: 4, label: 'Action' },
            { field: 'user.name', size: 5, label: 'By', missing: true, orderBy: 2 },
          ],
          metrics: [
            { of: 'max', field: 'oauth.grant.tier_rank', label: 'Most severe tier (3 critical, 0 low)' },
            { of: 'count', filter: 'oauth.actor_app.self: true', label: 'By the application itself' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 2,
        },
      ],
    },
    {
      height: 12,
      panels: [
        {
          kind: 'top_values',
          id: 'actors',
          title: 'Accounts that change applications',
          shape: 'bars',
          filter: `(${credentials}) or (${owners}) or (${redirects}) or (${powers}) or (${weakened}) or (${revived})`,
          terms: { field: 'user.name', size: 15, label: 'By' },
          metric: { of: 'unique_count', field: 'service.id', label: 'Applications' },
        },
        {
          kind: 'table',
          id: 'overlaps',
          title: 'Second credentials still present',
          description: 'Findings: a second credential was added, and both are still present days later.',
          filter: 'oauth.finding.kind: "credential_overlap"',
          rows: [{ field: 'service.id', size: 50, label: 'Application id', missing: true, orderBy: 1 }],
          metrics: [
            { of: 'max', field: 'oauth.finding.value', label: 'Credentials' },
            { of: 'max', field: '@timestamp', label: 'Due' },
          ],
          sortBy: 1,
          pageSize: 10,
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'events',
          id: 'weakened',
          title: 'Weakened flows, owners and enabled applications',
          filter: `(${weakened}) or (${owners}) or (${revived})`,
          columns: [
            'oauth.action',
            'service.name',
            'service.id',
            'user.name',
            'oauth.owner.name',
            'oauth.redirect.implicit',
            'oauth.redirect.public_client',
            'oauth.policy.setting',
            'oauth.policy.new',
            'source.ip',
          ],
        },
      ],
    },
  ],
})
