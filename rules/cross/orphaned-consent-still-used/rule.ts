import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3f1c7a84-2b9d-4e06-8a57-91c4d3e6f702',
  name: 'OAuth Application Active After All Granting Accounts Left',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: [
    'o365.audit',
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
  omits: { 'gcp.audit': 'A service account needs no consent.' },
  query: `oauth.action: ("app_use" or "app_sign_in") and not event.outcome: "failure" and oauth.app.orphaned_hours >= 24
  and not oauth.account.status: ("disabled" or "suspended" or "archived" or "deleted")`,
  repeats: { within: '7d', by: ['service.id'] },
  yields: [
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
  ],
  description:
    'Every account that consented to this application, or granted it permissions, has been disabled or deleted, and the application is still active. A tenant-wide grant outlives the administrator who granted it: nobody knows the purpose of the application anymore, and nobody would notice an attacker with its key.',
  falsePositives: ['The owner of a required application left without a handover. Assign a new owner.'],
  triage: `#### Investigation

- **Permissions**: \`oauth.app.tier_held\`, \`oauth.grant.scopes\`, and the number of accounts: \`oauth.app.users\`, \`oauth.grant.breadth\`.
- **Consent**: \`oauth.grant.granted_by\`, \`oauth.grant.first_seen\`; time since the deactivation of the last granting account: \`oauth.app.orphaned_hours\`.
- **Change of behavior**: \`oauth.activity.network_new\`, new credentials with the same \`oauth.app.id\`.

#### Response

1. Identify the current users of the application. If there are none, disable it. \`consentry apps contain ID\` prints the commands for either platform.
2. If the application is needed, have a new owner review its permissions and consent again; the rule then raises no further alerts.`,
  setup: 'Requires the entity store of the pipeline.',
  parameters: { hours: 'oauth.app.orphaned_hours >=' },
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/leaver-comes-back' }],
  },
})
