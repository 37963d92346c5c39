import { dashboard } from './lib/dashboard.ts'

const use = 'oauth.action: ("app_use" or "app_sign_in")'
const ended = 'oauth.account.status: ("disabled" or "suspended" or "archived" or "deleted")'
const afterEnd = `${use} and ${ended}`
const afterRevocation = `${use} and oauth.grant.revoked: *`
const afterReset = `${use} and oauth.account.reset_age_hours >= 0 and oauth.account.signed_in_since_reset: false`
const elsewhere = `${use} and oauth.account.linked_status: ("disabled" or "suspended" or "archived" or "deleted")`
const leftBehind = 'oauth.finding.kind: "containment_gap"'

export default dashboard({
  id: 'grants-that-outlive-accounts',
  title: 'Consentry: Grants that outlive accounts',
  description: 'Which applications are active, or could be, for accounts that were disabled, deleted or reset?',
  menu: { place: 7, label: 'Outlived' },
  datasets: 'all',
  time: { from: 'now-30d', to: 'now' },
  controls: [
    { field: 'organization.id', title: 'Organization' },
    { field: 'oauth.account.name', title: 'Account' },
    { field: 'service.id', title: 'Application id' },
  ],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'after-end',
          title: 'Uses after an account ended',
          description: 'Uses and tokens while the account was disabled, suspended, archived or deleted.',
          filter: afterEnd,
          metric: { of: 'count' },
          color: 'critical',
        },
        {
          kind: 'metric',
          id: 'ended-accounts',
          title: 'Ended accounts with active applications',
          filter: afterEnd,
          metric: { of: 'unique_count', field: 'oauth.account.name' },
        },
        {
          kind: 'metric',
          id: 'after-revocation',
          title: 'Uses after a revocation',
          description: 'Uses and tokens of a grant that was revoked and not granted again.',
          filter: afterRevocation,
          metric: { of: 'count' },
          color: 'high',
        },
        {
          kind: 'metric',
          id: 'after-reset',
          title: 'Uses after a reset',
          description: 'Uses and tokens after a password reset, before the owner signed in again.',
          filter: afterReset,
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'left-behind',
          title: 'Grants not revoked after offboarding',
          description: 'Findings: an account ended, and one of its grants was still present a day later.',
          filter: leftBehind,
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
          title: 'Uses and tokens for accounts that have ended',
          width: 34,
          filter: afterEnd,
          metric: { of: 'count', label: 'Uses and tokens' },
          breakdown: { field: 'service.id', size: 8, label: 'Application id', missing: true },
        },
        {
          kind: 'top_values',
          id: 'statuses',
          title: 'Account status',
          shape: 'donut',
          filter: afterEnd,
          terms: { field: 'oauth.account.status', size: 5, label: 'Status' },
          metric: { of: 'unique_count', field: 'oauth.account.name', label: 'Accounts' },
        },
      ],
    },
    {
      height: 16,
      panels: [
        {
          kind: 'table',
          id: 'ended-table',
          title: 'Active for ended accounts',
          width: 34,
          filter: afterEnd,
          rows: [
            { field: 'oauth.account.name', size: 100, label: 'Account', missing: true, orderBy: 3 },
            { field: 'service.id', size: 20, label: 'Application id', missing: true, orderBy: 3 },
            { field: 'oauth.account.status', size: 4, label: 'Status' },
          ],
          metrics: [
            { of: 'count', label: 'Uses and tokens' },
            { of: 'max', field: 'oauth.account.status_age_hours', label: 'Hours after the end, at most' },
            { of: 'sum', field: 'oauth.activity.items', label: 'Items' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 3,
        },
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          text: `**Disabling an account does not stop its applications.** An access token is valid for an hour, a refresh token for months, an application permission without limit.

**Start with *Uses after an account ended*.** In the first hours, these are tokens before their expiry. Days later, a grant was not revoked.

**Then check *Grants not revoked after offboarding*.** An unused grant works again when somebody enables the account.

- *Active after a password reset*: the owner has not signed in since the reset. After an incident, the application may belong to the attacker.
- *Accounts ended in the other tenant*: the same person's account with the other vendor was disabled, but not this one.
- *Orphaned applications*: all accounts that granted access have ended.
- \`consentry apps contain\` prints the commands that revoke a grant.
`,
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'table',
          id: 'left-behind-table',
          title: 'Grants not revoked, latest first',
          filter: leftBehind,
          rows: [
            { field: 'oauth.account.name', size: 100, label: 'Account', missing: true, orderBy: 1 },
            { field: 'service.id', size: 20, label: 'Application id', missing: true, orderBy: 1 },
            { field: 'oauth.grant.tier', size: 4, label: 'Tier', missing: true },
          ],
          metrics: [
            { of: 'max', field: 'oauth.grant.last_used', label: 'Last used' },
            { of: 'max', field: '@timestamp', label: 'Due' },
          ],
          sortBy: 1,
        },
        {
          kind: 'table',
          id: 'after-revocation-table',
          title: 'Active after a revocation',
          filter: afterRevocation,
          rows: [
            { field: 'service.id', size: 30, label: 'Application id', missing: true, orderBy: 2 },
            { field: 'oauth.account.name', size: 20, label: 'Account', missing: true, orderBy: 2 },
          ],
          metrics: [
            { of: 'count', label: 'Uses and tokens' },
            { of: 'max', field: 'oauth.grant.revoked_age_hours', label: 'Hours after it, at most' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 2,
        },
      ],
    },
    {
      height: 13,
      panels: [
        {
          kind: 'table',
          id: 'after-reset-table',
          title: 'Active after a password reset',
          filter: afterReset,
          rows: [
            { field: 'oauth.account.name', size: 50, label: 'Account', missing: true, orderBy: 2 },
            { field: 'service.id', size: 10, label: 'Application id', missing: true, orderBy: 2 },
          ],
          metrics: [
            { of: 'count', label: 'Uses and tokens' },
            { of: 'max', field: 'oauth.account.reset_age_hours', label: 'Hours after it, at most' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 2,
          pageSize: 10,
        },
        {
          kind: 'table',
          id: 'elsewhere-table',
          title: 'Accounts ended in the other tenant',
          filter: elsewhere,
          rows: [
            { field: 'oauth.account.name', size: 50, label: 'Account', missing: true, orderBy: 1 },
            { field: 'service.id', size: 10, label: 'Application id', missing: true, orderBy: 1 },
            { field: 'oauth.account.linked_status', size: 4, label: 'Status in the other tenant' },
          ],
          metrics: [
            { of: 'max', field: 'oauth.account.linked_status_age_hours', label: 'Hours after it, at most' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 1,
          pageSize: 10,
        },
        {
          kind: 'table',
          id: 'orphans',
          title: 'Orphaned applications',
          filter: 'oauth.app.orphaned: true',
          rows: [{ field: 'service.id', size: 50, label: 'Application id', missing: true, orderBy: 1 }],
          metrics: [
            { of: 'max', field: 'oauth.app.orphaned_hours', label: 'Hours, at most' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 1,
          pageSize: 10,
        },
      ],
    },
    {
      height: 12,
      panels: [
        {
          kind: 'events',
          id: 'revocations',
          title: 'Revocations, removals and disabled applications',
          filter:
            'oauth.action: ("delegated_revoke" or "app_role_revoke" or "token_revoke" or "delegation_revoke" or "app_uninstall" or "sp_disable" or "sp_delete" or "app_delete")',
          columns: [
            'oauth.action',
            'service.name',
            'service.id',
            'oauth.account.name',
            'user.name',
            'oauth.grant.scopes_removed',
          ],
        },
      ],
    },
  ],
})
