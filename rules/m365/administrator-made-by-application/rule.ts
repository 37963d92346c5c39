import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1f6b8c02-7d35-4e9a-b4c1-90e2d7a5f368',
  name: 'Entra ID Administrator Role Given to a Person by an Application',
  severity: 'high',
  attack: ['T1098.003', 'T1671'],
  datasets: ['azure.auditlogs', 'o365.audit'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.role.tier: ("critical" or "high") and not oauth.action: *
  and event.action: (Add*role* or Restore*role*)
  and ((azure.auditlogs.properties.initiated_by.app.servicePrincipalId: * and not azure.auditlogs.properties.initiated_by.app.displayName: MS-PIM*)
    or user.id: ServicePrincipal_*)`,
  description:
    'An application made a person an administrator. The holder of the key of an application that may assign roles needs no administrator: the application makes one, and the person signs in as such.',
  falsePositives: [
    'A product for identity governance assigns roles. Disable the rule for its service principal by an exception.',
  ],
  triage: `#### What to look at

- **Which application**: \`azure.auditlogs.properties.initiated_by.app.displayName\` and its \`servicePrincipalId\`, or \`user.id\`.
- **Who became what**: \`user.target.email\`, \`oauth.role.name\`, \`oauth.role.tier\`.
- **The application before**: new credentials, owners and networks in the days before.
- **The person after**: sign-ins, and further roles, applications and policies.

#### What to do

1. Ask the owner of the application whether it is meant to assign roles.
2. If not: take the role away, end the sessions of the person, disable the service principal, and remove its credentials.

#### How it is evaded

The application adds the person to a group that holds the role, or changes the password of an administrator, which has a rule of its own.`,
  evasion: 'The application adds a key to another application instead of a role to an account.',
  references: ['https://www.semperis.com/blog/service-principal-ownership-abuse-in-entra-id'],
  state: 'experimental',
  tests: {
    match: [{ sample: 'entra/audit-role-granted-by-application' }],
    noMatch: [{ sample: 'entra/audit-role-granted-to-service-principal' }],
  },
})
