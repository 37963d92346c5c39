import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1f6b8c02-7d35-4e9a-b4c1-90e2d7a5f368',
  name: 'Entra ID Administrator Role Assigned to a User by an Application',
  severity: 'high',
  attack: ['T1098.003', 'T1671'],
  datasets: ['azure.auditlogs', 'o365.audit'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.role.tier: ("critical" or "high") and not oauth.action: *
  and event.action: (Add*role* or Restore*role*)
  and ((azure.auditlogs.properties.initiated_by.app.servicePrincipalId: * and not azure.auditlogs.properties.initiated_by.app.displayName: MS-PIM*)
    or user.id: ServicePrincipal_*)`,
  description:
    'An application made a person an administrator. An attacker with the key of an application that may assign roles needs no administrator account: the application creates an administrator, and the attacker signs in with that account.',
  falsePositives: ['An identity governance product assigns roles. Add an exception for its service principal.'],
  triage: `#### Investigation

- **Application**: \`azure.auditlogs.properties.initiated_by.app.displayName\` and its \`servicePrincipalId\`, or \`user.id\`.
- **Account and role**: \`user.target.email\`, \`oauth.role.name\`, \`oauth.role.tier\`.
- **Earlier changes to the application**: new credentials, owners and networks in the preceding days.
- **Later activity of the person**: sign-ins, and further roles, applications and policies.

#### Response

1. Ask the owner of the application whether it is meant to assign roles.
2. If not: remove the role, end the sessions of the person, disable the service principal, and remove its credentials.`,
  evasion:
    'The application adds a key to another application, adds the person to a group with the role, or resets the password of an administrator, which another rule covers.',
  references: ['https://www.semperis.com/blog/service-principal-ownership-abuse-in-entra-id'],
  state: 'experimental',
  tests: {
    match: [{ sample: 'entra/audit-role-granted-by-application' }],
    noMatch: [{ sample: 'entra/audit-role-granted-to-service-principal' }],
  },
})
