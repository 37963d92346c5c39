import { rule } from '../../lib/rule.ts'

export default rule({
  id: '6be0d3f9-41c7-4a85-92e6-d8f5c07a1b24',
  type: 'new_terms',
  name: 'Entra ID Password Reset or Second Factor Registered by an Application for the First Time',
  severity: 'medium',
  attack: ['T1098', 'T1671', 'T1078.004'],
  datasets: ['azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and azure.auditlogs.properties.initiated_by.app.servicePrincipalId: *
  and event.action: ("Reset user password" or "Reset password (by admin)" or "Admin registered security info")`,
  newTermsFields: ['azure.auditlogs.properties.initiated_by.app.servicePrincipalId'],
  historyWindowStart: 'now-14d',
  description:
    'An application set the password of an account, or registered a temporary pass or another second factor for it, and did neither within the last two weeks. The holder of the key of an application with such a permission becomes any user in this way, an administrator as well.',
  falsePositives: ['A tool that manages accounts or onboards people runs for the first time.'],
  triage: `#### What to look at

- **Which application**: \`azure.auditlogs.properties.initiated_by.app.displayName\` and its \`servicePrincipalId\`; is it a tool for accounts?
- **Whose account**: \`user.target.email\`; does it hold a role?
- **The application before**: new credentials and sign-ins from new networks in the hours before.
- **The account after**: sign-ins of it, and roles that it gave to others.

#### What to do

1. Ask the owner of the application whether it is meant to do this.
2. If not: disable the service principal, remove its credentials, reset the account again, and remove the second factor.
3. Take the permission from the application if it does not need it.`,
  evasion: 'The intruder takes an application that resets passwords as its daily work.',
  tests: {
    match: [],
    noMatch: [{ sample: 'entra/audit-device-owner-added' }],
  },
})
