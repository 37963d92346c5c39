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
    'An application was added to the list of those that users may install from the Marketplace. Whoever wants an add-on in many mailboxes needs no more than that and a mail with a link; the installation itself is done by the users.',
  falsePositives: ['The team that looks after the list adds an application that was asked for and reviewed.'],
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`: open its Marketplace page, and look at publisher, scopes and number of users.
- **Who did it**: \`user.email\`, from \`source.ip\`.
- **Who installed it since**: \`app_install\` and \`consent\` with the same project number (\`oauth.app.registration_id\`).

#### What to do

1. Ask the administrator for the request behind it.
2. If there is none: take it off the list and uninstall it.`,
  evasion: 'The intruder uses an application that the list has already.',
  references: ['https://support.google.com/a/answer/6089179'],
  tests: {
    match: [{ sample: 'google-workspace/admin-app-allow-listed' }],
    noMatch: [{ sample: 'google-workspace/admin-app-off-allow-list' }],
  },
})
