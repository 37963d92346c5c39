import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'de88e3e8-3e36-4688-a3fa-d52d30eb2f65',
  name: 'Google Workspace Application Added to the Marketplace Allowlist',
  severity: 'medium',
  attack: ['T1671', 'T1562'],
  datasets: ['google_workspace.admin'],
  language: 'kuery',
  query:
    'oauth.action: "trust_change" and oauth.policy.direction: "loosened" and oauth.policy.name: "Marketplace apps"',
  description:
    'An application was added to the list of applications that users may install from the Marketplace. With this entry and an emailed link, an attacker can get users to install an add-on in many mailboxes.',
  falsePositives: ['The responsible team adds a requested and reviewed application to the list.'],
  triage: `#### Investigation

- **Application**: \`oauth.app.name\`, \`oauth.app.id\`: check publisher, scopes and number of users on its Marketplace page.
- **Actor**: \`user.email\`, from \`source.ip\`.
- **Later installations**: \`app_install\` and \`consent\` with the same project number (\`oauth.app.registration_id\`).

#### Response

1. Ask the administrator for the change request.
2. If there is none: remove the application from the list and uninstall it.`,
  evasion: 'The attacker uses an application that is already on the list.',
  references: ['https://support.google.com/a/answer/6089179'],
  state: 'deprecated',
  // Google Workspace Application Trusted or Installed, or Marketplace Opened
  successor: 'f6cc91c1-9feb-4295-b2e8-d769f43f1cc6',
  tests: {
    match: [{ sample: 'google-workspace/admin-app-allow-listed' }],
    noMatch: [{ sample: 'google-workspace/admin-app-off-allow-list' }],
  },
})
