import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e705eac0-8c2a-4fea-921f-fa9d79b7e5b6',
  name: 'Entra ID Application Authentication Flow Weakened',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: ("redirect_change" or "credential_add" or "sp_update" or "lock_change")
  and (oauth.redirect.implicit: true or oauth.redirect.public_client: true
    or (oauth.policy.setting: ("AppRoleAssignmentRequired" or "ServicePrincipalLockConfiguration") and oauth.policy.direction: "loosened"))`,
  yields: [
    'cross/dormant-app-new-credential',
    'm365/credential-on-first-party-application',
    'm365/redirect-to-untrusted-address',
  ],
  description:
    'A change allowed an existing application to return tokens in the URL (implicit flow) or to clients without a secret (public client), removed the assignment requirement for users, or removed the lock that prevents the addition of keys to its service principal. Device code phishing and password guessing need a public client; the implicit flow gives tokens to the receiver of the redirect. An attacker in control of an application needs these settings to use it from anywhere.',
  falsePositives: [
    'A team adds a mobile or command-line client to its application.',
    'An older single-page application still needs the implicit flow.',
    'An application is opened to the whole company during its rollout.',
  ],
  investigation: `- **Changed setting**: \`oauth.redirect.implicit\`, \`oauth.redirect.public_client\`, or \`oauth.policy.setting\`: \`AppRoleAssignmentRequired\` (users who may sign in), \`ServicePrincipalLockConfiguration\` (addition of keys).
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`, \`oauth.grant.scopes\` of its consents. Does a server application need a public client at all?
- **Actor**: \`user.email\`; other changes by the account around that time.
- **Later activity**: \`app_sign_in\` with the same \`oauth.app.id\`, by device code or password, or by new users; \`credential_add\` after the lock was removed.`,
  response: `1. Ask the owner of the application for the reason.
2. If there is none: revert the change and review sign-ins and keys since then.`,
  evasion: 'The attacker registers a new application that has these settings from the start.',
  references: ['https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-implicit-grant-flow'],
  state: 'experimental',
  tests: {
    match: [{ sample: 'm365/application-changed-at-once' }, { sample: 'm365/application-public-client' }],
    noMatch: [
      { sample: 'm365/application-opened-and-redirected' },
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/application-redirect-added' },
      { sample: 'm365/application-updated-empty' },
    ],
  },
})
