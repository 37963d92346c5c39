import { rule } from '../../lib/rule.ts'

export default rule({
  id: '8cebda42-fe22-4cee-a2b9-b7a4e4d6eee2',
  name: 'Google Workspace OAuth Application Trusted by an Administrator',
  severity: 'medium',
  attack: ['T1671', 'T1562'],
  datasets: ['google_workspace.admin'],
  language: 'kuery',
  query:
    'oauth.action: "trust_change" and oauth.policy.direction: "loosened" and oauth.policy.name: "App access control"',
  description:
    'An administrator trusted an application, or removed it from the blocklist. A trusted application may request every scope, including restricted ones, and users see no warning. An attacker with an administrator’s session can trust their own application. Consent phishing then works on all users.',
  falsePositives: [
    'The team responsible for API controls trusts an application after a review.',
    'An administrator unblocks an application after its vendor fixed a problem.',
  ],
  triage: `#### Investigation

- **Application**: \`oauth.app.name\`, \`oauth.app.id\`; the digits before the first hyphen are the Google Cloud project. Does the vendor publish that ID?
- **Old and new value**: \`oauth.policy.old\`, \`oauth.policy.new\`; organizational unit: \`oauth.policy.scope\`.
- **Actor**: \`user.email\`, from \`source.ip\`; has the account trusted applications before?
- **Later activity**: \`consent\` and \`app_use\` with the same \`oauth.app.id\`, and the number of accounts.

#### Response

1. Ask the administrator for the review record.
2. If there is none: block the application, revoke its tokens, and review the data that it read.
3. If the administrator did not make the change, treat the account as compromised.`,
  evasion: 'The attacker takes over an application that is already trusted.',
  references: ['https://support.google.com/a/answer/7281227'],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'severity is medium: administrators trust applications after a review, and other rules cover the consents that follow',
    },
  ],
  state: 'deprecated',
  // Google Workspace Application Trusted or Installed, or Marketplace Opened
  successor: 'f6cc91c1-9feb-4295-b2e8-d769f43f1cc6',
  tests: {
    match: [
      { sample: 'google-workspace/admin-app-trusted' },
      { sample: 'google-workspace/admin-app-no-longer-blocked' },
      { sample: 'google-workspace/admin-app-access-changed' },
      { sample: 'google-workspace/admin-app-access-changed-in-words' },
      { sample: 'google-workspace/admin-odd-event-trusts-app' },
    ],
    noMatch: [
      { sample: 'google-workspace/admin-app-no-longer-trusted' },
      { sample: 'google-workspace/admin-app-blocked' },
      { sample: 'google-workspace/admin-app-limited' },
      { sample: 'google-workspace/admin-app-access-tightened' },
    ],
  },
})
