import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c7a53020-08dc-4601-ae9d-08069fcea02b',
  name: 'Google Cloud Key or Access Added for Delegated or All Service Accounts',
  severity: 'medium',
  attack: ['T1098.001', 'T1671', 'T1550.001'],
  datasets: ['gcp.audit'],
  query: `event.outcome: "success"
  and ((oauth.action: ("credential_add" or "owner_add") and oauth.app.delegated: true
      and (oauth.act.network_age_hours: *
        or (not oauth.act.routine: true and (oauth.action: "credential_add" or oauth.owner.kind: "service_principal"))))
    or (event.dataset: "gcp.audit" and event.action: *SetIamPolicy and oauth.role.tier: "high" and oauth.act.network_age_hours: *))`,
  interval: '1h',
  repeats: { within: '7d' },
  description:
    'A service account holds domain-wide delegation, obtained tokens as a user through it, or signed token requests without a key. Somebody created a key for it, gave another service account or a workload of another provider a role to act as it, or attached it to a machine, a function, a build or another workload. The delegation belongs to the service account, not to a key: an attacker who can create keys or roles in the project can act as any user. A role for a person, or an attachment to a workload, raises an alert only if the administrator came from a new network. A repeated act from the usual networks raises no alert. The delegation may be months old. A removed delegation counts only if it was used after the removal.',
  conditions: `- Somebody creates a key for a service account with domain-wide delegation, or gives a service account, a workload or a person access to it.
- Within a week of its first use of a network, an account grants a role over all service accounts of a project, a folder or the organization: to act as them, to create their keys, or to change policies. The role covers every delegation there. This condition does not require a known delegation.`,
  falsePositives: [
    'A traveling engineer gives a colleague a role in a project.',
    'The owner of the service account creates its first keys, sets up a second host, or moves its program to workload identity federation.',
  ],
  investigation: `- **Service account**: \`service.id\` (group-by field), \`oauth.app.name\`; for its delegation and scopes, see Security > API controls > Domain-wide delegation in the Admin console, or \`delegation_grant\` with the same \`service.id\`.
- **Actor and source**: \`user.email\`, \`source.ip\`, \`user_agent.original\`; preceding sign-ins of this account in \`google_workspace.login\`. Is the account responsible for the program?
- **New access**: \`oauth.owner.name\` (a person, a service account, or the resource name of a workload), \`oauth.role.name\`. For a machine: see its startup script and SSH keys (\`setMetadata\` in \`gcp.audit\`). A workload of an unknown cloud account: see the providers of its pool (\`CreateWorkloadIdentityPoolProvider\` in \`gcp.audit\`).
- **Use since then**: \`app_use\` and \`app_sign_in\` with the same \`service.id\`: new accounts (\`oauth.account.name\`), networks (\`source.ip\`) and methods.
- **Other keys**: \`credential_add\` and \`credential_remove\` with the same \`service.id\`: a rotation removes the old key.`,
  response: `1. Ask the owner of the service account about the key or the role.
2. If nobody planned it: delete the key (\`gcloud iam service-accounts keys delete\`), remove the role and the provider of the pool, or detach the service account from the workload. End the sessions of the account that created it.
3. List the accounts and data that the service account has used since then.
4. Disable key creation with the organization policy \`iam.disableServiceAccountKeyCreation\`.`,
  evasion:
    'The attacker uses an existing key, adds a provider to a pool that may already act as the service account, changes the program or the startup script of a workload that already runs as the service account, or uses a delegation that the log does not show.',
  setup:
    'Requires the entity store of the pipeline, and the admin or access evaluation log of Google Workspace: other logs do not show the delegation.',
  references: [
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://github.com/axon-git/DeleFriend',
    'https://cloud.google.com/iam/docs/service-account-permissions',
  ],
  tests: { match: [], noMatch: [] },
})
