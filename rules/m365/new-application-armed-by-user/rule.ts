import { rule } from '../../lib/rule.ts'

export default rule({
  id: '92024f0b-d39d-493c-ab92-efa83f6d474f',
  name: 'Entra ID New Application Given a Credential and a User Consent Within an Hour',
  severity: 'medium',
  attack: ['T1671', 'T1098.001', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  type: 'eql',
  query: `sequence by ?organization.id, oauth.app.id with maxspan=1h
  [any where oauth.action == "app_register" and event.outcome == "success"]
  [any where oauth.action == "credential_add" and event.outcome == "success"]
  [any where oauth.action == "consent" and event.outcome == "success" and oauth.grant.breadth == "user"
    and oauth.grant.tier == "high" and oauth.act.network_age_hours == null]
until [any where oauth.action == "app_delete"]`,
  description:
    'An application was registered, received a key or a secret, and a user consented to it for their own account, all within an hour and from a network that is not known to be new. An attacker with the session of a user reads mail and files through such an application: no other tenant and no publisher appear in the log. Another rule covers permissions for the whole tenant, critical permissions and new networks.',
  falsePositives: ['A developer tests an application on the own mailbox.'],
  triage: `#### Investigation

- **Actor**: \`user.email\`, \`source.ip\` of all three events. Does the account develop applications?
- **Application**: \`oauth.app.name\`, redirect URIs of the first event (\`oauth.app.redirect_uris\`), owners.
- **Permissions**: \`oauth.grant.scopes\` and \`oauth.grant.tier_reason\` of the last event.
- **Activity since then**: \`app_use\` of the application, its addresses and items.

#### Response

1. Ask the user through a channel outside the session.
2. If the user did not register the application: delete it, revoke the sessions, and reset the password.
3. If users need no applications of their own: turn off the registration of applications by users.`,
  evasion: 'The attacker waits for more than an hour between registration, key and consent.',
  references: ['https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/delegate-app-roles'],
  interval: '10m',
  tests: { match: [], noMatch: [] },
})
