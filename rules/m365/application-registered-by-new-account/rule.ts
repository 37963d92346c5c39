import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'a4e1bb69-3857-4027-9768-5897b909c0d3',
  type: 'new_terms',
  name: 'Entra ID Application Registered by an Account for the First Time',
  severity: 'medium',
  attack: ['T1671', 'T1136.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: 'event.outcome: "success" and oauth.action: "app_register"',
  newTermsFields: ['user.email'],
  historyWindowStart: 'now-90d',
  yields: [
    // Entra ID Application Impersonating a Known Brand
    '9959c8bb-36e9-4891-ad7f-3d3224b99702',
    // OAuth Application with a Generic Name
    '870cc00d-fd91-4790-a63e-2cc084d44c2f',
  ],
  description:
    'An account that registered no application in three months registered one. By default every user may. Whoever took over a mailbox registers an application of his own in the tenant, because it needs no publisher, is trusted as the organization’s own, and stays when the password is changed.',
  falsePositives: [
    'A developer or an administrator whose first registration this is. Administrators of the environment file are left out.',
    'A person who follows the set-up of a product that asks for an application of one’s own.',
  ],
  triage: `#### What to look at

- **Who**: \`user.email\`, from \`source.ip\`: is it somebody who builds software? Did the account sign in from there before, did its sign-ins look odd lately?
- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`. A name of dots, of the user or of the company (\`oauth.app.name_flags\`) is not a product’s.
- **What it asks for**: \`oauth.grant.scopes_added\`, and the addresses in \`oauth.redirect.added\`.
- **What came next**: \`credential_add\`, \`consent\` and \`app_role_grant\` on the same \`oauth.app.id\`, and mail sent by it.

#### What to do

1. Ask the owner of the account, not by mail.
2. If it was not meant: remove the consents, delete the application, end the sessions of the account and examine it as compromised.
3. Consider to let administrators alone register applications (\`allowedToCreateApps\`).`,
  evasion: 'The intruder takes an account that registered an application before.',
  references: ['https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/delegate-app-roles'],
  skipsAdministrators: true,
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'fewer',
      what: 'gives way to the rule on names of known brands, which sees lasting access to a sign-in, too',
    },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
