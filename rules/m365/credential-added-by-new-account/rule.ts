import { rule } from '../../lib/rule.ts'

export default rule({
  id: '47731721-3e77-42c3-afdc-b4eb6eabed83',
  type: 'new_terms',
  name: 'Entra ID Application Credential Added by a New Account',
  severity: 'medium',
  attack: ['T1671', 'T1098.001'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: 'event.outcome: "success" and oauth.action: "credential_add"',
  newTermsFields: ['user.email', 'service.id'],
  historyWindowStart: 'now-60d',
  description:
    'A secret, certificate or federated identity was added to an application by an account that added none to it in the last sixty days. Keys are renewed by the same few people or pipelines; a new pair of account and application is how a takeover differs from a renewal.',
  falsePositives: [
    'A renewal by a colleague, or by the successor of the usual owner.',
    'A renewal that comes once a year: the history is shorter than that.',
  ],
  triage: `#### What to look at

- **Who and which**: \`user.email\` and \`service.id\` (what is new here); is the account an owner of the application, since when (\`owner_add\`)?
- **What was added**: \`oauth.credential.kind\`, \`oauth.credential.name\`, \`oauth.credential.validity_days\`; how many there are now: \`oauth.credential.total\`.
- **What the application may do**: its \`consent\`, \`app_role_grant\` and \`role_grant\`.
- **Use**: \`app_sign_in\` with \`oauth.credential.id\` from a network the application never used.

#### What to do

1. Ask the team that runs the application.
2. If nobody knows of it: remove the credential, disable sign-in of the service principal until the others are renewed, and examine the account as compromised.`,
  references: ['https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials'],
  noise: { perThousand: 0.4, because: 'Secrets are rotated every few months, by whoever of the team is there.' },
  version: 3,
  changes: [
    { version: 2, alerts: 'more', what: 'alerts on a record that does not tell which key was added, too' },
    { version: 3, alerts: 'other', what: 'is medium: a new member of a team renews a secret in the same way' },
  ],
  state: 'deprecated',
  successor: '5b0e7d94-2c61-4f38-a9d5-7e84c1f3b206',
  tests: {
    match: [{ scenario: 'm365/key-by-a-stranger' }],
    noMatch: [{ scenario: 'm365/key-by-a-stranger-that-failed' }, { scenario: 'm365/key-renewed-by-its-owner' }],
  },
})
