import { rule } from '../../lib/rule.ts'

export default rule({
  id: '94c5a7e2-0f3d-4b81-a69c-7d2e8b1f5a09',
  name: 'Dormant or Removed OAuth Application, or Unused Grant, Active',
  severity: 'medium',
  attack: ['T1671', 'T1550.001', 'T1114.002'],
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
    'gcp.audit',
  ],
  query: `not event.outcome: "failure"
  and ((oauth.action: ("app_use" or "app_sign_in") and (oauth.app.idle_days >= 60 or oauth.app.returned: true)
      and (oauth.action: "app_use" or oauth.grant.app_only: true or oauth.app.kind: "service_account"
        or oauth.app.tier_held: ("critical" or "high")))
    or (oauth.action: "app_use" and oauth.grant.age_days >= 30 and oauth.grant.used: false
      and not oauth.grant.app_only: true and not oauth.app.established: true))`,
  repeats: { within: '7d', by: ['oauth.act.series'] },
  yields: [
    // Microsoft 365 Known Abused OAuth Application Used
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // OAuth Application Active for a Disabled or Deleted Account
    '0d9b4c52-6a1f-4b7e-9c38-5e2f7a1d8b60',
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
    // OAuth Application Active for a User Offboarded on the Other Platform
    'ae83f2a4-8b78-4fe9-bae9-31524ec3ffe2',
  ],
  description:
    'An application that had been unused for at least two months read data, or signed in on its own or with sensitive permissions. Forgotten applications keep their permissions and their keys; a key that leaked long ago works until it is removed. The rule also covers the first use of a grant at least a month after the consent: attackers keep a phished consent for later, when nobody reviews the consents of that day anymore. The rule also covers the first week after another application restored an application that somebody had deleted or disabled in the preceding month: an intruder’s second application undoes the response to the incident.',
  falsePositives: [
    'A quarterly or yearly job.',
    'A gap in the log.',
    'A deployment pipeline replaces an application.',
    'A user opens a tool for the first time, long after connecting it.',
  ],
  triage: `#### Investigation

- **Idle time**: \`oauth.app.last_used\`, \`oauth.app.idle_days\`.
- **Source of the new activity**: \`source.ip\`, \`oauth.activity.network_new\`; credential: \`oauth.credential.id\`, \`oauth.credential.age_hours\`.
- **Permissions**: \`oauth.app.tier_held\`.
- **Grant**, if \`oauth.grant.used\` is false: \`oauth.grant.first_seen\`, \`oauth.grant.granted_by\`. Around that time, look for the message with the link, and for other users who clicked it.
- **Return**, if \`oauth.app.returned\` is true: \`sp_add\`, \`sp_enable\` or \`app_restore\` with the same \`oauth.app.id\`, and the application in \`oauth.actor_app.name\`.

#### Response

1. Ask the owner of the application. If there is none, disable it. \`consentry apps contain ID\` prints the commands for either platform.
2. If the owner did not start it: remove every key, check the key storage, and list the data read since the application became active.
3. Remove unused keys.`,
  evasion:
    'The attacker obtains one token a week, so that the application never becomes dormant, and uses a grant once on its first day.',
  setup: 'Requires the entity store of the pipeline.',
  skipsApprovedApps: true,
  parameters: { idleDays: 'oauth.app.idle_days >=', ageDays: 'oauth.grant.age_days >=' },
  tests: {
    match: [],
    noMatch: [{ scenario: 'cross/dormant-app-stays-so' }, { scenario: 'cross/busy-app-gets-key' }],
  },
})
