import { rule } from '../../lib/rule.ts'

export default rule({
  id: '6be0d3f9-41c7-4a85-92e6-d8f5c07a1b24',
  type: 'new_terms',
  name: 'Entra ID Password Reset or MFA Method Registered by an Application for the First Time',
  severity: 'medium',
  attack: ['T1098', 'T1671', 'T1078.004'],
  datasets: ['azure.auditlogs', 'o365.audit'],
  query: `event.outcome: "success" and (azure.auditlogs.properties.initiated_by.app.servicePrincipalId: * or user.id: ServicePrincipal_*)
  and event.action: ("Reset user password" or "Reset user password." or "Reset password (by admin)" or "Reset password (by admin)."
    or "Admin registered security info" or "Admin registered security info.")`,
  newTermsFields: ['service.id'],
  historyWindowStart: 'now-14d',
  description:
    'An application set the password of an account, or registered a temporary access pass or another MFA method for it, for the first time in two weeks. An attacker with the key of an application with such a permission can take over any account this way, even an administrator.',
  falsePositives: ['An account management or onboarding tool runs for the first time.'],
  investigation: `- **Application**: \`service.name\` and the object ID of its service principal, \`service.id\`; is it an account management tool?
- **Account**: \`user.target.email\`; does it hold a role?
- **Earlier changes to the application**: new credentials and sign-ins from new networks in the preceding hours.
- **Later activity of the account**: sign-ins, and roles that it granted to others.`,
  response: `1. Ask the owner whether the application is meant to do this.
2. If not: disable the service principal, remove its credentials, reset the account again, and remove the MFA method.
3. Remove the permission from the application if it does not need it.`,
  evasion: 'The attacker takes over an application that resets passwords every day.',
  tests: { noMatch: [{ sample: 'entra/audit-device-owner-added' }] },
})
