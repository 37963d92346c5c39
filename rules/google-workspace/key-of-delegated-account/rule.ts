import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c7a53020-08dc-4601-ae9d-08069fcea02b',
  type: 'eql',
  name: 'Google Cloud Key Created for a Service Account That Uses Domain-Wide Delegation',
  severity: 'medium',
  attack: ['T1098.001', 'T1671', 'T1550.001'],
  datasets: ['google_workspace.access_evaluation', 'gcp.audit'],
  query: `sequence by oauth.app.object_id with maxspan=14d
  [any where oauth.grant.kind == "domain_delegation"]
  [any where oauth.action == "credential_add" and event.outcome == "success"]`,
  interval: '1h',
  repeats: { within: '7d' },
  description:
    'A key was created for a service account that used domain-wide delegation within the last two weeks to obtain tokens as a user. The delegation belongs to the service account, not to a key: an attacker with permission to create keys in the project can act as any user of the domain with the new key. The delegation may be older than the log.',
  falsePositives: ['The owner of the service account rotates its key, or sets up a second host.'],
  triage: `#### Investigation

- **Service account**: \`service.id\` (group-by field), \`oauth.app.name\` of the second event; for its delegation and scopes, see Security > API controls > Domain-wide delegation in the Admin console, or \`delegation_grant\` with the same \`service.id\`.
- **Actor and source** (second event): \`user.email\`, \`source.ip\`, \`user_agent.original\`; preceding sign-ins of this account in \`google_workspace.login\`. Is the account responsible for the program?
- **Use since then**: \`app_use\` and \`app_sign_in\` with the same \`service.id\`: new accounts (\`oauth.account.name\`), networks (\`source.ip\`) and methods.
- **Other keys**: \`credential_add\` and \`credential_remove\` with the same \`service.id\`: a rotation removes the old key.

#### Response

1. Ask the owner of the service account about the key.
2. If nobody planned the key: delete it at once (\`gcloud iam service-accounts keys delete\`), and end the sessions of the account that created it.
3. List the accounts and data that the service account has used since then.
4. Disable key creation with the organization policy \`iam.disableServiceAccountKeyCreation\`.`,
  evasion: 'The attacker uses an existing key, or waits until the service account has been idle for two weeks.',
  setup: 'Requires the access evaluation log of Google Workspace: the token log does not show the delegation.',
  references: [
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://github.com/axon-git/DeleFriend',
  ],
  tests: { match: [], noMatch: [] },
})
