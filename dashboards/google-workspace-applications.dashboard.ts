import { dashboard } from './lib/dashboard.ts'
import { count, last, max, sum, unique } from './lib/metrics.ts'
import { collapsed, events, number, row, section, table, timeBars, topValues } from './lib/short-forms.ts'
import { applicationIds, values } from './lib/terms.ts'
import { account, application, dataUse, organization, succeeded } from './parts.ts'

const consents = `oauth.action: "consent" and ${succeeded}`
const delegation = `oauth.action: ("delegation_grant" or "delegation_revoke") and ${succeeded}`
const decisions = `oauth.action: ("consent" or "delegation_grant" or "delegation_revoke" or "app_install" or "app_uninstall" or "token_revoke") and ${succeeded}`
const serviceAccounts = 'oauth.app.kind: "service_account" or data_stream.dataset: "gcp.audit"'

export default dashboard({
  title: 'Consentry: Google Workspace applications',
  description:
    'Which domain-wide delegations, service account keys, Marketplace installs and token decisions does Google report?',
  menu: { place: 10, label: 'Google' },
  datasets: [
    'google_workspace.token',
    'google_workspace.admin',
    'google_workspace.access_evaluation',
    'google_workspace.alert',
    'google_workspace.calendar',
    'google_workspace.chat',
    'google_workspace.chrome',
    'google_workspace.drive',
    'google_workspace.gmail_reports',
    'google_workspace.keep',
    'gcp.audit',
  ],
  controls: [organization, application, account],
  reading:
    '**Start with delegation:** it needs no consent, leaves no token record and covers every mailbox. A delegation and a new key of the same client ID are a complete attack.',
  numbers: [
    number('delegations', {
      title: 'Domain-wide delegations',
      description:
        'Distinct clients that received access to the data of every user, including clients that later lost it.',
      filter: `oauth.action: "delegation_grant" and ${succeeded}`,
      metric: { of: 'unique_count', field: 'service.id' },
      color: 'critical',
    }),
    number('keys', {
      title: 'Keys of service accounts',
      description: 'Created in Google Cloud. The holder of a key can act as the service account.',
      filter: `oauth.action: "credential_add" and ${succeeded}`,
      color: 'high',
    }),
    number('installs', {
      title: 'Marketplace installs',
      description: 'Installs by an administrator or a user.',
      filter: `oauth.action: "app_install" and ${succeeded}`,
    }),
    number('consents', {
      title: 'Authorizing users',
      description: 'Distinct users who authorized an application.',
      filter: consents,
      metric: { of: 'unique_count', field: 'oauth.account.name' },
    }),
    number('denials', {
      title: 'Tokens denied',
      description: 'By API controls, context-aware access or an administrator.',
      filter: 'oauth.action: "token_deny"',
    }),
  ],
  rows: [
    row(13, [
      table('delegation-table', {
        title: 'Domain-wide delegations',
        description: 'Each client with its scopes. A domain has few of them: review each one.',
        filter: delegation,
        rows: [values('service.id', 50, 'Client ID'), values('oauth.grant.scopes', 20, 'Scope', { missing: true })],
        metrics: [count('Changes'), last('oauth.action', 'Last action'), last('user.name', 'By')],
      }),
      table('service-accounts', {
        title: 'Service accounts',
        description: 'Keys, roles and tokens. The service account with the most acts comes first.',
        filter: `(${serviceAccounts}) and oauth.action: * and ${succeeded}`,
        rows: [values('service.id', 50, 'Service account ID', { missing: true }), values('oauth.action', 8, 'Action')],
        metrics: [count('Acts'), last('user.name', 'By'), max('@timestamp', 'Last')],
      }),
    ]),
    row(12, [
      timeBars('over-time', {
        title: 'Decisions over time',
        description: 'Authorizations, delegations, installs, denials and revocations.',
        width: 34,
        filter: `(${decisions}) or oauth.action: "token_deny"`,
        metric: count('Acts'),
        breakdown: values('oauth.action', 10, 'Action'),
      }),
      topValues('services', {
        title: 'Authorized Google services',
        description: 'GMAIL and DRIVE are data access; IDENTITY is a sign-in.',
        shape: 'bars',
        filter: consents,
        terms: values('oauth.grant.resource.name', 10, 'Service'),
        metric: unique('service.id', 'Applications'),
      }),
    ]),
    section('Use by clients', 13, [
      table('api-use', {
        title: 'API calls by client',
        description: 'Some Google editions log each call in the token log; the others only in Drive and Gmail.',
        width: 34,
        filter: dataUse,
        rows: [applicationIds(50), values('oauth.activity.method', 5, 'Method', { missing: true })],
        metrics: [count('Calls'), unique('oauth.account.name', 'Accounts'), sum('oauth.activity.bytes', 'Bytes')],
      }),
      topValues('client-kinds', {
        title: 'Client types',
        description: 'Scripts and add-ons are applications, too.',
        shape: 'donut',
        filter: `oauth.app.kind: * and ${succeeded}`,
        terms: values('oauth.app.kind', 8, 'Kind'),
        metric: unique('service.id', 'Applications'),
      }),
    ]),
    collapsed('Installs, requests and denials', 13, [
      events('installs-and-denials', {
        title: 'Latest installs, requests and denials',
        description: 'Each install, request of a user and denied token.',
        filter: 'oauth.action: ("app_install" or "app_uninstall" or "token_deny" or "consent_request")',
        columns: 'oauth.action service.name service.id user.name oauth.grant.reason oauth.grant.scopes',
      }),
    ]),
  ],
})
