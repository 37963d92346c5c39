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
    'An administrator trusted an application, or took it off the block list. A trusted application may ask for every scope, restricted ones included, and users see no warning. An attacker with an administrator’s session trusts his own application, and consent phishing works on everybody from there.',
  falsePositives: [
    'The team that owns API controls trusts an application after a review.',
    'A blocked application is allowed again after its vendor corrected something.',
  ],
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`; the digits before the first hyphen are the Google Cloud project. Does the vendor publish that id?
- **From what to what**: \`oauth.policy.old\`, \`oauth.policy.new\`, for which unit: \`oauth.policy.scope\`.
- **Who did it**: \`user.email\`, from \`source.ip\`; has the account done so before?
- **What followed**: \`consent\` and \`app_use\` with the same \`oauth.app.id\`, and how many accounts.

#### What to do

1. Ask the administrator for the review behind it.
2. If there is none: block the application, revoke its tokens, and see what it read.
3. Treat the administrator’s account as compromised if it was not the administrator.`,
  evasion: 'The intruder takes over an application that is trusted already.',
  references: ['https://support.google.com/a/answer/7281227'],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is medium: administrators trust applications after a review, and the consents that follow have rules of their own',
    },
  ],
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
