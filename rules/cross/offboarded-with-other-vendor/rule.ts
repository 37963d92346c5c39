import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'ae83f2a4-8b78-4fe9-bae9-31524ec3ffe2',
  name: 'OAuth Application Active for a User Offboarded on the Other Platform',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: [
    'o365.audit',
    'azure.auditlogs',
    'azure.graphactivitylogs',
    'azure.aadgraphactivitylogs',
    'azure.signinlogs',
    'google_workspace.token',
    'google_workspace.calendar',
    'google_workspace.chat',
    'google_workspace.drive',
    'google_workspace.gmail_reports',
    'google_workspace.keep',
    'google_workspace.access_evaluation',
  ],
  omits: { 'gcp.audit': 'In this log, a service account acts as itself, for no account.' },
  query: `oauth.action: ("app_use" or "app_sign_in" or "consent") and not event.outcome: "failure"
  and oauth.account.linked_status: ("disabled" or "suspended" or "archived" or "deleted")
  and oauth.account.linked_status_age_hours >= 24
  and not oauth.account.status: ("disabled" or "suspended" or "archived" or "deleted")
  and not oauth.grant.app_only: true and not oauth.app.first_party: true`,
  repeats: { within: '7d', by: ['oauth.act.series'] },
  yields: [
    // Entra ID User Consent Granted for High-Risk Permissions
    '68af58a0-98fb-4169-849d-1e6c0dfdceb3',
    // Google Workspace OAuth Application Authorized for High-Risk Scopes
    'c9649b40-1fc6-493e-9ddb-e07949c74107',
    // Google Workspace Apps Script Authorized for Data Access
    '13093c9d-d40d-427a-a425-73b7dc7453e1',
    // Microsoft 365 Known Abused OAuth Application Used
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // New Credential of an OAuth Application Added or Used from a New Network
    '1e6f3c98-a4d7-4b05-9e82-c7b0d5f1a634',
    // Google Workspace OAuth Application Active a Day After Its Revocation
    'e17d3a60-95bc-4d82-a1f4-6c7b0e8d2f45',
    // OAuth Application Active After a Password Reset
    '8a2e5d91-7c40-4f3b-b6e8-0d1f9a7c5e23',
    // Dormant OAuth Application Active After Its Account Was Re-enabled
    'f5274bd9-8c13-4e6a-b03f-9d6a1e7c4582',
    // Google Workspace Gmail Settings Changed or Vault Data Exported by an OAuth Application
    'fe91c092-c5b1-4803-8ee0-a3eabf16bc61',
    // Exchange Online Inbox Rule Changed by an OAuth Application
    '910985a2-9cd0-405e-83b8-764f155966ad',
    // OAuth Application Active After All Granting Accounts Left
    '3f1c7a84-2b9d-4e06-8a57-91c4d3e6f702',
  ],
  description:
    'A person has an account in Microsoft 365 and one in Google Workspace. One account was disabled, suspended or deleted at least a day ago; an application is still active, or receives a new grant, on behalf of the other account. The offboarding or the incident response covered only one directory. Neither platform’s log shows the gap, because each log contains only its own account.',
  falsePositives: [
    'A person moved to the other platform: the old account was closed deliberately.',
    'Another person took over the account under the same address.',
  ],
  triage: `#### Investigation

- **Deactivated account**: \`oauth.account.linked\`, \`oauth.account.linked_status\`, \`oauth.account.linked_status_since\`. Was the reason offboarding or a compromise?
- **Remaining account**: \`oauth.account.name\`, \`oauth.account.status\`. Should it still be active?
- **Application**: \`oauth.app.name\`, \`oauth.app.tier_held\`, \`oauth.grant.first_seen\`; its activity since then.
- **Source**: \`source.ip\`, \`oauth.activity.network_new\`.

#### Response

1. Ask the person’s manager, or human resources, whether the person has left.
2. If so, also disable this account and remove its grants: grants outlive an account.
3. If the other account was disabled because of an incident, treat this account as compromised.`,
  setup:
    'Requires the entity store of the pipeline, the tenants of both platforms in the environment file, and the records of account deactivation: the directory records of Microsoft 365 or Entra ID, the admin log of Google Workspace, or inventories of users. The pipeline links accounts by email address, or by `identities` in the environment file.',
  parameters: { hours: 'oauth.account.linked_status_age_hours >=' },
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [],
  },
})
