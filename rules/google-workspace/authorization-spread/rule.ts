import { rule } from '../../lib/rule.ts'

export default rule({
  id: '43d73954-33d3-487d-ba26-96e75d94e891',
  type: 'threshold',
  name: 'Google Workspace OAuth Application Authorized by Many Users Within a Day',
  severity: 'low',
  attack: ['T1671', 'T1528', 'T1566.002'],
  datasets: ['google_workspace.token'],
  language: 'kuery',
  query:
    'oauth.action: "consent" and oauth.grant.tier: ("critical" or "high" or "medium") and not oauth.app.first_party: true',
  interval: '30m',
  from: 'now-26h',
  threshold: { field: ['service.id'], value: 5, cardinality: [{ field: 'user.email', value: 5 }] },
  skipsApprovedApps: true,
  repeats: { within: '7d' },
  yields: [
    // New OAuth Application Granted Access by Five Accounts Within Two Days
    '2d8f6b03-e71a-4595-8c3d-4b9e0f7a1c68',
  ],
  description:
    'Five users granted one application access to data within a day. Worms in shared documents and consent phishing waves have this pattern; each single authorization can seem the choice of a user.',
  falsePositives: [
    'A product rollout in which each user connects the product.',
    'A class or workshop in which all participants try the same add-on.',
  ],
  triage: `#### Investigation

- **Application**: \`service.name\`, \`service.id\` (the group of this alert); the Google Cloud project (\`oauth.app.registration_id\`), and an imitated name (\`oauth.app.lookalike_of\`).
- **Affected accounts**: the accounts of the events, and a mail or shared document that all of them received.
- **Permissions**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`.
- **Activity since then**: \`app_use\` of the same \`oauth.app.id\`: a worm continues by sending mail to contacts.

#### Response

1. Ask one of the users for the origin of the link.
2. If it was a lure: block the application by API controls first, which stops all access at once; then revoke the tokens and remove the mail or document.
3. If it is a rollout: approve the application in the environment file, with a date.`,
  evasion: 'The intruder limits the attack to four accounts a day.',
  references: ['https://support.google.com/a/answer/7281227'],
  parameters: { users: 'threshold.cardinality' },
  version: 4,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'severity is medium: a rollout and an attack reach the same number of users, and each authorization of the critical tier raises an alert of high severity',
    },
    { version: 3, alerts: 'fewer', what: 'severity is low; another rule covers the spread of a new application' },
    {
      version: 4,
      alerts: 'more',
      what: 'also alerts on applications that API controls allowed before, which the rule on new applications now excludes',
    },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
