import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'a93d5e71-2c84-4b60-8f17-d6e0b9c2a543',
  name: 'Entra ID Administrator Role Assigned to a User from a New Network or by a Script',
  severity: 'high',
  attack: ['T1098.003', 'T1078.004'],
  datasets: ['azure.auditlogs', 'o365.audit'],
  query: `event.outcome: "success" and oauth.role.tier: ("critical" or "high") and not oauth.action: * and event.action: (Add* or Restore*)
  and not (oauth.role.activated: true and oauth.role.held_before: true)
  and (((oauth.act.network_age_hours < 4 or (oauth.role.account_age_hours < 24 and oauth.act.network_age_hours: *)) and not oauth.act.duplicate: true) or saas.program.kind: "script")`,
  yields: ['m365/role-granted-to-application'],
  description:
    'An account made a person an administrator, directly or through a group that holds the role, from a network where it first signed in or acted at most four hours earlier. The Entra log contains the address of the change; the unified audit log does not, so the rule uses the newest network of the account. If the account of the new administrator was created within the last day, the first week in the network counts. The rule also alerts if the record names a script library, and if an eligible account activates a role that it did not have a week earlier. In the last step of a takeover, the attacker creates an administrator account, or makes the compromised account an administrator.',
  falsePositives: [
    'An eligible administrator activates a role for the first time while traveling.',
    'An administrator works from a hotel or a new connection on the day when a colleague receives a role, or uses an internal script.',
  ],
  investigation: `- **Actor and source**: \`user.email\`, \`source.ip\`, \`user_agent.original\`; the method of the last sign-in (\`azure.signinlogs.properties.authentication_requirement\`).
- **Account and role**: \`user.target.email\`, \`oauth.role.name\`. With \`oauth.role.activated\`, the account activated the role for itself: who made it eligible, when, and did the rules for its activation change?
- **Earlier changes to the account**: a password reset or a new MFA method, by a person or an application.`,
  response: `1. Call the administrator.
2. If the administrator did not assign or activate it: remove the role and the eligibility, revoke the sessions of both accounts, and look for further changes from this address.`,
  evasion:
    'The attacker uses a network of the organization, a proxy at the administrator’s provider, or a session stolen from a device, adds permissions to a custom role of the person, or activates a role that the account activated more than a week earlier.',
  tests: { match: [], noMatch: [] },
})
