import { dashboard } from './lib/dashboard.ts'
import { application, organization } from './parts.ts'

const credentials = 'oauth.action: "credential_add" or oauth.credential.added > 0'
const owners = 'oauth.action: "owner_add" or oauth.owner.name: *'
const redirects = 'oauth.action: "redirect_change" or oauth.redirect.added: *'
const powers = 'oauth.action: ("app_role_grant" or "permission_request" or "role_grant" or "delegation_grant")'
const weakened =
  'oauth.redirect.implicit: true or oauth.redirect.public_client: true or oauth.action: ("audience_change" or "lock_change")'
const revived = 'oauth.action: ("sp_enable" or "app_restore")'
const all = `(${credentials}) or (${owners}) or (${redirects}) or (${powers}) or (${weakened}) or (${revived})`

export default dashboard({
  title: 'Consentry: Co-opted applications',
  description: 'Is an attacker taking over an existing application with keys, owners, redirect URIs or permissions?',
  menu: { place: 6, label: 'Co-opted' },
  controls: [organization, application, { field: 'user.name', title: 'Changed by' }],
  reading:
    '**Start with credentials:** a second one next to a working one can give somebody else access. **Then open the application:** a token from a new network soon afterwards is a takeover.',
  numbers: [
    {
      id: 'credentials',
      title: 'Credentials added',
      description: 'Secrets, certificates, keys and federated credentials.',
      filter: credentials,
      color: 'high',
    },
    {
      id: 'owners',
      title: 'Owners added',
      description: 'An owner can add credentials without a directory role.',
      filter: owners,
    },
    {
      id: 'redirects',
      title: 'Redirect URIs added',
      description: 'Addresses that can receive authorization codes and tokens.',
      filter: redirects,
    },
    {
      id: 'powers',
      title: 'Permissions and roles gained',
      description: 'Application permissions, directory roles and domain-wide delegation.',
      filter: `(${powers}) and not event.outcome: "failure"`,
    },
    {
      id: 'revived',
      title: 'Enabled again',
      description: 'Applications that were previously disabled or deleted.',
      filter: revived,
    },
  ],
  rows: [
    {
      height: 12,
      panels: [
        {
          kind: 'time_bars',
          id: 'over-time',
          title: 'Changes over time',
          description: 'Credentials, owners, redirect URIs, permissions, weakened flows and enabled applications.',
          width: 34,
          filter: all,
          metric: { of: 'count', label: 'Changes' },
          breakdown: { field: 'oauth.action', size: 12, label: 'Action' },
        },
        {
          kind: 'top_values',
          id: 'actors',
          title: 'Accounts that change applications',
          description:
            'Ask the owner of an account that changes several applications, or one that the account never changed before.',
          shape: 'bars',
          filter: all,
          terms: { field: 'user.name', size: 10, label: 'By' },
          metric: { of: 'unique_count', field: 'service.id', label: 'Applications' },
        },
      ],
    },
    {
      height: 15,
      panels: [
        {
          kind: 'table',
          id: 'credential-table',
          title: 'Added credentials by application',
          description:
            'The application with the most new credentials comes first. “By a new account” is empty until the baseline is ready.',
          width: 34,
          filter: credentials,
          rows: [
            { field: 'service.id', size: 50, label: 'Application id', missing: true },
            { field: 'user.name', size: 10, label: 'Added by', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Credentials' },
            { of: 'count', filter: 'oauth.credential.kind_new: true', label: 'First of its kind' },
            { of: 'count', filter: 'oauth.credential.actor_new: true', label: 'By a new account' },
            { of: 'last_value', field: 'oauth.credential.kind', label: 'Last kind' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
        },
        {
          kind: 'top_values',
          id: 'kinds',
          title: 'Credentials by kind',
          description: 'Secrets, certificates, keys and federated credentials.',
          shape: 'donut',
          filter: credentials,
          terms: { field: 'oauth.credential.kind', size: 4, label: 'Kind', missing: true },
          metric: { of: 'count', label: 'Credentials' },
        },
      ],
    },
    {
      section: 'Permissions and roles',
      height: 13,
      panels: [
        {
          kind: 'events',
          id: 'power-changes',
          title: 'Latest permissions and roles',
          description: 'The application acted on itself where oauth.actor_app.self is true.',
          filter: powers,
          columns: [
            'oauth.grant.tier',
            'oauth.action',
            'service.name',
            'service.id',
            'oauth.grant.scopes_added',
            'oauth.role.name',
            'user.name',
            'oauth.actor_app.self',
          ],
        },
      ],
    },
    {
      section: 'Redirect URIs',
      collapsed: true,
      height: 13,
      panels: [
        {
          kind: 'events',
          id: 'redirect-changes',
          title: 'Latest redirect URIs',
          description:
            'A redirect URI with a tunnel, a free host, http or a wildcard can send authorization codes to another party.',
          filter: 'oauth.redirect.added: *',
          columns: [
            'service.name',
            'service.id',
            'oauth.redirect.added',
            'oauth.redirect.kind',
            'oauth.redirect.domains_new',
            'user.name',
            'source.ip',
          ],
        },
      ],
    },
    {
      section: 'Owners, weakened flows and second credentials',
      collapsed: true,
      height: 13,
      panels: [
        {
          kind: 'events',
          id: 'weakened',
          title: 'Latest weakened flows, owners and enabled applications',
          description: 'Changes that make a takeover easier.',
          width: 34,
          filter: `(${weakened}) or (${owners}) or (${revived})`,
          columns: [
            'oauth.action',
            'service.name',
            'service.id',
            'user.name',
            'oauth.owner.name',
            'oauth.policy.setting',
            'oauth.policy.new',
          ],
        },
        {
          kind: 'table',
          id: 'overlaps',
          title: 'Second credentials still present',
          description: 'Findings: a second credential was added, and both are still present days later.',
          filter: 'oauth.finding.kind: "credential_overlap"',
          rows: [{ field: 'service.id', size: 50, label: 'Application id', missing: true }],
          metrics: [{ of: 'max', field: 'oauth.finding.value', label: 'Credentials' }],
        },
      ],
    },
  ],
})
