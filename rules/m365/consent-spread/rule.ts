import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e8798f33-c464-4521-bea4-359898fc5ea4',
  type: 'threshold',
  name: 'Entra ID Application Granted Consent by Many Users Within a Day',
  severity: 'low',
  attack: ['T1671', 'T1528', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "consent" and oauth.grant.breadth: "user"
  and oauth.grant.tier: ("critical" or "high" or "medium") and not oauth.app.first_party: true`,
  interval: '15m',
  from: 'now-24h',
  threshold: { field: ['service.id'], value: 5, cardinality: [{ field: 'user.email', value: 5 }] },
  skipsApprovedApps: true,
  repeats: { within: '7d' },
  yields: [
    // New OAuth Application Granted Access by Five Accounts Within Two Days
    '2d8f6b03-e71a-4595-8c3d-4b9e0f7a1c68',
  ],
  description:
    'Five people consented to one application within a day. That is what a consent phishing wave looks like from inside: the mail goes to a department, and who is tricked consents within hours. Each consent alone may look harmless.',
  falsePositives: [
    'A product is rolled out, and each user is asked to connect it.',
    'A webinar or survey tool that many try on the same day.',
  ],
  triage: `#### What to look at

- **Which application**: \`service.name\`, \`service.id\` (the group of this alert); first seen when, home tenant, publisher.
- **Who**: the accounts of the events; do they share a department or a mailing list?
- **What it got**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\` of the events.
- **What brought them there**: mail with a link in the hour before the first consent; users who were stopped (\`consent_block\`).
- **What it does since**: \`app_use\` of the same \`oauth.app.id\`.

#### What to do

1. Ask one of the users where the link came from.
2. If it was a lure: disable the service principal first, which stops all at once; then delete the grants, end the sessions of all who consented, and remove the mail from other mailboxes.
3. If it is a roll-out: approve the application in the environment file, with a date.`,
  evasion: 'The intruder reaches four accounts a day.',
  references: ['https://learn.microsoft.com/en-us/defender-office-365/detect-and-remediate-illicit-consent-grants'],
  parameters: { users: 'threshold.cardinality' },
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is medium: the number of users is the same in a roll-out and in an attack, and each consent of the critical tier has an alert of high severity',
    },
    { version: 3, alerts: 'fewer', what: 'is low, and leaves the spread of a new application to the rule for that' },
  ],
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/consent-again-and-again' }],
  },
})
