import { rule } from '../../lib/rule.ts'

export default rule({
  id: '9bee2ead-35b5-43b9-b11a-78c4d6cdccfc',
  name: 'Entra ID Credential Added to a Microsoft First-Party Service Principal',
  severity: 'critical',
  attack: ['T1671', 'T1098.001', 'T1550.001'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: 'event.outcome: "success" and oauth.action: "credential_add" and oauth.app.first_party: true',
  description:
    'A secret or certificate was added to the service principal of a Microsoft application in this tenant. These applications hold broad permissions that nobody in the tenant granted or reviews, and their sign-ins look like normal cloud traffic. Microsoft manages their credentials, so a tenant almost never needs to add one.',
  evasion: 'The attacker adds the credential to an internal application.',
  falsePositives: [
    'The documented hybrid setup of Exchange or Skype for Business adds a certificate to the service principal.',
  ],
  investigation: `- **Application**: \`oauth.app.first_party_name\`, \`oauth.app.id\`.
- **New credential**: \`oauth.credential.kind\`, \`oauth.credential.name\`, \`oauth.credential.id\`, \`oauth.credential.end\`.
- **Actor**: \`user.email\` or \`oauth.actor_app.name\`. The change needs a privileged role or permission: is that account compromised?
- **Use**: \`app_sign_in\` with that \`oauth.credential.id\`, and data read or changed by the application since then.`,
  response: `1. Treat the addition as an intrusion unless an administrator confirms a current hybrid setup.
2. Remove the credential, and all credentials that the same account added to other applications.
3. Disable the account, revoke its sessions, and find out how it obtained the role.
4. Review the activity of the application since its first sign-in with the credential.`,
  tests: {
    match: [{ scenario: 'm365/credential-on-exchange-online' }],
    noMatch: [{ scenario: 'm365/acts-that-failed' }, { sample: 'm365/service-principal-credential-added' }],
  },
})
