import { rule } from '../../lib/rule.ts'

export default rule({
  id: '06143ca7-9788-4d3e-a8b2-f6f40c8a4706',
  name: 'Entra ID Directory Role Granted to a Service Principal',
  severity: 'high',
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: 'event.outcome: "success" and oauth.action: "role_grant" and oauth.role.tier: ("critical" or "high")',
  description:
    'A service principal was given a privileged directory role. It acts with the role without a user, a second factor or a conditional access policy for users, and its owners and whoever holds one of its secrets act with it, too. Permissions of an application are reviewed more often than roles of one.',
  falsePositives: [
    'Automation that manages the directory and was given a role in a planned change.',
    'An identity governance or backup product at its set-up.',
  ],
  triage: `#### What to look at

- **Which role**: \`oauth.role.name\`, \`oauth.role.tier\`.
- **Which application**: \`oauth.app.name\`, \`oauth.app.object_id\`. Who owns it, and where do its secrets lie?
- **Who granted it**: \`user.email\`, or \`oauth.actor_app.name\` when an application did.
- **Around it**: \`credential_add\` and \`owner_add\` on the same application in the days before and the hours after; what it changed since (\`oauth.actor_app.id\`).

#### What to do

1. Confirm with whoever granted it, on another channel.
2. If it was not meant: take the role away, remove the credentials of the application, and undo what it changed.
3. If it was: ask for a narrower role, or one limited to an administrative unit.`,
  references: ['https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference'],
  state: 'experimental',
  tests: {
    match: [
      { sample: 'm365/role-granted-to-service-principal' },
      { sample: 'entra/audit-role-granted-to-service-principal' },
    ],
    noMatch: [{ scenario: 'm365/acts-that-failed' }, { sample: 'm365/role-granted-to-user' }],
  },
})
