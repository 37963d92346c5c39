import { googleUses, microsoftUses } from '../../lib/datasets.ts'
import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3f1c7a84-2b9d-4e06-8a57-91c4d3e6f702',
  name: 'OAuth Application Active After All Granting Accounts Left',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: [...microsoftUses, 'azure.signinlogs', ...googleUses, 'google_workspace.access_evaluation'],
  omits: { 'gcp.audit': 'A service account needs no consent.' },
  query: `oauth.action: ("app_use" or "app_sign_in") and not event.outcome: "failure" and oauth.app.orphaned_hours >= 24
  and not oauth.account.status: ("disabled" or "suspended" or "archived" or "deleted")
  and not (oauth.action: "app_sign_in" and oauth.grant.app_only: true and oauth.grant.age_days >= 30 and oauth.activity.network_new: false)`,
  repeats: { within: '30d', by: ['service.id'] },
  yields: [
    'm365/known-abused-application',
    'cross/new-credential-from-new-network',
    'google-workspace/revoked-app-still-calls',
    'cross/grant-survives-reset',
    'cross/sleeper-returns-with-account',
    'google-workspace/mail-settings-through-api',
    'm365/mail-rule-by-application',
  ],
  description:
    'Every account that consented to this application, or granted it permissions, has been disabled or deleted, and the application is still active. A tenant-wide grant outlives the administrator who granted it: nobody knows the purpose of the application anymore, and nobody would notice an attacker with its key.',
  conditions: `- Every account that granted the access was disabled or deleted at least a day ago, and the application uses data or obtains a token.
- An application raises at most one such alert a month.
- Does not alert on tokens that an application without a user obtains in a known network, if its grant is a month old: handle an application that runs as before in the next review. Its data use still counts.`,
  falsePositives: ['The owner of a required application left without a handover. Assign a new owner.'],
  investigation: `- **Permissions**: \`oauth.app.tier_held\`, \`oauth.grant.scopes\`, and the number of accounts: \`oauth.app.users\`, \`oauth.grant.breadth\`.
- **Consent**: \`oauth.grant.granted_by\`, \`oauth.grant.first_seen\`; time since the deactivation of the last granting account: \`oauth.app.orphaned_hours\`.
- **Change of behavior**: \`oauth.activity.network_new\`, new credentials with the same \`oauth.app.id\`.`,
  response: `1. Identify the current users of the application. If there are none, disable it. \`consentry apps contain ID\` prints the commands for either platform.
2. If the application is needed, have a new owner review its permissions and consent again; the rule then raises no further alerts.`,
  evasion:
    'The attacker persuades one active user to consent to the application, or uses an old application only through APIs without a log of data use, from its usual network.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { hours: 'oauth.app.orphaned_hours >=' },
  state: 'experimental',
  tests: { noMatch: [{ scenario: 'm365/leaver-comes-back' }] },
})
