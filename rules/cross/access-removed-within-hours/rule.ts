import { rule } from '../../lib/rule.ts'

export default rule({
  id: '95ecb256-0e3b-44d9-a3bf-718c81c34fb0',
  type: 'eql',
  name: 'OAuth Access to All Accounts Granted, Used and Removed Within Twelve Hours',
  severity: 'high',
  attack: ['T1671', 'T1098.003'],
  datasets: [
    'o365.audit',
    'azure.auditlogs',
    'azure.signinlogs',
    'azure.graphactivitylogs',
    'google_workspace.admin',
    'google_workspace.token',
    'google_workspace.access_evaluation',
  ],
  omits: {
    'azure.aadgraphactivitylogs': 'The sign-in log also contains the use of the application.',
    'gcp.audit': 'This log contains calls to Google Cloud, not access to the data of accounts.',
    'google_workspace.calendar': 'The token log also contains the call.',
    'google_workspace.chat': 'The token log also contains the call.',
    'google_workspace.drive': 'The token log also contains the call.',
    'google_workspace.gmail_reports': 'The token log also contains the call.',
    'google_workspace.keep': 'The token log also contains the call.',
  },
  query: `sequence by ?organization.id, oauth.app.id with maxspan=12h
  [any where oauth.action in ("delegation_grant", "app_role_grant", "delegated_grant", "consent")
    and (event.outcome == null or event.outcome == "success") and (oauth.app.first_party == null or oauth.app.first_party == false)
    and oauth.grant.breadth == "tenant" and oauth.grant.tier in ("critical", "high")
    and (oauth.grant.known == null or oauth.grant.known == false or oauth.grant.revoked != null or oauth.grant.tier_raised == true)]
  [any where oauth.action in ("app_use", "app_sign_in") and (event.outcome == null or event.outcome == "success")]
  [any where (oauth.action in ("app_delete", "sp_delete") or (oauth.grant.breadth == "tenant" and oauth.grant.granted_age_hours < 12
      and oauth.action in ("delegation_revoke", "app_role_revoke", "delegated_revoke")))
    and (event.outcome == null or event.outcome == "success")]`,
  // Each run reads half a day.
  interval: '30m',
  repeats: { within: '1d' },
  description:
    'An application received access to sensitive data of all accounts, used it, and lost the access or was deleted within twelve hours: a domain-wide delegation in Google Workspace, or an application permission or a tenant-wide consent in Entra ID. A product that needs such access keeps it. An attacker who needs it once removes it before anyone reviews the list of applications, and grants it again for the next visit. The removal does not undo the activity.',
  falsePositives: [
    'The permissions of a new application are reduced while it is in use.',
    'An administrator grants access for one export or a test, and removes it on the same day.',
    'A tool grants permissions just in time. Add an exception for its application.',
  ],
  investigation: `- **Actor**: \`user.email\` or \`oauth.actor_app.name\` of the first and the last event, from \`source.ip\`. Is this the usual network of the account?
- **Permissions**: \`oauth.grant.scopes\` of the first event.
- **Activity in between**: \`app_use\` and \`app_sign_in\` with the same \`oauth.app.id\`, their accounts (\`oauth.account.name\`) and networks (\`source.ip\`); changes with the application as \`oauth.actor_app.id\`: permissions and keys granted to others remain.
- **Repetition**: earlier grants and removals by the same account, also for other applications.`,
  response: `1. Ask the account owner through another channel about the purpose of the access.
2. If the activity was not intended: treat the account as compromised, end its sessions, and list the data that the application read.
3. Undo the application’s changes. A deleted application in Entra ID can be restored for thirty days: delete it permanently.`,
  evasion:
    'The attacker keeps the access for a day, replaces it with a narrower permission for the same kind of data, grants it only for single accounts, or deletes an application whose use no log contains.',
  references: ['https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/'],
  tests: { match: [], noMatch: [{ scenario: 'm365/application-armed' }] },
})
