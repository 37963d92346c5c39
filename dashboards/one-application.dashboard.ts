import { dashboard } from './lib/dashboard.ts'

const grants =
  'oauth.action: ("consent" or "delegated_grant" or "app_role_grant" or "delegation_grant" or "app_install") and not event.outcome: "failure"'
const use = 'oauth.action: ("app_use" or "app_sign_in")'
const changes =
  'oauth.action: ("app_register" or "app_update" or "app_delete" or "app_restore" or "sp_add" or "sp_update" or "sp_disable" or "sp_enable" or "sp_delete" or "credential_add" or "credential_remove" or "owner_add" or "owner_remove" or "redirect_change" or "permission_request" or "audience_change" or "lock_change" or "role_grant" or "role_revoke")'

export default dashboard({
  id: 'one-application',
  title: 'Consentry: One application',
  description:
    'Everything about the application that is chosen: its grants, its users, what was changed of it, what it does.',
  menu: { place: 3, label: 'One application', opens: ['service.id'] },
  datasets: 'all',
  time: { from: 'now-30d', to: 'now' },
  controls: [{ field: 'service.id', title: 'Application id' }],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'open-alerts',
          title: 'Open alerts',
          description: 'Consentry alerts about the application that are neither acknowledged nor closed.',
          view: 'alerts',
          filter: 'kibana.alert.workflow_status: "open" and not kibana.alert.building_block_type: *',
          metric: { of: 'count' },
          color: 'critical',
        },
        {
          kind: 'metric',
          id: 'users',
          title: 'Accounts with a grant',
          description: 'The entity store’s count at the last record in the time range. It includes earlier grants.',
          metric: { of: 'max', field: 'oauth.app.users' },
        },
        {
          kind: 'metric',
          id: 'acting-for',
          title: 'Accounts',
          description: 'Distinct accounts for which the application used data or received a token.',
          filter: use,
          metric: { of: 'unique_count', field: 'oauth.account.name' },
        },
        {
          kind: 'metric',
          id: 'credentials-added',
          title: 'Credentials added',
          description: 'Secrets, certificates, keys and federated credentials.',
          filter: 'oauth.action: "credential_add" or oauth.credential.added > 0',
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'last-used',
          title: 'Last active',
          description: 'The last time that the application used data or received a token.',
          filter: use,
          metric: { of: 'max', field: '@timestamp' },
        },
      ],
    },
    {
      height: 9,
      panels: [
        {
          kind: 'table',
          id: 'identity',
          title: 'Identity',
          description: 'Several rows mean that the selection covers several applications.',
          width: 34,
          filter: 'service.id: *',
          rows: [
            { field: 'service.id', size: 10, label: 'Application id' },
            { field: 'oauth.app.name', size: 10, label: 'Names', missing: true },
            { field: 'oauth.app.owner_tenant', size: 3, label: 'Registered in', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Records' },
            { of: 'min', field: 'oauth.app.first_seen', label: 'First seen' },
            { of: 'max', field: 'oauth.app.credentials', label: 'Most credentials' },
          ],
          pageSize: 10,
        },
        {
          kind: 'table',
          id: 'warnings',
          title: 'Risk indicators',
          description:
            'Records that say so: known from attacks, a name that imitates another, a twin, users who have all gone.',
          filter: 'service.id: *',
          rows: [{ field: 'service.id', size: 50, label: 'Application id' }],
          metrics: [
            { of: 'count', filter: 'oauth.app.known_abused: true', label: 'Known abused' },
            { of: 'count', filter: 'oauth.app.lookalike_of: * or oauth.app.name_flags: *', label: 'Suspicious name' },
            { of: 'count', filter: 'oauth.app.twin_of: *', label: 'Duplicate name' },
            { of: 'count', filter: 'oauth.app.orphaned: true', label: 'Orphaned' },
          ],
          pageSize: 10,
        },
      ],
    },
    {
      height: 12,
      panels: [
        {
          kind: 'time_bars',
          id: 'acts',
          title: 'Changes over time',
          filter: 'oauth.action: * and not oauth.action: ("app_use" or "app_sign_in")',
          metric: { of: 'count', label: 'Acts' },
          breakdown: { field: 'oauth.action', size: 12, label: 'Action' },
        },
        {
          kind: 'time_bars',
          id: 'activity',
          title: 'Activity',
          description: 'Uses by type of data.',
          filter: 'oauth.action: "app_use"',
          metric: { of: 'count', label: 'Uses' },
          breakdown: { field: 'oauth.activity.kind', size: 9, label: 'Data' },
        },
      ],
    },
    {
      height: 16,
      panels: [
        {
          kind: 'table',
          id: 'grants',
          title: 'Grants, latest first',
          width: 32,
          filter: grants,
          rows: [
            { field: 'oauth.account.name', size: 100, label: 'Account', missing: true, orderBy: 1 },
            { field: 'oauth.grant.tier', size: 4, label: 'Tier', missing: true },
            { field: 'oauth.grant.breadth', size: 3, label: 'Covers', missing: true },
            { field: 'user.name', size: 5, label: 'Granted by', missing: true, orderBy: 1 },
          ],
          metrics: [
            { of: 'count', label: 'Grants' },
            { of: 'max', field: '@timestamp', label: 'Last grant' },
          ],
          sortBy: 1,
        },
        {
          kind: 'top_values',
          id: 'permissions',
          title: 'Granted permissions',
          shape: 'bars',
          filter: grants,
          terms: { field: 'oauth.grant.scopes', size: 20, label: 'Permission' },
          metric: { of: 'count', label: 'Grants' },
        },
      ],
    },
    {
      height: 15,
      panels: [
        {
          kind: 'events',
          id: 'changes',
          title: 'Changed credentials, owners, redirect URIs, permissions and roles',
          filter: changes,
          columns: [
            'oauth.action',
            'event.outcome',
            'user.name',
            'oauth.credential.kind',
            'oauth.credential.name',
            'oauth.owner.name',
            'oauth.redirect.added',
            'oauth.grant.scopes_added',
            'oauth.role.name',
            'source.ip',
          ],
        },
      ],
    },
    {
      height: 15,
      panels: [
        {
          kind: 'table',
          id: 'accounts',
          title: 'Accounts',
          filter: use,
          rows: [
            { field: 'oauth.account.name', size: 100, label: 'Account', missing: true },
            { field: 'oauth.account.status', size: 3, label: 'Status at that time', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Uses and tokens' },
            { of: 'sum', field: 'oauth.activity.items', label: 'Items' },
            { of: 'sum', field: 'oauth.activity.bytes', label: 'Bytes' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 0,
        },
        {
          kind: 'table',
          id: 'networks',
          title: 'Networks and locations',
          filter: use,
          rows: [
            { field: 'source.ip', size: 50, label: 'Address' },
            { field: 'user_agent.name', size: 3, label: 'User agent', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Uses and tokens' },
            { of: 'count', filter: 'oauth.activity.network_new: true', label: 'From a new network' },
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
          kind: 'time_bars',
          id: 'volume',
          title: 'Bytes read',
          description: 'Only where the log reports sizes: Graph and Gmail do, the Drive log does not.',
          filter: 'oauth.action: "app_use"',
          metric: { of: 'sum', field: 'oauth.activity.bytes', label: 'Bytes' },
          breakdown: { field: 'oauth.activity.kind', size: 9, label: 'Data' },
        },
        {
          kind: 'table',
          id: 'alerts',
          title: 'Alerts about the application',
          description: 'An alert on a sequence counts when one of its events is about the application.',
          view: 'alerts',
          rows: [
            { field: 'kibana.alert.rule.name', size: 200, label: 'Rule', orderBy: 2 },
            { field: 'kibana.alert.severity', size: 4, label: 'Severity' },
            { field: 'kibana.alert.workflow_status', size: 3, label: 'Status' },
          ],
          metrics: [
            { of: 'count', filter: 'not kibana.alert.building_block_type: *', label: 'Alerts' },
            { of: 'unique_count', field: 'kibana.alert.group.id', label: 'Sequences' },
            { of: 'max', field: '@timestamp', label: 'Last alert' },
          ],
          sortBy: 2,
          pageSize: 10,
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          width: 16,
          text: `**Select one application above,** or click an application ID on another page. Without a selection, this page covers all applications. *Inventory* shows the ID of a name.

**Who granted access, and to which data?** See the grants and permissions. A grant by one account for the whole tenant is a grant by an administrator.

**Was it taken over?** Check the changes for a credential, an owner or a redirect URI, and then check *Networks and locations*.

**Which data did it read?** See items and bytes by account, and *Bytes read* over time. A constant rate that starts at night is a script.

- Names are not unique, and alerts of threshold rules contain none: this page uses the ID.
- *Status at that time* is the status of the account in the entity store at the time of the use.
`,
        },
        {
          kind: 'events',
          id: 'records',
          title: 'All records, latest first',
          filter: 'oauth.action: * or oauth.finding.kind: *',
          columns: [
            'data_stream.dataset',
            'oauth.action',
            'oauth.finding.kind',
            'user.name',
            'oauth.account.name',
            'oauth.grant.tier',
            'source.ip',
            'event.outcome',
          ],
        },
      ],
    },
  ],
})
