import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e705eac0-8c2a-4fea-921f-fa9d79b7e5b6',
  name: 'Entra ID Application Authentication Flow Weakened',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: ("redirect_change" or "credential_add" or "sp_update" or "lock_change")
  and (oauth.redirect.implicit: true or oauth.redirect.public_client: true
    or (oauth.policy.setting: ("AppRoleAssignmentRequired" or "ServicePrincipalLockConfiguration") and oauth.policy.direction: "loosened"))`,
  yields: [
    // Credential Added to a Dormant OAuth Application
    'b8e60d14-6a72-4cf9-8f05-1c3d9e7b2a50',
    // Entra ID Credential Added to a Microsoft First-Party Service Principal
    '9bee2ead-35b5-43b9-b11a-78c4d6cdccfc',
    // Entra ID Application Changed to Multitenant
    '45126517-a1a2-4406-bea2-3013ce166a69',
    // Entra ID Application Redirect URI Set to an Untrusted Host
    'a149f2a7-d373-4e61-bcb0-dd30350eff62',
  ],
  description:
    'An existing application was allowed to hand out tokens in the address bar (implicit flow) or to clients that keep no secret (public client); or everybody may sign in to it without being assigned; or the lock was taken off that keeps others from adding keys to its service principal. Device-code phishing and password guessing need a public client; the implicit flow gives tokens to whoever receives the redirect. An attacker who has taken an application over opens these to use it from anywhere.',
  falsePositives: [
    'A team adds a mobile or command-line client to its application.',
    'An older single-page application that still needs the implicit flow.',
    'An application is opened to the whole company at its roll-out.',
  ],
  triage: `#### What to look at

- **What was opened**: \`oauth.redirect.implicit\`, \`oauth.redirect.public_client\`, or \`oauth.policy.setting\`: \`AppRoleAssignmentRequired\` (who may sign in), \`ServicePrincipalLockConfiguration\` (who may add keys).
- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`, \`oauth.grant.scopes\` of its consents. Does a server application need a public client at all?
- **Who changed it**: \`user.email\`; other changes by the account around that time.
- **What came since**: \`app_sign_in\` of the same \`oauth.app.id\`, with device code or password, or by people who never used it; \`credential_add\` after a lock was taken off.

#### What to do

1. Ask the owner of the application for the reason.
2. If there is none: set it back and look at sign-ins and keys since the change.`,
  references: ['https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-implicit-grant-flow'],
  version: 5,
  changes: [
    { version: 2, alerts: 'more', what: 'alerts on a change that also adds a key, too' },
    {
      version: 3,
      alerts: 'more',
      what: 'alerts where everybody may sign in without assignment, and where the lock on the properties of the service principal is taken off',
    },
    {
      version: 4,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    {
      version: 5,
      alerts: 'other',
      what: 'gives way only to rules that are enabled by default',
    },
  ],
  state: 'experimental',
  tests: {
    match: [
      { sample: 'm365/application-changed-at-once' },
      { sample: 'm365/application-public-client' },
      { scenario: 'm365/assignment-no-longer-required' },
    ],
    noMatch: [
      { sample: 'm365/application-opened-and-redirected' },
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/application-redirect-added' },
      { sample: 'm365/application-updated-empty' },
    ],
  },
})
