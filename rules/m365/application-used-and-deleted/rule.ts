import { rule } from '../../lib/rule.ts'

export default rule({
  id: '95ecb256-0e3b-44d9-a3bf-718c81c34fb0',
  type: 'eql',
  name: 'Entra ID Application Registered, Given a Credential and Deleted Within a Day',
  severity: 'medium',
  attack: ['T1671', 'T1098.001', 'T1136.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `sequence by ?organization.id, oauth.app.id with maxspan=24h
  [any where oauth.action == "app_register" and event.outcome == "success"]
  [any where oauth.action in ("credential_add", "app_role_grant", "consent") and event.outcome == "success"]
  [any where oauth.action == "app_delete" and event.outcome == "success"]`,
  description:
    'An application was registered, given a key or a permission, and deleted within a day. An attacker who needs an identity for one task, for example to copy mail or to gain a permission, cleans up this way. Deletion removes the grants; it does not undo the activity.',
  falsePositives: ['A developer or a test creates and deletes applications, repeatedly under the same account.'],
  triage: `#### Investigation

- **Actor**: \`user.email\` or \`oauth.actor_app.name\` of the three events, from \`source.ip\`. Is it the same account in all three events?
- **Permissions**: \`oauth.grant.scopes\` and \`oauth.credential.kind\` of the second event.
- **Activity in between**: \`app_use\` and \`app_sign_in\` with the same \`oauth.app.id\`, and changes with it as \`oauth.actor_app.id\`: permissions and keys granted to others remain.
- **Remaining access**: a deleted application can be restored for thirty days.

#### Response

1. Ask the account owner about the purpose of the application.
2. If the activity was not intended: undo the application’s changes, delete the application permanently, and treat the account as compromised.`,
  // Each run reads a whole day.
  interval: '30m',
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/application-armed' }],
  },
})
