import { dashboard } from './lib/dashboard.ts'

const acts = 'oauth.action: ("consent" or "delegated_grant" or "app_role_grant" or "delegation_grant" or "app_install")'
const refusals = 'oauth.action: ("consent_block" or "consent_request" or "token_deny")'
// Google's events carry no outcome, so success cannot be asked for.
const granted = `${acts} and not event.outcome: "failure"`
const odd =
  'oauth.app.lookalike_of: * or oauth.app.name_flags: * or oauth.app.known_abused: true or oauth.app.twin_of: *'

export default dashboard({
  id: 'consents-and-grants',
  title: 'Consentry: Consents and grants',
  description:
    'Which applications received access to which data, which accounts granted it, and which requests were refused?',
  menu: { place: 2, label: 'Consents' },
  datasets: [
    'o365.audit',
    'azure.auditlogs',
    'google_workspace.token',
    'google_workspace.admin',
    'google_workspace.chrome',
  ],
  time: { from: 'now-30d', to: 'now' },
  controls: [
    { field: 'organization.id', title: 'Organization' },
    { field: 'service.id', title: 'Application id' },
    { field: 'oauth.account.name', title: 'Account' },
  ],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'consents',
          title: 'Consents',
          description: 'Successful consents by users and administrators.',
          filter: 'oauth.action: "consent" and not event.outcome: "failure"',
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'tenant-wide',
          title: 'Tenant-wide grants',
          description: 'Grants for every account. One administrator action can create several.',
          filter: `${granted} and oauth.grant.breadth: "tenant"`,
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'high-or-critical',
          title: 'High or critical grants',
          description: 'Grants with a high or critical permission.',
          filter: `${granted} and oauth.grant.tier: ("high" or "critical")`,
          metric: { of: 'count' },
          color: 'high',
        },
        {
          kind: 'metric',
          id: 'applications',
          title: 'Applications granted access',
          description: 'Distinct applications in all grants.',
          filter: granted,
          metric: { of: 'unique_count', field: 'service.id' },
        },
        {
          kind: 'metric',
          id: 'odd',
          title: 'Grants to suspicious applications',
          description: 'Known from attacks, or with an imitated, generic or duplicate name.',
          filter: `${granted} and (${odd})`,
          metric: { of: 'count' },
          color: 'critical',
        },
      ],
    },
    {
      height: 13,
      panels: [
        {
          kind: 'time_bars',
          id: 'over-time',
          title: 'Consents, grants and refusals over time',
          width: 34,
          filter: `(${acts}) or (${refusals})`,
          metric: { of: 'count', label: 'Acts' },
          breakdown: { field: 'oauth.action', size: 10, label: 'Action' },
        },
        {
          kind: 'top_values',
          id: 'tiers',
          title: 'Grants by tier',
          description: 'Tier of the most severe permission. Grants without a tier contain no known permission.',
          shape: 'donut',
          filter: granted,
          terms: { field: 'oauth.grant.tier', size: 5, label: 'Tier', missing: true },
          metric: { of: 'count', label: 'Grants' },
        },
      ],
    },
    {
      height: 18,
      panels: [
        {
          kind: 'table',
          id: 'grants',
          title: 'Grants, latest first',
          filter: granted,
          rows: [
            { field: 'service.id', size: 50, label: 'Application id', missing: true, orderBy: 1 },
            { field: 'oauth.account.name', size: 10, label: 'Account', missing: true, orderBy: 1 },
            { field: 'oauth.grant.tier', size: 5, label: 'Tier', missing: true },
            { field: 'oauth.grant.breadth', size: 5, label: 'Covers', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Grants' },
            { of: 'max', field: '@timestamp', label: 'Last seen' },
          ],
          sortBy: 1,
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'table',
          id: 'new-applications',
          title: 'Applications granted access for the first time',
          description:
            'First grants that the entity store has seen. Every application counts as new in the first days.',
          width: 32,
          filter: `${granted} and oauth.app.users: 0`,
          rows: [
            { field: 'service.id', size: 50, label: 'Application id', missing: true, orderBy: 3 },
            { field: 'oauth.grant.tier', size: 4, label: 'Tier', missing: true },
          ],
          metrics: [
            { of: 'unique_count', field: 'oauth.account.name', label: 'Accounts' },
            { of: 'count', filter: odd, label: 'Suspicious' },
            { of: 'min', field: '@timestamp', label: 'First grant' },
            { of: 'max', field: '@timestamp', label: 'Last grant' },
          ],
          sortBy: 3,
          pageSize: 10,
        },
        {
          kind: 'top_values',
          id: 'countries',
          title: 'Origin of grants',
          shape: 'bars',
          filter: granted,
          terms: { field: 'source.geo.country_iso_code', size: 15, label: 'Country' },
          metric: { of: 'count', label: 'Grants' },
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'table',
          id: 'top-applications',
          title: 'Top applications by granting accounts',
          filter: granted,
          rows: [{ field: 'service.id', size: 50, label: 'Application id' }],
          metrics: [{ of: 'unique_count', field: 'oauth.account.name', label: 'Accounts' }],
          sortBy: 0,
          pageSize: 10,
        },
        {
          kind: 'top_values',
          id: 'top-scopes',
          title: 'Top granted permissions',
          shape: 'bars',
          filter: granted,
          terms: { field: 'oauth.grant.scopes', size: 15, label: 'Permission' },
          metric: { of: 'count', label: 'Grants' },
        },
      ],
    },
    {
      height: 15,
      panels: [
        {
          kind: 'table',
          id: 'refused',
          title: 'Refused, failed and pending consents',
          description: 'Blocked by policy or risk, denied by the user, waiting for an administrator, or failed.',
          width: 32,
          filter: `(${refusals}) or (${acts} and event.outcome: "failure")`,
          rows: [
            { field: 'service.id', size: 50, label: 'Application id', missing: true, orderBy: 1 },
            { field: 'oauth.account.name', size: 10, label: 'Account', missing: true, orderBy: 1 },
            { field: 'oauth.action', size: 8, label: 'Action' },
            { field: 'oauth.grant.reason', size: 5, label: 'Reason', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Times' },
            { of: 'max', field: '@timestamp', label: 'Last seen' },
          ],
          sortBy: 1,
        },
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          text: `**Start with the numbers.** Most weeks have few tenant-wide, high or critical grants: review each of them.

**Then read the tables.** A new application with a high tier and many accounts within a short time indicates a consent campaign. One account with a tenant-wide grant is an administrator: ask whether the grant was planned.

**Then select the application** in the controls above. Click a bar to filter by its value.

- *Tier* is the severity of the highest permission in the grant, if a stranger owns the application.
- *Account* is the owner of the data or right. *Covers* is one user, a group or the whole tenant.
- An act in two log sources counts once. Remove the filter *Each act once* to show both records.
- *Suspicious* counts applications that are known from attacks, and imitated, generic or duplicate names.
- Google records contain no outcome. They report only completed acts.
- After a refusal, search the grants for the same application: a second attempt may have succeeded.
`,
        },
      ],
    },
  ],
})
