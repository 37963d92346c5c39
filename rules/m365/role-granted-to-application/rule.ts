import { rule } from '../../lib/rule.ts'

export default rule({
  id: '06143ca7-9788-4d3e-a8b2-f6f40c8a4706',
  name: 'Entra ID Administrator Role Granted to or by an Application',
  severity: 'high',
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.role.tier: ("critical" or "high") and not oauth.act.duplicate: true
  and (oauth.action: "role_grant" or (oauth.role.group: * and oauth.app.object_id: * and event.action: Add*) or oauth.role.risky_members: *
    or (not oauth.action: * and event.action: (Add*role* or Restore*role* or Add*group*)
    and (azure.auditlogs.properties.initiated_by.app.servicePrincipalId: * or user.id: ServicePrincipal_*)
    and not oauth.actor_app.delivers_access: true))`,
  yields: ['m365/changed-by-outsider', 'm365/application-grants-itself-permission'],
  description:
    'An application received a privileged directory role, or made a person an administrator, directly or through a group. The group already holds the role, or receives it now and has a risky member or owner: an application, or an account that somebody added on their first day in a network. An application uses a role without a user, a second factor, or a Conditional Access policy for users, and so do its owners and the holders of its secrets. An attacker with the key of an application that may assign roles needs no administrator account: the application creates an administrator, and the attacker signs in with that account.',
  falsePositives: [
    'Directory automation received a role in a planned change.',
    'An administrator sets up an identity governance or backup product, or such a product assigns roles. Add an exception for its service principal. Microsoft’s own services (Privileged Identity Management, access packages and lifecycle workflows) do not count.',
  ],
  investigation: `- **Role**: \`oauth.role.name\`, \`oauth.role.tier\`.
- **Group that received the role**: \`oauth.role.group\`; \`oauth.role.risky_members\` lists its applications, and the accounts that somebody added from a new network.
- **Holder of the role**: the application \`oauth.app.name\`, \`oauth.app.object_id\` (check its owner and the storage of its secrets), or the person \`user.target.email\` (sign-ins since then, further roles and policies).
- **Granting account**: \`user.email\`, or the application \`oauth.actor_app.name\`, \`oauth.actor_app.object_id\`.
- **Related records**: \`credential_add\` and \`owner_add\` on the same application in the preceding days and the following hours; its changes since then (\`oauth.actor_app.id\`).`,
  response: `1. Through another channel, confirm the assignment with the actor.
2. If it was not intended: remove the role, end the sessions of the person, remove the credentials of the application, and undo its changes.
3. If the assignment was intended: request a narrower role, or a role limited to an administrative unit.`,
  evasion:
    'The application adds a key to another application, has Privileged Identity Management or an access package assign the role, adds the person to a group that received the role before the log began, joins a group through another group, makes 64 membership changes in a group after adding an account and before giving the group a role, or resets the password of an administrator, which another rule covers.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference',
    'https://www.semperis.com/blog/service-principal-ownership-abuse-in-entra-id',
  ],
  tests: {
    match: [
      { sample: 'entra/audit-role-granted-by-application' },
      { sample: 'm365/role-granted-to-service-principal' },
      { sample: 'entra/audit-role-granted-to-service-principal' },
      { sample: 'entra/audit-role-granted-in-pim-to-application' },
    ],
    noMatch: [{ scenario: 'm365/acts-that-failed' }, { sample: 'm365/role-granted-to-user' }],
  },
})
