import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'a4e1bb69-3857-4027-9768-5897b909c0d3',
  type: 'new_terms',
  name: 'Entra ID Application Registered by an Account for the First Time',
  severity: 'medium',
  attack: ['T1671', 'T1136.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: 'event.outcome: "success" and oauth.action: "app_register"',
  newTermsFields: ['user.email'],
  historyWindowStart: 'now-90d',
  yields: ['m365/lookalike-application', 'cross/meaningless-name'],
  description:
    'An account registered its first application in three months. By default, every user can register applications. An attacker in a mailbox registers an application in the tenant because it needs no publisher, is trusted as internal, and survives a password change.',
  falsePositives: [
    'A developer or an administrator registers an application for the first time. Administrators in the environment file are excluded.',
    'A user sets up a product that requires a customer registration.',
  ],
  investigation: `- **Actor**: \`user.email\`, from \`source.ip\`: does this person build software? Has the account signed in from that address before? Did its recent sign-ins show risk indicators?
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`. A name of dots, a user name or the company name is suspicious (\`oauth.app.name_flags\`).
- **Requested permissions**: \`oauth.grant.scopes_added\`, and the addresses in \`oauth.redirect.added\`.
- **Later activity**: \`credential_add\`, \`consent\` and \`app_role_grant\` on the same \`oauth.app.id\`, and mail sent by the application.`,
  response: `1. Ask the owner of the account, but not by email.
2. If the registration was not intended: remove the consents, delete the application, revoke the sessions of the account, and treat the account as compromised.
3. Consider restricting registration to administrators (\`allowedToCreateApps\`).`,
  evasion: 'The attacker uses an account that registered an application before.',
  references: ['https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/delegate-app-roles'],
  skipsAdministrators: true,
  state: 'experimental',
})
