import { dashboard } from './lib/dashboard.ts'

const granted = 'oauth.action: ("consent" or "delegation_grant" or "app_install")'
const delegation = 'oauth.action: ("delegation_grant" or "delegation_revoke")'
const serviceAccounts = 'oauth.app.kind: "service_account" or data_stream.dataset: "gcp.audit"'

export default dashboard({
  id: 'google-workspace-applications',
  title: 'Consentry: Google Workspace applications',
  description:
    'What only Google has: domain-wide delegation, service accounts and their keys, the Marketplace, token decisions.',
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
          id: 'delegations',
          title: 'Domain-wide delegations',
          description: 'Clients that can impersonate every user of the domain.',
          filter: 'oauth.action: "delegation_grant"',
          metric: { of: 'count' },
          color: 'critical',
        },
        {
          kind: 'metric',
          id: 'keys',
          title: 'Keys of service accounts',
          description: 'Created in Google Cloud. The holder of a key can act as the service account.',
          filter: 'oauth.action: "credential_add"',
          metric: { of: 'count' },
          color: 'high',
        },
        {
          kind: 'metric',
          id: 'installs',
          title: 'Marketplace installs',
          filter: 'oauth.action: "app_install"',
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'consents',
          title: 'Authorizations by users',
          filter: 'oauth.action: "consent"',
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'denials',
          title: 'Tokens denied',
          description: 'By API controls, context-aware access or an administrator.',
          filter: 'oauth.action: "token_deny"',
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
          title: 'Authorizations, delegations, installs, revocations',
          width: 34,
          filter: `${granted} or ${delegation} or oauth.action: ("token_revoke" or "token_deny" or "app_uninstall")`,
          metric: { of: 'count', label: 'Acts' },
          breakdown: { field: 'oauth.action', size: 10, label: 'Action' },
        },
        {
          kind: 'top_values',
          id: 'client-kinds',
          title: 'Client types',
          shape: 'donut',
          filter: 'oauth.app.kind: *',
          terms: { field: 'oauth.app.kind', size: 8, label: 'Kind' },
          metric: { of: 'unique_count', field: 'service.id', label: 'Applications' },
        },
      ],
    },
    {
      height: 15,
      panels: [
        {
          kind: 'table',
          id: 'delegation-table',
          title: 'Domain-wide delegations by client and scope',
          filter: delegation,
          emptyBecause: 'The log contains only the ID of the delegated client.',
          rows: [
            { field: 'service.id', size: 50, label: 'Client id', orderBy: 1 },
            { field: 'oauth.grant.scopes', size: 20, label: 'Scope', missing: true, orderBy: 1 },
            { field: 'oauth.action', size: 2, label: 'Action' },
            { field: 'user.name', size: 3, label: 'By', missing: true, orderBy: 1 },
          ],
          metrics: [
            { of: 'count', label: 'Changes' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 1,
        },
        {
          kind: 'top_values',
          id: 'services',
          title: 'Authorized Google services',
          shape: 'bars',
          width: 14,
          filter: 'oauth.action: "consent"',
          terms: { field: 'oauth.grant.resource.name', size: 12, label: 'Service' },
          metric: { of: 'unique_count', field: 'service.id', label: 'Applications' },
        },
      ],
    },
    {
      height: 15,
      panels: [
        {
          kind: 'table',
          id: 'service-accounts',
          title: 'Service accounts: keys, roles, tokens',
          filter: `(${serviceAccounts}) and oauth.action: *`,
          rows: [
            { field: 'service.id', size: 50, label: 'Service account id', missing: true, orderBy: 1 },
            { field: 'oauth.action', size: 8, label: 'Action' },
            { field: 'user.name', size: 3, label: 'By', missing: true, orderBy: 1 },
          ],
          metrics: [
            { of: 'count', label: 'Acts' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 1,
        },
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          width: 16,
          text: `**Start with delegation.** Domain-wide delegation needs no consent, leaves no record in the token log and covers every mailbox. A domain has few delegations: know each of them.

**Then check keys.** A delegation to a client, and a key of its service account by a new account, form a complete attack. Both tables show the client ID as a number.

**Then check authorizations by users.** The services \`GMAIL\` and \`DRIVE\` are data access. \`IDENTITY\` is a sign-in.

- Some Google editions log each API call in the token log. In the others, only the Drive and Gmail logs show the activity of an application.
- Scripts and add-ons are applications, too: see *Client types*.
`,
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'table',
          id: 'api-use',
          title: 'API calls by client',
          filter: 'oauth.action: "app_use"',
          rows: [
            { field: 'service.id', size: 50, label: 'Application id', missing: true },
            { field: 'oauth.activity.api', size: 5, label: 'API', missing: true },
            { field: 'oauth.activity.method', size: 5, label: 'Method', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Calls' },
            { of: 'unique_count', field: 'oauth.account.name', label: 'Accounts' },
            { of: 'sum', field: 'oauth.activity.bytes', label: 'Bytes' },
          ],
          sortBy: 0,
        },
        {
          kind: 'events',
          id: 'installs-and-denials',
          title: 'Installs, requests and denials',
          filter: 'oauth.action: ("app_install" or "app_uninstall" or "token_deny" or "consent_request")',
          columns: [
            'oauth.action',
            'service.name',
            'service.id',
            'user.name',
            'oauth.grant.reason',
            'oauth.grant.scopes',
          ],
        },
      ],
    },
  ],
})
