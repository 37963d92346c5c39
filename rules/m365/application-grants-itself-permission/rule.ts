import { rule } from '../../lib/rule.ts'

export default rule({
  id: '8b156d57-41fd-4aa9-9974-487b07d25814',
  name: 'Entra ID Service Principal Granted a Permission to Itself',
  severity: 'critical',
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: 'event.outcome: "success" and oauth.action: "app_role_grant" and oauth.actor_app.self: true',
  description:
    'An application used its own permission to give itself another one. `AppRoleAssignment.ReadWrite.All` and a few others allow exactly that: from there to any permission in the tenant is one call. Products ask administrators for what they need; one that takes it is either very badly made or in other hands.',
  falsePositives: ['An installer that uses a bootstrap permission to set up the product and removes it afterwards.'],
  triage: `#### What to look at

- **What it took**: \`oauth.grant.scopes_added\`, \`oauth.grant.tier_reason\`, on \`oauth.grant.resource.name\`.
- **Which application**: \`oauth.app.name\`, \`oauth.app.object_id\`; since when does it hold a permission that allows this?
- **With which credential**: \`app_sign_in\` of the application before the act: \`oauth.credential.id\`, network; was that credential added lately (\`credential_add\`)?
- **What it did then**: \`oauth.actor_app.id\` in all datasets; \`app_use\` of the same application.

#### What to do

1. Disable sign-in of the service principal first, then ask its owner.
2. Remove what it granted itself and the permission that allowed it.
3. Remove all of its credentials and find out which one was used.
4. Look through everything it changed: other grants, credentials, roles.`,
  references: ['https://learn.microsoft.com/en-us/graph/permissions-reference'],
  state: 'experimental',
  tests: {
    match: [{ sample: 'm365/app-role-grant-by-itself' }, { sample: 'entra/audit-app-role-grant-by-itself' }],
    noMatch: [
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/app-role-grant-critical' },
      { sample: 'entra/audit-app-role-grant-critical' },
    ],
  },
})
