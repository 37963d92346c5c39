import { rule } from '../../lib/rule.ts'

export default rule({
  id: '870cc00d-fd91-4790-a63e-2cc084d44c2f',
  name: 'OAuth Application with a Generic Name',
  severity: 'medium',
  attack: ['T1671', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  omits: { 'gcp.audit': 'A service account is named by who makes it for a program, and no user ever reads the name.' },
  language: 'kuery',
  query: `not event.outcome: "failure" and ((oauth.action: "app_register" and oauth.app.name_flags: ("actor_name" or "punctuation"))
    or (oauth.action: "consent" and oauth.grant.tier_rank >= 1
      and oauth.app.name_flags: ("actor_name" or "tenant_name" or "punctuation" or "generic")))`,
  description:
    'An application is called after the account that registers it or lets it in, after the organization, “test” or “app”, or nothing but dots. Products have names. Intruders who register an application in a mailbox owner’s name, and kits for consent phishing, often do not take the trouble.',
  falsePositives: [
    'A developer tries something out under the own name.',
    'An application of the organization itself that carries its plain name.',
  ],
  triage: `#### What to look at

- **What is odd**: \`oauth.app.name_flags\`: \`actor_name\` (called like the account), \`tenant_name\` (like the organization), \`punctuation\`, \`generic\`; the name itself: \`oauth.app.name\`.
- **Who**: \`user.email\`, from \`source.ip\`. Somebody who builds software? The sign-ins in the hour before.
- **Where it is registered**: \`oauth.app.owner_tenant\`, \`oauth.app.own_tenant\`; with Google the project number \`oauth.app.registration_id\`.
- **What it got, and does**: \`oauth.grant.scopes\`; \`credential_add\`, \`app_sign_in\` and \`app_use\` of the same \`oauth.app.id\`.

#### What to do

1. Ask the owner of the account, not by mail.
2. If nobody knows it: remove its grants, disable or block it, end the sessions of the account and examine it as compromised.
3. If it is a test: have it named after its purpose and its team, and removed when it is over.`,
  references: ['https://www.proofpoint.com/us/blog/cloud-security/beyond-phishing-weaponization-of-oauth-applications'],
  skipsAdministrators: true,
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ sample: 'm365/consent-user-mail' }],
  },
})
