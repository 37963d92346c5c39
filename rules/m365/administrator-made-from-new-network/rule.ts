import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'a93d5e71-2c84-4b60-8f17-d6e0b9c2a543',
  type: 'eql',
  name: 'Entra ID Administrator Role Assigned to a User from a New Network',
  severity: 'high',
  attack: ['T1098.003', 'T1078.004'],
  datasets: ['azure.signinlogs', 'azure.auditlogs', 'o365.audit'],
  query: `sequence by user.email with maxspan=4h
  [authentication where event.outcome == "success" and oauth.account.network_new == true]
  [any where event.outcome == "success" and oauth.role.tier in ("critical", "high") and oauth.action == null
    and oauth.act.network_age_hours < 4]`,
  description:
    'An account signed in from a network for the first time, and within four hours made a person an administrator from there. The Entra log names the address of the change; the unified audit log names none, and the newest network of the account counts. This is the last step of a takeover: the attacker in an administrator’s account creates an administrator account of their own.',
  falsePositives: [
    'An administrator works from a hotel or a new connection on the day when a colleague receives a role.',
  ],
  triage: `#### Investigation

- **Actor and source**: \`user.email\`, and \`source.ip\` of the sign-in; the sign-in method (\`azure.signinlogs.properties.authentication_requirement\`).
- **Account and role**: \`user.target.email\`, \`oauth.role.name\`.
- **Earlier changes to the account**: a password reset or a new MFA method, by a person or an application.

#### Response

1. Call the administrator.
2. If the administrator did not assign it: remove the role, revoke the sessions of both accounts, and look for further changes from this address.`,
  evasion:
    'The attacker uses a network of the organization, a proxy at the administrator’s provider, or a session stolen from a device.',
  requires: ['license:entra-id-p1'],
  tests: { match: [], noMatch: [] },
})
