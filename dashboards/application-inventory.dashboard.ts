import { dashboard } from './lib/dashboard.ts'

export default dashboard({
  id: 'application-inventory',
  title: 'Consentry: Application inventory',
  description: 'Which applications exist, since when, for how many accounts, and which of them are unused?',
  menu: { place: 11, label: 'Inventory' },
  datasets: 'all',
  time: { from: 'now-30d', to: 'now' },
  controls: [
    { field: 'organization.id', title: 'Organization', view: 'apps' },
    { field: 'oauth.app.name', title: 'Application name', view: 'apps' },
    { field: 'oauth.grant.tier', title: 'Highest tier held', view: 'apps' },
  ],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'applications',
          title: 'Known applications',
          description: 'Applications with a name. Applications known by ID only are below.',
          view: 'apps',
          filter: 'oauth.app.name: *',
          metric: { of: 'unique_count', field: 'service.id' },
        },
        {
          kind: 'metric',
          id: 'far-reaching',
          title: 'High or critical applications',
          description: 'Applications that held a high or critical permission at any time.',
          view: 'apps',
          filter: 'oauth.app.name: * and oauth.grant.tier: ("high" or "critical")',
          metric: { of: 'count' },
          color: 'high',
        },
        {
          kind: 'metric',
          id: 'never-used',
          title: 'Never active',
          description: 'Applications with a grant and without a recorded use.',
          view: 'apps',
          filter: 'oauth.app.name: * and oauth.grant.scopes: * and not oauth.app.last_used: *',
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'accounts',
          title: 'Accounts with a grant',
          view: 'apps',
          filter: 'oauth.app.name: *',
          metric: { of: 'unique_count', field: 'oauth.account.name' },
        },
      ],
    },
    {
      height: 19,
      panels: [
        {
          kind: 'table',
          id: 'inventory',
          title: 'Applications by number of accounts',
          width: 30,
          view: 'apps',
          filter: 'oauth.app.name: *',
          rows: [
            { field: 'service.id', size: 200, label: 'Application id' },
            { field: 'oauth.app.name', size: 5, label: 'Names' },
          ],
          metrics: [
            { of: 'unique_count', field: 'oauth.account.name', label: 'Accounts' },
            { of: 'unique_count', field: 'oauth.grant.scopes', label: 'Permissions held' },
            { of: 'min', field: 'oauth.app.first_seen', label: 'First seen' },
            { of: 'max', field: 'oauth.app.last_used', label: 'Last used' },
          ],
          sortBy: 0,
        },
        {
          kind: 'table',
          id: 'asleep',
          title: 'Longest unused applications',
          description: 'Applications unused for the longest time: candidates for removal.',
          view: 'apps',
          filter: 'oauth.app.name: * and oauth.app.last_used: *',
          rows: [
            { field: 'service.id', size: 50, label: 'Application id', orderBy: 0, lowestFirst: true },
            { field: 'oauth.app.name', size: 5, label: 'Names' },
          ],
          metrics: [
            { of: 'max', field: 'oauth.app.last_used', label: 'Last used' },
            { of: 'unique_count', field: 'oauth.account.name', label: 'Accounts' },
          ],
          sortBy: 0,
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'top_values',
          id: 'tiers',
          title: 'Tiers held',
          description: 'An application counts once for each tier that it held.',
          shape: 'donut',
          view: 'apps',
          filter: 'oauth.app.name: *',
          terms: { field: 'oauth.grant.tier', size: 4, label: 'Tier' },
          metric: { of: 'unique_count', field: 'service.id', label: 'Applications' },
        },
        {
          kind: 'top_values',
          id: 'permissions',
          title: 'Permissions by number of applications',
          shape: 'bars',
          view: 'apps',
          filter: 'oauth.app.name: *',
          terms: { field: 'oauth.grant.scopes', size: 15, label: 'Permission' },
          metric: { of: 'unique_count', field: 'service.id', label: 'Applications' },
        },
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          width: 16,
          text: `**This page shows the entity store, not the log.** It contains every known application, also those with deleted records. The time range has no effect.

**Find unused applications.** A high permission without use for months is a risk without a benefit: remove it.

**Then find unknown applications**: one account, a high tier, a generic name.

- *Last used* is accurate to one hour.
- Clear the filter *Application name* before you open an application. Alerts of threshold rules contain only its ID, and Kibana keeps the filter.
- Some Microsoft records contain only the service principal of an application. *Applications known by ID only* lists these IDs.
- \`consentry apps\` merges all IDs of an application and sorts by priority. \`consentry apps review\` stores decisions.
`,
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'table',
          id: 'owner-tenants',
          title: 'Owner tenants',
          view: 'apps',
          filter: 'oauth.app.name: * and oauth.app.owner_tenant: *',
          rows: [
            { field: 'oauth.app.owner_tenant', size: 50, label: 'Tenant' },
            { field: 'oauth.app.publisher', size: 5, label: 'Publisher', missing: true },
          ],
          metrics: [
            { of: 'unique_count', field: 'service.id', label: 'Applications' },
            { of: 'min', field: 'oauth.app.first_seen', label: 'First seen' },
          ],
          sortBy: 0,
          pageSize: 10,
        },
        {
          kind: 'table',
          id: 'redirects',
          title: 'Redirect hosts',
          view: 'apps',
          filter: 'oauth.redirect.domains: *',
          rows: [
            { field: 'oauth.redirect.domains', size: 50, label: 'Host' },
            { field: 'service.id', size: 5, label: 'Application id' },
            { field: 'oauth.app.name', size: 5, label: 'Names', missing: true },
          ],
          metrics: [{ of: 'unique_count', field: 'service.id', label: 'Applications' }],
          sortBy: 0,
          pageSize: 10,
        },
        {
          kind: 'table',
          id: 'unnamed',
          title: 'Applications known by ID only',
          view: 'apps',
          filter: 'not oauth.app.name: *',
          rows: [{ field: 'service.id', size: 100, label: 'Application id', orderBy: 1 }],
          metrics: [
            { of: 'unique_count', field: 'oauth.account.name', label: 'Accounts' },
            { of: 'max', field: 'oauth.app.last_used', label: 'Last used' },
          ],
          sortBy: 1,
          pageSize: 10,
        },
      ],
    },
  ],
})
