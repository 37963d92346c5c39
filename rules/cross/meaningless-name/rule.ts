import { rule } from '../../lib/rule.ts'

export default rule({
  id: '870cc00d-fd91-4790-a63e-2cc084d44c2f',
  name: 'OAuth Application with a Generic Name',
  severity: 'medium',
  attack: ['T1671', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  omits: { 'gcp.audit': 'The creator of a service account names it for a program, and no user ever reads the name.' },
  query: `not event.outcome: "failure" and ((oauth.action: "app_register" and oauth.app.name_flags: ("actor_name" or "punctuation"))
    or (oauth.action: "consent" and oauth.grant.tier_rank >= 1
      and (oauth.app.name_flags: ("actor_name" or "tenant_name" or "punctuation")
        or (oauth.app.name_flags: "generic" and not oauth.app.kind: "native"))))`,
  repeats: { within: '7d', by: ['service.id'] },
  yields: [
    'cross/reconsent-after-removal',
    'm365/known-abused-application',
    'm365/lookalike-application',
    'm365/young-unverified-application',
    'm365/consent-despite-risk',
    'cross/privileged-account-consents',
    'cross/evil-twin',
    'm365/high-tier-user-consent',
    'google-workspace/high-tier-authorization',
    'google-workspace/script-authorized',
    'm365/redirect-to-untrusted-address',
  ],
  description:
    'The name of an application is the name of the account that registered it or granted it access, the name of the organization, “test” or “app”, or only dots. Products have distinctive names. Attackers who register an application in a mailbox owner’s name, and consent phishing kits, often use generic names.',
  falsePositives: [
    'A developer uses their own name for a test application.',
    'An internal application has the name of the organization.',
  ],
  investigation: `- **Risk indicators**: \`oauth.app.name_flags\`: \`actor_name\` (name of the account), \`tenant_name\` (name of the organization), \`punctuation\`, \`generic\`; the name: \`oauth.app.name\`.
- **Actor**: \`user.email\`, from \`source.ip\`. Does this person build software? Check the sign-ins in the preceding hour.
- **Registration**: \`oauth.app.owner_tenant\`, \`oauth.app.own_tenant\`; for Google, the project number \`oauth.app.registration_id\`.
- **Permissions and activity**: \`oauth.grant.scopes\`; \`credential_add\`, \`app_sign_in\` and \`app_use\` with the same \`oauth.app.id\`.`,
  response: `1. Ask the owner of the account, but not by email.
2. If nobody recognizes the application: remove its grants, disable or block it, revoke the sessions of the account and treat the account as compromised.
3. If the application is a test: rename it after its purpose and team, and remove it afterwards.`,
  evasion: 'The attacker chooses a distinctive name.',
  references: ['https://www.proofpoint.com/us/blog/cloud-security/beyond-phishing-weaponization-of-oauth-applications'],
  skipsAdministrators: true,
  state: 'experimental',
  tests: { noMatch: [{ sample: 'm365/consent-user-mail' }] },
})
