import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f5274bd9-8c13-4e6a-b03f-9d6a1e7c4582',
  name: 'Dormant OAuth Application Active After Its Account Was Re-enabled',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
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
  query: `oauth.action: "app_use" and not event.outcome: "failure" and oauth.account.status: "active" and oauth.account.status_age_hours <= 24
  and oauth.grant.idle_days >= 30 and not oauth.account.signed_in_since_reset: true
  and oauth.activity.kind: ("mail" or "file" or "chat" or "contacts" or "directory") and not oauth.app.established: true`,
  repeats: { within: '7d', by: ['oauth.act.series'] },
  yields: [
    // Google Workspace Gmail Settings Changed or Vault Data Exported by an OAuth Application
    'fe91c092-c5b1-4803-8ee0-a3eabf16bc61',
    // Microsoft 365 Known Abused OAuth Application Used
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // Google Workspace OAuth Application Active a Day After Its Revocation
    'e17d3a60-95bc-4d82-a1f4-6c7b0e8d2f45',
    // OAuth Application Active After a Password Reset
    '8a2e5d91-7c40-4f3b-b6e8-0d1f9a7c5e23',
  ],
  description:
    'An account was re-enabled, and within a day an application that had been dormant for at least a month was active on its behalf. The grant was never removed: re-enabling the account also restored the application’s access. The rule excludes an owner who signed in first, and an application that at least five accounts connected at least a month ago: a phone reads mail as soon as its owner returns from leave.',
  falsePositives: ['A person returns from long leave and uses their tools again.'],
  triage: `#### Investigation

- **Account re-enablement**: the directory record at \`oauth.account.status_since\`.
- **Application**: \`oauth.app.name\`, \`oauth.grant.first_seen\`, \`oauth.grant.last_used\`.
- **Presence of the owner**: sign-ins of the account since its re-enablement.

#### Response

1. If the account was enabled by mistake, or after a vishing call to the help desk, disable it again and remove its grants. \`consentry apps contain ID\` prints the commands for either platform.
2. Ask the help desk who requested the re-enablement, and how the identity was verified.`,
  evasion:
    'The attacker signs in as the owner before the application works, or waits for a day after the account is enabled.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { activeHours: 'oauth.account.status_age_hours <=', idleDays: 'oauth.grant.idle_days >=' },
  tests: {
    match: [],
    noMatch: [],
  },
})
