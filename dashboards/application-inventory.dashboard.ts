import { dashboard } from './lib/dashboard.ts'
import { max, min, unique } from './lib/metrics.ts'
import { collapsed, number, row, section, table, topValues } from './lib/short-forms.ts'
import { values } from './lib/terms.ts'

export default dashboard({
  title: 'Consentry: Application inventory',
  description: 'Which applications exist, since when, for how many accounts, and which of them are unused?',
  menu: { place: 11, label: 'Inventory' },
  controls: [
    { field: 'organization.id', title: 'Organization', view: 'apps' },
    { field: 'oauth.app.name', title: 'Application name', view: 'apps' },
    { field: 'oauth.grant.tier', title: 'Tier held', view: 'apps' },
  ],
  reading:
    '**Remove what nobody uses:** a critical or high permission without use for months is a risk without a benefit. **This page shows the entity store,** so the time range has no effect.',
  numbers: [
    number('applications', {
      title: 'Known applications',
      description: 'Applications with a name. Applications known by ID only are in the last section.',
      view: 'apps',
      filter: 'oauth.app.name: *',
      metric: { of: 'unique_count', field: 'service.id' },
    }),
    number('far-reaching', {
      title: 'Critical or high applications',
      description: 'Applications that held a critical or high permission at any time.',
      view: 'apps',
      filter: 'oauth.app.name: * and oauth.grant.tier: ("high" or "critical")',
      metric: { of: 'unique_count', field: 'service.id' },
      color: 'high',
    }),
    number('never-used', {
      title: 'Never active',
      description: 'Applications with a grant but no recorded use in an organization.',
      view: 'apps',
      filter: 'oauth.app.name: * and oauth.grant.scopes: * and not oauth.app.last_used: *',
      metric: { of: 'unique_count', field: 'service.id' },
    }),
    number('accounts', {
      title: 'Accounts with a grant',
      description: 'Distinct accounts that granted access to a named application.',
      view: 'apps',
      filter: 'oauth.app.name: *',
      metric: { of: 'unique_count', field: 'oauth.account.name' },
    }),
  ],
  rows: [
    row(18, [
      table('inventory', {
        title: 'Applications',
        description:
          'The application with the most accounts comes first. Last used is accurate to one hour. Critical and High show the tiers that the application held.',
        width: 34,
        view: 'apps',
        filter: 'oauth.app.name: *',
        rows: [values('service.id', 200, 'Application ID'), values('oauth.app.name', 5, 'Names')],
        metrics: [
          unique('oauth.account.name', 'Accounts'),
          unique('oauth.grant.scopes', 'Permissions'),
          unique('service.id', 'Critical', 'oauth.grant.tier: "critical"'),
          unique('service.id', 'High', 'oauth.grant.tier: "high"'),
          min('oauth.app.first_seen', 'First seen'),
          max('oauth.app.last_used', 'Last used'),
        ],
      }),
      topValues('tiers', {
        title: 'Tiers held',
        description:
          'An application counts once for each tier that it held, so the tier counts add up to more than the total.',
        shape: 'donut',
        view: 'apps',
        filter: 'oauth.app.name: *',
        terms: values('oauth.grant.tier', 4, 'Tier'),
        metric: unique('service.id', 'Applications'),
      }),
    ]),
    section('Unused applications', 14, [
      table('asleep', {
        title: 'Longest unused applications',
        description:
          'Applications that were never used come first, then those unused for the longest time: candidates for removal. Critical and High show the tiers that the application held.',
        width: 30,
        view: 'apps',
        filter: 'oauth.app.name: * and (oauth.grant.scopes: * or oauth.app.last_used: *)',
        rows: [values('service.id', 50, 'Application ID', { lowestFirst: true }), values('oauth.app.name', 5, 'Names')],
        metrics: [
          max('oauth.app.last_used', 'Last used'),
          unique('service.id', 'Critical', 'oauth.grant.tier: "critical"'),
          unique('service.id', 'High', 'oauth.grant.tier: "high"'),
          unique('oauth.account.name', 'Accounts'),
        ],
      }),
      topValues('permissions', {
        title: 'Permissions held',
        description: 'Permissions by the number of applications that hold them.',
        shape: 'bars',
        view: 'apps',
        filter: 'oauth.app.name: *',
        terms: values('oauth.grant.scopes', 15, 'Permission'),
        metric: unique('service.id', 'Applications'),
      }),
    ]),
    collapsed('Owners, redirect hosts and unnamed applications', 13, [
      table('owner-tenants', {
        title: 'Owner tenants',
        description: 'Tenants that own applications, with the publisher that a record named.',
        view: 'apps',
        filter: 'oauth.app.name: * and oauth.app.owner_tenant: *',
        rows: [
          values('oauth.app.owner_tenant', 50, 'Tenant'),
          values('oauth.app.publisher', 5, 'Publisher', { missing: true }),
        ],
        metrics: [unique('service.id', 'Applications'), min('oauth.app.first_seen', 'First seen')],
      }),
      table('redirects', {
        title: 'Redirect hosts',
        description: 'Hosts that receive authorization codes. Applications that share a host have one operator.',
        view: 'apps',
        filter: 'oauth.redirect.domains: *',
        rows: [values('oauth.redirect.domains', 50, 'Host'), values('service.id', 5, 'Application ID')],
        metrics: [unique('service.id', 'Applications')],
      }),
      table('unnamed', {
        title: 'Applications known by ID only',
        description: 'Some Microsoft records contain only the service principal of an application.',
        view: 'apps',
        filter: 'not oauth.app.name: *',
        rows: [values('service.id', 100, 'Application ID')],
        metrics: [unique('oauth.account.name', 'Accounts'), max('oauth.app.last_used', 'Last used')],
      }),
    ]),
  ],
})
