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
    'An account that added no credential to this application in the last sixty days added a secret, certificate or federated credential. The same few people or pipelines rotate keys; a new pair of account and application distinguishes a takeover from a rotation.',
  falsePositives: [
    'A rotation by a colleague or by the successor of the usual owner.',
    'A yearly rotation: the history is shorter than a year.',
  ],
  triage: `#### Investigation

- **Account and application**: the new pair of \`user.email\` and \`service.id\`; is the account an owner of the application, and since when (\`owner_add\`)?
- **New credential**: \`oauth.credential.kind\`, \`oauth.credential.name\`, \`oauth.credential.validity_days\`; number of credentials: \`oauth.credential.total\`.
- **Permissions of the application**: its \`consent\`, \`app_role_grant\` and \`role_grant\`.
- **Use**: \`app_sign_in\` with \`oauth.credential.id\` from a network that is new to the application.

#### Response

1. Ask the team that runs the application.
2. If the team does not recognize it: remove the credential, disable sign-in for the service principal until the other credentials are rotated, and treat the account as compromised.`,
  references: ['https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials'],
  noise: { perThousand: 0.4, because: 'Changing members of a team rotate secrets every few months.' },
  version: 3,
  changes: [
    { version: 2, alerts: 'more', what: 'also alerts on a record that does not show which key was added' },
    { version: 3, alerts: 'other', what: 'severity is medium: a new member of a team renews a secret in the same way' },
  ],
  state: 'deprecated',
  successor: '5b0e7d94-2c61-4f38-a9d5-7e84c1f3b206',
  tests: {
    match: [{ scenario: 'm365/key-by-a-stranger' }],
    noMatch: [{ scenario: 'm365/key-by-a-stranger-that-failed' }, { scenario: 'm365/key-renewed-by-its-owner' }],
  },
})
