import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5be7c3f9-1a46-4d82-b0e5-8f9c2d6a7413',
  type: 'threshold',
  name: 'Google Cloud Keys Created for Several Service Accounts by One Account',
  severity: 'medium',
  attack: ['T1098.001', 'T1671'],
  datasets: ['gcp.audit'],
  omits: { 'google_workspace.admin': 'This log contains no service account keys.' },
  query: `oauth.action: "credential_add" and event.outcome: "success" and oauth.app.kind: "service_account"`,
  within: '1h',
  threshold: { field: ['user.email'], value: 3, cardinality: [{ field: 'service.id', value: 3 }] },
  repeats: { within: '7d' },
  description:
    'One account created keys for three service accounts within an hour. Domain-wide delegation belongs to the service account and not to a key: an attacker who may create keys in a project tries one service account after another until one has a delegation.',
  falsePositives: [
    'A person sets up several service accounts with a key each, or rotates the keys of several service accounts manually.',
  ],
  investigation: `- **Actor and source**: \`user.email\` (group-by field), \`source.ip\`, \`user_agent.original\` of the events.
- **Service accounts**: \`oauth.app.name\`, \`oauth.app.id\`; check for delegations in the Admin console (Security > API controls > Domain-wide delegation).
- **Later activity**: \`app_sign_in\` and \`app_use\` with the same \`service.id\` in the Google Workspace logs.`,
  response: `1. Ask the account owner.
2. If the owner did not create the keys: delete the keys, revoke the sessions of the account, and list the data that the service accounts have read since then.
3. Disable key creation with the organization policy \`iam.disableServiceAccountKeyCreation\`.`,
  evasion:
    'The attacker creates the key of one service account a day, or only the key of a service account with a known delegation. Using that key from a new network raises another alert.',
  references: ['https://github.com/axon-git/DeleFriend'],
  parameters: { accounts: 'threshold.cardinality' },
  tests: { match: [], noMatch: [] },
})
