import { rule } from '../../lib/rule.ts'

export default rule({
  id: '8a3c9e52-7d14-4f06-b1c5-2e60d94f7b18',
  name: 'Entra ID New Application Given a Credential and Permissions Within an Hour',
  severity: 'high',
  attack: ['T1671', 'T1098.001', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  type: 'eql',
  language: 'eql',
  query: `sequence by ?organization.id, oauth.app.id with maxspan=1h
  [any where oauth.action == "app_register" and event.outcome == "success"]
  [any where oauth.action == "credential_add" and event.outcome == "success"]
  [any where oauth.action in ("app_role_grant", "consent") and event.outcome == "success"
    and oauth.grant.tier in ("critical", "high")]
until [any where oauth.action == "app_delete"]`,
  description:
    'An application was registered, got a key or a secret, and was given permissions that matter, all within an hour. This is how somebody with an administrator’s session builds an access of his own: it needs no user, no second factor, and outlives the account it was made with.',
  falsePositives: [
    'A developer or an administrator who sets up a new integration in one go.',
    'A deployment pipeline that registers applications. It always does so with the same account or service principal, from the same network.',
  ],
  triage: `#### What to look at

- **Who did it**: \`user.email\` or \`oauth.actor_app.name\`, \`source.ip\` of all three events. The same hands, and hands that do this as their work?
- **How that account signed in**: network, device and second factor in the hours before. Was it given its role lately?
- **What the application may do**: \`oauth.grant.scopes\` and \`oauth.grant.tier_reason\` of the last event; \`oauth.grant.app_only\` means without any user.
- **What the credential is**: \`oauth.credential.kind\`, \`oauth.credential.name\`, \`oauth.credential.end\`. Valid for years, or without a name, is a bad sign.
- **What it does since**: sign-ins of the application (\`app_sign_in\`) and their networks.

#### What to do

1. Ask the one who did it, on a way that an attacker with the session cannot answer.
2. If it was not wanted: remove the credential and the grants, then disable the application; its tokens live on for up to an hour or more.
3. Contain the account that made it: sessions, second factors, roles.
4. Look for other applications, owners and credentials that the same account touched.`,
  evasion: 'The intruder waits for more than an hour between registration, key and permission.',
  references: [
    'https://learn.microsoft.com/en-us/security/operations/incident-response-playbook-compromised-malicious-app',
  ],
  interval: '10m',
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'fewer',
      what: 'asks for permissions of the critical or high tier: developers who try something out give a new application a secret and calendar access within the hour',
    },
    {
      version: 3,
      alerts: 'more',
      what: 'Also finds acts in records that name no tenant, such as pages of Microsoft Graph.',
    },
  ],
  tests: {
    match: [{ scenario: 'm365/application-armed' }],
    noMatch: [],
  },
})
