import { rule } from '../../lib/rule.ts'

export default rule({
  id: '8b156d57-41fd-4aa9-9974-487b07d25814',
  name: 'Entra ID Service Principal Granted a Permission or a Role to Itself',
  severity: 'critical',
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.actor_app.self: true
  and (oauth.action: "app_role_grant" or (oauth.action: "role_grant" and oauth.role.tier: "critical"))`,
  description:
    'An application used one of its permissions to grant itself another permission, or made itself an administrator with a role such as Global Administrator. `AppRoleAssignment.ReadWrite.All`, `RoleManagement.ReadWrite.Directory` and a few other permissions allow this: with them, an application can obtain any permission in the tenant with one API call. A product requests its permissions from administrators; an application that grants permissions to itself is badly designed or compromised.',
  falsePositives: [
    'An installer uses a bootstrap permission to set up the product and removes the permission afterwards.',
  ],
  investigation: `- **Role**: \`oauth.role.name\`.
- **Granted permissions**: \`oauth.grant.scopes_added\`, \`oauth.grant.tier_reason\`, on \`oauth.grant.resource.name\`.
- **Application**: \`oauth.app.name\`, \`oauth.app.object_id\`; when did it receive the permission that allows this?
- **Credential**: \`app_sign_in\` of the application before the grant: \`oauth.credential.id\`, network; was that credential added recently (\`credential_add\`)?
- **Later activity**: \`oauth.actor_app.id\` in all datasets; \`app_use\` of the same application.`,
  response: `1. Disable sign-in for the service principal first, then ask its owner.
2. Remove the new permission and the permission that allowed the grant.
3. Remove all credentials of the application, and identify the credential that was used.
4. Review all its changes: other grants, credentials, roles.`,
  references: ['https://learn.microsoft.com/en-us/graph/permissions-reference'],
  evasion:
    'The application grants the permission to a second application, which another rule covers if it is critical.',
  tests: {
    match: [{ sample: 'm365/app-role-grant-by-itself' }, { sample: 'entra/audit-app-role-grant-by-itself' }],
    noMatch: [
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/app-role-grant-critical' },
      { sample: 'entra/audit-app-role-grant-critical' },
    ],
  },
})
