import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5b0e7d94-2c61-4f38-a9d5-7e84c1f3b206',
  name: 'Entra ID Application Credential Added by an Unusual Account',
  severity: 'medium',
  attack: ['T1671', 'T1098.001'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "credential_add" and oauth.credential.actor_new: true
  and not oauth.credential.kind: "federated"`,
  yields: [
    // Credential Added to a Dormant OAuth Application
    'b8e60d14-6a72-4cf9-8f05-1c3d9e7b2a50',
    // Entra ID Credential Added to a Microsoft First-Party Service Principal
    '9bee2ead-35b5-43b9-b11a-78c4d6cdccfc',
    // Entra ID Application Changed to Multitenant
    '45126517-a1a2-4406-bea2-3013ce166a69',
    // Entra ID Application Redirect URI Set to an Untrusted Host
    'a149f2a7-d373-4e61-bcb0-dd30350eff62',
    // Entra ID Application Authentication Flow Weakened
    'e705eac0-8c2a-4fea-921f-fa9d79b7e5b6',
  ],
  description:
    'A secret or certificate was added to an application by an account or another application that never added one to it, though others did. Keys are renewed by the same few people or pipelines; a new pair is how a takeover differs from a renewal. Another rule covers every other added credential.',
  falsePositives: [
    'A renewal by a colleague, or by the successor of the usual owner.',
    'A renewal by a team whose members take turns, until each of them had one.',
  ],
  triage: `#### What to look at

- **Who and which**: \`user.email\` or \`oauth.actor_app.name\`, and \`service.id\`: the two together are new; is the account an owner of the application, since when (\`owner_add\`)?
- **What was added**: \`oauth.credential.kind\`, \`oauth.credential.name\`, \`oauth.credential.validity_days\`; how many there are now: \`oauth.credential.total\`.
- **What the application may do**: its \`consent\`, \`app_role_grant\` and \`role_grant\`.
- **Use**: \`app_sign_in\` with \`oauth.credential.id\` from a network the application never used.

#### What to do

1. Ask the team that runs the application.
2. If nobody knows of it: remove the credential, disable sign-in of the service principal until the others are renewed, and examine the account as compromised.`,
  references: ['https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials'],
  setup: 'Needs the entity store of the pipeline.',
  noise: { perThousand: 0.1, because: 'Secrets are rotated every few months, by whoever of the team is there.' },
  version: 4,
  changes: [
    { version: 2, alerts: 'other', what: 'is medium: a new member of a team renews a secret in the same way' },
    {
      version: 3,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    {
      version: 4,
      alerts: 'other',
      what: 'gives way only to rules that are enabled by default',
    },
  ],
  state: 'experimental',
  tests: {
    match: [{ scenario: 'm365/key-by-a-stranger' }],
    noMatch: [
      { scenario: 'm365/key-by-a-stranger-that-failed' },
      { scenario: 'm365/key-renewed-by-its-owner' },
      { scenario: 'm365/key-in-the-first-days' },
    ],
  },
})
