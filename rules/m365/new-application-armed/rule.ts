import { rule } from '../../lib/rule.ts'

export default rule({
  id: '8a3c9e52-7d14-4f06-b1c5-2e60d94f7b18',
  name: 'Entra ID New Application Given a Credential and Permissions Within an Hour',
  severity: 'medium',
  attack: ['T1671', 'T1098.001', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  type: 'eql',
  query: `sequence by ?organization.id, oauth.app.id with maxspan=1h
  [any where oauth.action == "app_register" and event.outcome == "success"]
  [any where oauth.action == "credential_add" and event.outcome == "success"]
  [any where oauth.action in ("app_role_grant", "consent") and event.outcome == "success"
    and oauth.grant.tier in ("critical", "high")]
until [any where oauth.action == "app_delete"]`,
  description:
    'An application was registered and received a key or a secret and sensitive permissions, all within an hour. An attacker with an administrator’s session establishes persistence this way: the application needs no user and no MFA, and survives the loss of the account. With the session of a user, an attacker reads mail and files through such an application: no other tenant and no publisher appear in the log. Other rules report critical permissions and permissions for the whole tenant.',
  falsePositives: [
    'A developer tests an application in their own mailbox.',
    'A developer or an administrator sets up a new integration in one session.',
    'A deployment pipeline registers applications, always with the same account or service principal and from the same network.',
  ],
  investigation: `- **Actor**: \`user.email\` or \`oauth.actor_app.name\`, \`source.ip\` of all three events. Is it the same actor, and does the actor usually do this?
- **Sign-ins of the account**: network, device and MFA in the preceding hours. Did it receive its role recently?
- **Permissions of the application**: \`oauth.grant.scopes\` and \`oauth.grant.tier_reason\` of the last event; \`oauth.grant.app_only\` marks access without a user.
- **Credential**: \`oauth.credential.kind\`, \`oauth.credential.name\`, \`oauth.credential.end\`. A validity of several years or a missing name is a risk indicator.
- **Activity since then**: sign-ins of the application (\`app_sign_in\`) and their networks.`,
  response: `1. Ask the actor through a channel outside the session.
2. If the setup was not intended: remove the credential and the grants, then disable the application; its tokens can stay valid for more than an hour.
3. Contain the account that created the application: sessions, MFA methods, roles.
4. Look for other applications, owners and credentials that the same account changed.`,
  evasion: 'The attacker waits for more than an hour between registration, key and permission.',
  references: [
    'https://learn.microsoft.com/en-us/security/operations/incident-response-playbook-compromised-malicious-app',
  ],
  yields: ['m365/critical-application-permission', 'm365/application-permission-to-data'],
  interval: '10m',
  tests: { match: [{ scenario: 'm365/application-armed' }] },
})
