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
    'Five people let one application into their data within a day. Worms that spread by shared documents and consent phishing waves look exactly so; each authorization alone may seem a choice of the user.',
  falsePositives: [
    'A product is rolled out, and each user is asked to connect it.',
    'A class or workshop in which all try the same add-on.',
  ],
  triage: `#### What to look at

- **Which application**: \`service.name\`, \`service.id\` (the group of this alert); the Google Cloud project (\`oauth.app.registration_id\`), and whether the name imitates something (\`oauth.app.lookalike_of\`).
- **Who**: the accounts of the events, and a mail or shared document they had in common.
- **What it got**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`.
- **What it does since**: \`app_use\` of the same \`oauth.app.id\`: sending mail to contacts is how a worm goes on.

#### What to do

1. Ask one of the users where the link came from.
2. If it was a lure: block the application by API controls first, which stops all at once; then revoke the tokens and remove the mail or document.
3. If it is a roll-out: approve the application in the environment file, with a date.`,
  evasion: 'The intruder reaches four accounts a day.',
  references: ['https://support.google.com/a/answer/7281227'],
  parameters: { users: 'threshold.cardinality' },
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is medium: the number of users is the same in a roll-out and in an attack, and each authorization of the critical tier has an alert of high severity',
    },
    { version: 3, alerts: 'fewer', what: 'is low, and leaves the spread of a new application to the rule for that' },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
