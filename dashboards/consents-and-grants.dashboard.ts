import { dashboard } from './lib/dashboard.ts'
import { count, last, max, unique } from './lib/metrics.ts'
import { collapsed, events, number, row, section, table, timeBars, topValues } from './lib/short-forms.ts'
import { applicationIds, values } from './lib/terms.ts'
import { account, application, grants, organization } from './parts.ts'

const acts = 'oauth.action: ("consent" or "delegated_grant" or "app_role_grant" or "delegation_grant" or "app_install")'
const refusals = 'oauth.action: ("consent_block" or "consent_request" or "token_deny")'
const odd =
  'oauth.app.lookalike_of: * or oauth.app.name_flags: * or oauth.app.known_abused: true or oauth.app.twin_of: *'

export default dashboard({
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
  controls: [organization, application, account],
  reading:
    '**Review each tenant-wide, critical and high grant:** most weeks have few. A new application with many accounts within a short time is a consent campaign.',
  numbers: [
    number('consents', {
      title: 'Consents',
      description: 'Successful consents by users and administrators.',
      filter: 'oauth.action: "consent" and not event.outcome: "failure"',
    }),
    number('tenant-wide', {
      title: 'Tenant-wide grants',
      description: 'Grants for every account. One administrator action can create several.',
      filter: `${grants} and oauth.grant.breadth: "tenant"`,
    }),
    number('high-or-critical', {
      title: 'Critical or high grants',
      description: 'Grants with a critical or high permission.',
      filter: `${grants} and oauth.grant.tier: ("high" or "critical")`,
      color: 'high',
    }),
    number('applications', {
      title: 'Applications granted access',
      description: 'Distinct applications in all grants.',
      filter: grants,
      metric: { of: 'unique_count', field: 'service.id' },
    }),
    number('odd', {
      title: 'Grants to suspicious applications',
      description: 'Known from attacks, or with an imitated, generic or duplicate name.',
      filter: `${grants} and (${odd})`,
      color: 'critical',
    }),
  ],
  rows: [
    row(12, [
      timeBars('over-time', {
        title: 'Consents, grants and refusals over time',
        description: 'Each act counts once, also when two log sources report it.',
        width: 34,
        filter: `(${acts}) or (${refusals})`,
        metric: count('Acts'),
        breakdown: values('oauth.action', 10, 'Action'),
      }),
      topValues('tiers', {
        title: 'Grants by tier',
        description: 'Tier of the most severe permission. Grants without a tier contain no known permission.',
        shape: 'donut',
        filter: grants,
        terms: values('oauth.grant.tier', 5, 'Tier', { missing: true }),
        metric: count('Grants'),
      }),
    ]),
    row(14, [
      table('new-applications', {
        title: 'New applications',
        description:
          'Applications with their first grant in the entity store. Every application counts as new in the first days.',
        width: 34,
        filter: `${grants} and oauth.app.users: 0`,
        rows: [applicationIds(50), values('oauth.grant.tier', 4, 'Tier', { missing: true })],
        metrics: [unique('oauth.account.name', 'Accounts'), count('Suspicious', odd), max('@timestamp', 'Last grant')],
      }),
      topValues('top-scopes', {
        title: 'Granted permissions',
        description: 'Permissions by number of grants.',
        shape: 'bars',
        filter: grants,
        terms: values('oauth.grant.scopes', 12, 'Permission'),
        metric: count('Grants'),
      }),
    ]),
    section('Latest grants', 15, [
      events('grants', {
        title: 'Latest grants',
        description: 'The column “Covers” shows the extent of the grant: one user, a group or the whole tenant.',
        filter: grants,
        columns:
          'oauth.grant.tier service.name service.id oauth.account.name oauth.grant.breadth oauth.grant.scopes user.name source.ip',
      }),
    ]),
    collapsed('Refused, failed and pending', 14, [
      table('refused', {
        title: 'Refused, failed and pending consents',
        description:
          'Blocked by policy or risk, denied by the user, waiting for an administrator, or failed. Search the grants for the same application: a second attempt may have succeeded.',
        filter: `(${refusals}) or (${acts} and event.outcome: "failure")`,
        rows: [applicationIds(50), values('oauth.action', 8, 'Action')],
        metrics: [
          count('Times'),
          unique('oauth.account.name', 'Accounts'),
          last('oauth.grant.reason', 'Last reason'),
          max('@timestamp', 'Last'),
        ],
      }),
    ]),
    collapsed('Breadth and origin', 14, [
      table('top-applications', {
        title: 'Applications by granting accounts',
        description: 'The application that the most accounts granted access to comes first.',
        filter: grants,
        rows: [values('service.id', 50, 'Application ID')],
        metrics: [unique('oauth.account.name', 'Accounts')],
      }),
      topValues('countries', {
        title: 'Countries of grants',
        description: 'Country of the address that granted access.',
        shape: 'bars',
        filter: grants,
        terms: values('source.geo.country_iso_code', 15, 'Country'),
        metric: count('Grants'),
      }),
    ]),
  ],
})
