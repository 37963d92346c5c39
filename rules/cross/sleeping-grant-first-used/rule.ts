import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'd3a91f7c-5e48-4b20-96d8-e0c7b4a2f813',
  name: 'Old OAuth Grant Used for the First Time',
  severity: 'medium',
  attack: ['T1671', 'T1114.002'],
  datasets: [
    'o365.audit',
    'azure.graphactivitylogs',
    'azure.aadgraphactivitylogs',
    'google_workspace.token',
    'google_workspace.calendar',
    'google_workspace.chat',
    'google_workspace.drive',
    'google_workspace.gmail_reports',
    'google_workspace.keep',
  ],
  omits: { 'gcp.audit': 'This log contains the roles of a service account, but no grants.' },
  query: `oauth.action: "app_use" and not event.outcome: "failure" and oauth.grant.age_days >= 30 and oauth.grant.used: false
  and not oauth.grant.app_only: true and not oauth.app.established: true`,
  yields: [
    // Microsoft 365 Known Abused OAuth Application Used
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // OAuth Application Active for a Disabled or Deleted Account
    '0d9b4c52-6a1f-4b7e-9c38-5e2f7a1d8b60',
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
    // OAuth Application Active for a User Offboarded on the Other Platform
    'ae83f2a4-8b78-4fe9-bae9-31524ec3ffe2',
    // Dormant or Removed OAuth Application Used Again
    '94c5a7e2-0f3d-4b81-a69c-7d2e8b1f5a09',
  ],
  description:
    'An application used a grant for the first time, at least a month after the consent. Attackers often keep a phished consent for later, when nobody reviews the consents of that day anymore.',
  falsePositives: ['A user opens a tool for the first time, long after connecting it.'],
  triage: `#### Investigation

- **Grant**: \`oauth.grant.first_seen\`, \`oauth.grant.granted_by\`.
- **Source of the use**: \`source.ip\`; does it belong to the application’s own servers?
- **Data read**: \`oauth.activity.kind\`, \`oauth.activity.items\`, \`oauth.activity.bytes\`.

#### Response

1. Ask the owner of the account. If they do not recognize the application, remove the grant and look for other users of the application. \`consentry apps contain ID\` prints the commands for either platform.
2. Around the time of the consent, look for the message with the link, and for other users who clicked the link.`,
  evasion: 'The attacker uses the grant once on its first day.',
  setup: 'Requires the entity store of the pipeline.',
  skipsApprovedApps: true,
  parameters: { ageDays: 'oauth.grant.age_days >=' },
  tests: {
    match: [],
    noMatch: [],
  },
})
