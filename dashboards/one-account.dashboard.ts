import { dashboard } from './lib/dashboard.ts'

const grants =
  'oauth.action: ("consent" or "delegated_grant" or "app_role_grant" or "delegation_grant" or "app_install") and not event.outcome: "failure"'
const use = 'oauth.action: ("app_use" or "app_sign_in")'

export default dashboard({
  id: 'one-account',
  title: 'Consentry: One account',
  description: 'Which applications act for the account that is chosen, what they may do, and what they did.',
  menu: { place: 4, label: 'One account', opens: ['oauth.account.name'] },
  datasets: 'all',
  time: { from: 'now-30d', to: 'now' },
  controls: [
    { field: 'organization.id', title: 'Organization' },
    { field: 'oauth.account.name', title: 'Account' },
    { field: 'oauth.app.name', title: 'Application' },
  ],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'open-alerts',
          title: 'Open alerts',
          description: 'Alerts of this pack about applications that act for it.',
          view: 'alerts',
          filter: 'kibana.alert.workflow_status: "open" and oauth.account.name: *',
          metric: { of: 'count' },
          colour: 'critical',
        },
        {
          kind: 'metric',
          id: 'granted',
          title: 'Applications granted access',
          filter: `${grants} and oauth.account.name: *`,
          metric: { of: 'unique_count', field: 'service.id' },
        },
        {
          kind: 'metric',
          id: 'at-work',
          title: 'Applications at work',
          description: 'Distinct applications that used its data or were issued a token for it.',
          filter: `${use} and oauth.account.name: *`,
          metric: { of: 'unique_count', field: 'service.id' },
        },
        {
          kind: 'metric',
          id: 'after-end',
          title: 'Uses after its end',
          description: 'Uses and tokens while the account was disabled, suspended, archived or deleted.',
          filter: `${use} and oauth.account.status: ("disabled" or "suspended" or "archived" or "deleted")`,
          metric: { of: 'count' },
          colour: 'high',
        },
      ],
    },
    {
      height: 12,
      panels: [
        {
          kind: 'time_bars',
          id: 'acts',
          title: 'What was done for it',
          description: 'Consents, grants, revocations, refusals.',
          filter: 'oauth.account.name: * and oauth.action: * and not oauth.action: ("app_use" or "app_sign_in")',
          metric: { of: 'count', label: 'Acts' },
          breakdown: { field: 'oauth.action', size: 10, label: 'Action' },
        },
        {
          kind: 'time_bars',
          id: 'activity',
          title: 'What applications did with its data',
          filter: `${use} and oauth.account.name: *`,
          metric: { of: 'count', label: 'Uses and tokens' },
          breakdown: { field: 'oauth.app.name', size: 8, label: 'Application', missing: true },
        },
      ],
    },
    {
      height: 15,
      panels: [
        {
          kind: 'table',
          id: 'applications',
          title: 'Applications that act for it',
          width: 32,
          filter: `${use} and oauth.account.name: *`,
          rows: [
            { field: 'oauth.app.name', size: 50, label: 'Application', missing: true },
            { field: 'oauth.account.name', size: 10, label: 'Account' },
            { field: 'oauth.account.status', size: 4, label: 'Status then', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Uses and tokens' },
            { of: 'sum', field: 'oauth.activity.items', label: 'Items' },
            { of: 'unique_count', field: 'source.ip', label: 'Addresses' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 3,
        },
        {
          kind: 'top_values',
          id: 'permissions',
          title: 'Permissions that were granted for it',
          shape: 'bars',
          filter: `${grants} and oauth.account.name: *`,
          terms: { field: 'oauth.grant.scopes', size: 20, label: 'Permission' },
          metric: { of: 'unique_count', field: 'service.id', label: 'Applications' },
        },
      ],
    },
    {
      height: 15,
      panels: [
        {
          kind: 'table',
          id: 'grants',
          title: 'Grants for it, latest first',
          width: 32,
          filter: `${grants} and oauth.account.name: *`,
          rows: [
            { field: 'oauth.app.name', size: 50, label: 'Application', missing: true, orderBy: 1 },
            { field: 'oauth.grant.tier', size: 4, label: 'Tier', missing: true },
            { field: 'user.name', size: 5, label: 'Granted by', missing: true, orderBy: 1 },
          ],
          metrics: [
            { of: 'count', label: 'Grants' },
            { of: 'max', field: '@timestamp', label: 'Last grant' },
          ],
          sortBy: 1,
        },
        {
          kind: 'table',
          id: 'addresses',
          title: 'Addresses that applications work from',
          filter: `${use} and oauth.account.name: *`,
          rows: [
            { field: 'source.ip', size: 30, label: 'Address' },
            { field: 'oauth.app.name', size: 5, label: 'Application', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Uses and tokens' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 0,
        },
      ],
    },
    {
      height: 12,
      panels: [
        {
          kind: 'table',
          id: 'alerts',
          title: 'Alerts about its applications',
          view: 'alerts',
          filter: 'oauth.account.name: *',
          rows: [
            { field: 'kibana.alert.rule.name', size: 50, label: 'Rule', orderBy: 1 },
            { field: 'oauth.app.name', size: 5, label: 'Application', missing: true, orderBy: 1 },
            { field: 'kibana.alert.severity', size: 4, label: 'Severity' },
          ],
          metrics: [
            { of: 'count', label: 'Alerts' },
            { of: 'max', field: '@timestamp', label: 'Last alert' },
          ],
          sortBy: 1,
          pageSize: 10,
        },
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          width: 16,
          text: `**Choose one account above,** or come here by a click on one. Without a choice everything below is of all accounts.

**A leaver, or an account that was taken over?** What acts for it now, and what may: an application without a grant in the range was let in before it. Remember to end both, the account and its grants.

- *Account* is whose data or right is used, not who clicked: an administrator's grant for somebody else counts here for that one.
- A password reset ends no grant. Look at what works on after it in *Outlived*.
`,
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'events',
          id: 'records',
          title: 'All records about it, latest first',
          filter: 'oauth.account.name: * and (oauth.action: * or oauth.finding.kind: *)',
          columns: [
            'data_stream.dataset',
            'oauth.action',
            'oauth.app.name',
            'oauth.account.name',
            'oauth.account.status',
            'oauth.activity.kind',
            'oauth.grant.tier',
            'user.name',
            'source.ip',
          ],
        },
      ],
    },
  ],
})
