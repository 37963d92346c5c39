import { dashboard } from './lib/dashboard.ts'

const grants =
  'oauth.action: ("consent" or "delegated_grant" or "app_role_grant" or "delegation_grant" or "app_install") and not event.outcome: "failure"'
const use = 'oauth.action: ("app_use" or "app_sign_in")'

/** The owner of the data or right, or the acting account: alerts of threshold rules contain only the acting account. */
const account = '(oauth.account.name: * or user.email: *)'
const acts = `${account} and oauth.action: * and not oauth.action: ("app_use" or "app_sign_in")`

export default dashboard({
  id: 'one-account',
  title: 'Consentry: One account',
  description: 'Which applications act for the selected account, with which permissions, and what did they do?',
  menu: { place: 4, label: 'One account', opens: ['oauth.account.name', 'user.email'] },
  datasets: 'all',
  time: { from: 'now-30d', to: 'now' },
  controls: [
    { field: 'oauth.account.name', title: 'Account' },
    { field: 'user.email', title: 'Acting account' },
    { field: 'service.id', title: 'Application id' },
  ],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'open-alerts',
          title: 'Open alerts',
          description: 'Consentry alerts about the account and about the applications that act for it.',
          view: 'alerts',
          filter: `kibana.alert.workflow_status: "open" and not kibana.alert.building_block_type: * and ${account}`,
          metric: { of: 'count' },
          color: 'critical',
        },
        {
          kind: 'metric',
          id: 'granted',
          title: 'Applications granted access',
          filter: `${grants} and ${account}`,
          metric: { of: 'unique_count', field: 'service.id' },
        },
        {
          kind: 'metric',
          id: 'at-work',
          title: 'Active applications',
          description: 'Distinct applications that used data of the account or received a token for it.',
          filter: `${use} and ${account}`,
          metric: { of: 'unique_count', field: 'service.id' },
        },
        {
          kind: 'metric',
          id: 'after-end',
          title: 'Uses after the account ended',
          description: 'Uses and tokens while the account was disabled, suspended, archived or deleted.',
          filter: `${use} and oauth.account.status: ("disabled" or "suspended" or "archived" or "deleted")`,
          metric: { of: 'count' },
          color: 'high',
        },
      ],
    },
    {
      height: 12,
      panels: [
        {
          kind: 'time_bars',
          id: 'acts',
          title: 'Consents and grants over time',
          description: 'Consents, grants, revocations, refusals.',
          filter: acts,
          metric: { of: 'count', label: 'Acts' },
          breakdown: { field: 'oauth.action', size: 10, label: 'Action' },
        },
        {
          kind: 'time_bars',
          id: 'activity',
          title: 'Data activity of applications',
          filter: `${use} and ${account}`,
          metric: { of: 'count', label: 'Uses and tokens' },
          breakdown: { field: 'service.id', size: 8, label: 'Application id', missing: true },
        },
      ],
    },
    {
      height: 15,
      panels: [
        {
          kind: 'table',
          id: 'applications',
          title: 'Applications of the account',
          width: 32,
          filter: `${use} and ${account}`,
          rows: [
            { field: 'service.id', size: 50, label: 'Application id', missing: true },
            { field: 'oauth.account.name', size: 10, label: 'Account', missing: true },
            { field: 'oauth.account.status', size: 4, label: 'Status at that time', missing: true },
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
          title: 'Permissions granted for the account',
          shape: 'bars',
          filter: `${grants} and ${account}`,
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
          title: 'Grants of the account, latest first',
          width: 32,
          filter: `${grants} and ${account}`,
          rows: [
            { field: 'service.id', size: 50, label: 'Application id', missing: true, orderBy: 1 },
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
          title: 'Addresses of applications',
          filter: `${use} and ${account}`,
          rows: [
            { field: 'source.ip', size: 30, label: 'Address' },
            { field: 'service.id', size: 5, label: 'Application id', missing: true },
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
          id: 'acted-on',
          title: 'Changed applications of the account',
          filter: acts,
          rows: [
            { field: 'service.id', size: 100, label: 'Application id', missing: true, orderBy: 1 },
            { field: 'oauth.action', size: 20, label: 'Action' },
          ],
          metrics: [
            { of: 'count', label: 'Acts' },
            { of: 'max', field: '@timestamp', label: 'Last act' },
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
          kind: 'table',
          id: 'alerts',
          title: 'Alerts about the account and its applications',
          view: 'alerts',
          filter: `not kibana.alert.building_block_type: * and ${account}`,
          rows: [
            { field: 'kibana.alert.rule.name', size: 200, label: 'Rule', orderBy: 1 },
            { field: 'service.id', size: 20, label: 'Application id', missing: true, orderBy: 1 },
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
          text: `**Select one account above,** or click an account on another page. Without a selection, this page covers all accounts.

**A leaver, or a compromised account?** Check which applications act for it and which could. An application without a grant in the time range received its grant earlier. End both the account and its grants.

- *Account* is the owner of the data or right. *Acting account* performed the act. A grant by an administrator has both. Alerts of threshold rules contain only the acting account: select it to show them.
- A password reset revokes no grant. *Outlived* shows later uses.
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
          title: 'All records, latest first',
          filter: `${account} and (oauth.action: * or oauth.finding.kind: *)`,
          columns: [
            'data_stream.dataset',
            'oauth.action',
            'service.name',
            'service.id',
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
