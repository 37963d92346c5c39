import { rule } from '../../lib/rule.ts'

export default rule({
  id: '9bee2ead-35b5-43b9-b11a-78c4d6cdccfc',
  name: 'Entra ID Credential Added to a Microsoft First-Party Service Principal',
  severity: 'critical',
  attack: ['T1671', 'T1098.001', 'T1550.001'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: 'event.outcome: "success" and oauth.action: "credential_add" and oauth.app.first_party: true',
  description:
    'A secret or certificate was added to the service principal of one of Microsoft’s own applications in this tenant. Those hold wide permissions that nobody granted here and nobody reviews, and their sign-ins look like the cloud’s own. Microsoft looks after its credentials itself: a tenant has hardly any reason to add one.',
  evasion: 'The intruder adds the credential to an application of the organization.',
  falsePositives: [
    'A few documented set-ups of on-premises products add a certificate to the service principal of Exchange or Skype for Business (hybrid).',
  ],
  triage: `#### What to look at

- **Which application**: \`oauth.app.first_party_name\`, \`oauth.app.id\`.
- **What was added**: \`oauth.credential.kind\`, \`oauth.credential.name\`, \`oauth.credential.id\`, \`oauth.credential.end\`.
- **Who added it**: \`user.email\` or \`oauth.actor_app.name\`. It takes a privileged role or permission: is that account in the right hands?
- **Use**: \`app_sign_in\` with that \`oauth.credential.id\`, and what the application read or changed since.

#### What to do

1. Treat it as an intrusion unless a hybrid set-up is under way today and its administrator confirms it.
2. Remove the credential, and those added to other applications by the same account.
3. Disable the account, end its sessions, and find out how it came by the role.
4. Search what was done with the application from the first sign-in on.`,
  tests: {
    match: [{ scenario: 'm365/credential-on-exchange-online' }],
    noMatch: [{ scenario: 'm365/acts-that-failed' }, { sample: 'm365/service-principal-credential-added' }],
  },
})
