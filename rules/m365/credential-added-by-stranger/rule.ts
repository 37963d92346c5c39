import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5b0e7d94-2c61-4f38-a9d5-7e84c1f3b206',
  name: 'Entra ID Application Credential Added by an Unusual Account',
  severity: 'medium',
  attack: ['T1671', 'T1098.001'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "credential_add" and oauth.credential.actor_new: true
  and not oauth.credential.kind: "federated"`,
  yields: [
    // Credential Added to a Dormant OAuth Application
    'b8e60d14-6a72-4cf9-8f05-1c3d9e7b2a50',
    // Entra ID Credential Added to a Microsoft First-Party Service Principal
    '9bee2ead-35b5-43b9-b11a-78c4d6cdccfc',
    // Entra ID Application or Copilot Studio Agent Opened to Outsiders
    'a149f2a7-d373-4e61-bcb0-dd30350eff62',
    // Entra ID Application Authentication Flow Weakened
    'e705eac0-8c2a-4fea-921f-fa9d79b7e5b6',
  ],
  description:
    'An account or application added a secret or certificate to an application for the first time, although others had done so before. The same few people or pipelines rotate keys; a new pair distinguishes a takeover from a rotation. Another rule covers all other added credentials.',
  falsePositives: [
    'A rotation by a colleague or by the successor of the usual owner.',
    'A rotation in a team with changing duties, until each member has rotated a key once.',
  ],
  triage: `#### Investigation

- **Account and application**: the new pair of \`user.email\` or \`oauth.actor_app.name\` and \`service.id\`; is the account an owner of the application, and since when (\`owner_add\`)?
- **New credential**: \`oauth.credential.kind\`, \`oauth.credential.name\`, \`oauth.credential.validity_days\`; number of credentials: \`oauth.credential.total\`.
- **Permissions of the application**: its \`consent\`, \`app_role_grant\` and \`role_grant\`.
- **Use**: \`app_sign_in\` with \`oauth.credential.id\` from a network that is new to the application.

#### Response

1. Ask the team that runs the application.
2. If the team does not recognize it: remove the credential, disable sign-in for the service principal until the other credentials are rotated, and treat the account as compromised.`,
  references: ['https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials'],
  setup: 'Requires the entity store of the pipeline.',
  noise: { perThousand: 0.1, because: 'Changing members of a team rotate secrets every few months.' },
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/key-renewed-by-its-owner' }, { scenario: 'm365/key-in-the-first-days' }],
  },
})
