import { rule } from '../../lib/rule.ts'

export default rule({
  id: '06143ca7-9788-4d3e-a8b2-f6f40c8a4706',
  name: 'Entra ID Directory Role Granted to a Service Principal',
  severity: 'high',
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: 'event.outcome: "success" and oauth.action: "role_grant" and oauth.role.tier: ("critical" or "high")',
  yields: [
    // Entra ID Account or Role Changed with a Service Token of Microsoft
    'b63a2d92-c909-4a50-acfe-f4a7bbd70df4',
  ],
  description:
    'A service principal received a privileged directory role. It uses the role without a user, a second factor, or a Conditional Access policy for users. Its owners and holders of its secrets can also use the role. Organizations review the roles of an application less often than its permissions.',
  falsePositives: [
    'Directory automation that received a role in a planned change.',
    'Setup of an identity governance or backup product.',
  ],
  triage: `#### Investigation

- **Role**: \`oauth.role.name\`, \`oauth.role.tier\`.
- **Application**: \`oauth.app.name\`, \`oauth.app.object_id\`. Check its owner and the storage of its secrets.
- **Granting account**: \`user.email\`, or \`oauth.actor_app.name\` if an application granted it.
- **Related records**: \`credential_add\` and \`owner_add\` on the same application in the preceding days and the following hours; its changes since then (\`oauth.actor_app.id\`).

#### Response

1. Through another channel, confirm with the person who granted the role.
2. If it was not intended: remove the role, remove the credentials of the application, and undo its changes.
3. If it was intended: request a narrower role, or one limited to an administrative unit.`,
  references: ['https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference'],
  state: 'experimental',
  version: 2,
  changes: [{ version: 2, alerts: 'fewer', what: 'yields to the rule on changes with a service token of Microsoft' }],
  tests: {
    match: [
      { sample: 'm365/role-granted-to-service-principal' },
      { sample: 'entra/audit-role-granted-to-service-principal' },
    ],
    noMatch: [{ scenario: 'm365/acts-that-failed' }, { sample: 'm365/role-granted-to-user' }],
  },
})
