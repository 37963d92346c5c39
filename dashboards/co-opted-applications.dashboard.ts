import { dashboard } from './lib/dashboard.ts'
import { count, last, max, unique } from './lib/metrics.ts'
import { collapsed, events, number, row, section, table, timeBars, topValues } from './lib/short-forms.ts'
import { applicationIds, values } from './lib/terms.ts'
import { application, organization, succeeded } from './parts.ts'

const credentials = `(oauth.action: "credential_add" or oauth.credential.added > 0) and ${succeeded}`
const owners = `oauth.action: "owner_add" and ${succeeded}`
const redirects = `oauth.redirect.added: * and ${succeeded}`
const powers = `oauth.action: ("app_role_grant" or "role_grant" or "delegation_grant") and ${succeeded}`
const requests = `oauth.action: "permission_request" and ${succeeded}`
const weakened = `(oauth.redirect.implicit: true or oauth.redirect.public_client: true or oauth.action: ("audience_change" or "lock_change")) and ${succeeded}`
const revived = `oauth.action: ("sp_enable" or "app_restore") and ${succeeded}`
const all = `(${credentials}) or (${owners}) or (${redirects}) or (${powers}) or (${requests}) or (${weakened}) or (${revived})`

export default dashboard({
  title: 'Consentry: Co-opted applications',
  description: 'Is an attacker taking over an existing application with keys, owners, redirect URIs or permissions?',
  menu: { place: 6, label: 'Co-opted' },
  controls: [organization, application, { field: 'user.name', title: 'Changed by' }],
  reading:
    '**Start with credentials:** a second one next to a working one can give somebody else access. **Then open the application:** a token from a new network soon afterwards is a takeover.',
  numbers: [
    number('credentials', {
      title: 'Credentials added',
      description: 'Secrets, certificates, keys and federated credentials.',
      filter: credentials,
      color: 'high',
    }),
    number('owners', {
      title: 'Owners added',
      description: 'An owner can add credentials without a directory role.',
      filter: owners,
    }),
    number('redirects', {
      title: 'Redirect URIs added',
      description: 'Addresses that can receive authorization codes and tokens.',
      filter: redirects,
    }),
    number('powers', {
      title: 'Permissions and roles gained',
      description: 'Application permissions, directory roles and domain-wide delegation.',
      filter: powers,
    }),
    number('revived', {
      title: 'Enabled again',
      description: 'Distinct applications that were previously disabled or deleted.',
      filter: revived,
      metric: { of: 'unique_count', field: 'service.id' },
    }),
  ],
  rows: [
    row(12, [
      timeBars('over-time', {
        title: 'Changes over time',
        description: 'Credentials, owners, redirect URIs, permissions, weakened flows and enabled applications.',
        width: 34,
        filter: all,
        metric: count('Changes'),
        breakdown: values('oauth.action', 12, 'Action'),
      }),
      topValues('actors', {
        title: 'Accounts that change applications',
        description:
          'Ask the owner of an account that changes several applications, or one that the account never changed before.',
        shape: 'bars',
        filter: all,
        terms: values('user.name', 10, 'By'),
        metric: unique('service.id', 'Applications'),
      }),
    ]),
    row(15, [
      table('credential-table', {
        title: 'Added credentials by application',
        description:
          'The application with the most new credentials comes first. “By a new account” is empty until the baseline is ready.',
        width: 34,
        filter: credentials,
        rows: [applicationIds(50), values('user.name', 10, 'Added by', { missing: true })],
        metrics: [
          count('Credentials'),
          count('First of its kind', 'oauth.credential.kind_new: true'),
          count('By a new account', 'oauth.credential.actor_new: true'),
          last('oauth.credential.kind', 'Last kind'),
          max('@timestamp', 'Last'),
        ],
      }),
      topValues('kinds', {
        title: 'Credentials by kind',
        description: 'Secrets, certificates, keys and federated credentials.',
        shape: 'donut',
        filter: credentials,
        terms: values('oauth.credential.kind', 4, 'Kind', { missing: true }),
        metric: count('Credentials'),
      }),
    ]),
    section('Permissions and roles', 13, [
      events('power-changes', {
        title: 'Latest permissions and roles',
        description: 'Granted and requested rights. If oauth.actor_app.self is true, the application acted on itself.',
        filter: `(${powers}) or (${requests})`,
        columns:
          'oauth.grant.tier oauth.action service.name service.id oauth.grant.scopes_added oauth.role.name user.name oauth.actor_app.self',
      }),
    ]),
    collapsed('Redirect URIs', 13, [
      events('redirect-changes', {
        title: 'Latest redirect URIs',
        description:
          'A redirect URI with a tunnel, a free host, http or a wildcard can send authorization codes to another party.',
        filter: redirects,
        columns:
          'service.name service.id oauth.redirect.added oauth.redirect.kind oauth.redirect.domains_new user.name source.ip',
      }),
    ]),
    collapsed('Owners, weakened flows and second credentials', 13, [
      events('weakened', {
        title: 'Latest weakened flows, owners and enabled applications',
        description: 'Changes that make a takeover easier.',
        width: 34,
        filter: `(${weakened}) or (${owners}) or (${revived})`,
        columns:
          'oauth.action service.name service.id user.name oauth.owner.name oauth.policy.setting oauth.policy.new',
      }),
      table('overlaps', {
        title: 'Second credentials still present',
        description: 'Findings: a second credential was added, and both are still present days later.',
        filter: 'oauth.finding.kind: "credential_overlap"',
        rows: [applicationIds(50)],
        metrics: [max('oauth.finding.value', 'Credentials')],
      }),
    ]),
  ],
})
