import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0d7f5b0e-3c0a-4a57-9d2b-58b1c1f6e2a4',
  name: 'Entra ID Consent to a Previously Blocked Application',
  severity: 'medium',
  attack: ['T1671', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  type: 'eql',
  language: 'eql',
  query: `sequence by ?organization.id, oauth.app.id with maxspan=24h
  [any where oauth.action == "consent_block"]
  [any where oauth.action == "consent" and event.outcome == "success"]`,
  description:
    'Consent to an application was stopped, as risky or because an administrator has to decide, and within a day somebody consented to it all the same. Whoever lures a user to a consent page does not give up at the first refusal: the user is asked again with fewer permissions, or an administrator is talked into consenting.',
  falsePositives: [
    'A user met the block, asked for the application through the official way, and an administrator looked at it and approved. The time between the two and the requests for admin consent tell.',
    'An administrator who tries an application with his own account and then consents for everybody.',
  ],
  triage: `#### What to look at

- **Why it was blocked**: \`oauth.grant.reason\` and \`oauth.grant.risky\` of the first event. A risky application was seen by Microsoft elsewhere.
- **Who consented in the end**: \`user.email\` of the second event. The same user with fewer permissions, or an administrator (\`oauth.grant.admin_consent\`)?
- **What it got**: \`oauth.grant.scopes\` of both events. What is in the first and not in the second is what the application wanted at first.
- **How the decision was made**: was there a request for admin consent, a ticket, a mail? Ask the administrator, not by a mail that somebody else may read.
- **Who else met the application**: other blocks and consents with the same \`oauth.app.id\`.

#### What to do

1. If nobody approved it on purpose: remove the grants of the application and disable its service principal; end the sessions of those who consented.
2. Look at what it did since the consent: \`app_use\` of the same \`oauth.app.id\`.
3. Look for the lure: mail or chat messages with a link to the consent page before the first event.
4. If it was approved on purpose, add it to the approved applications of the environment file.`,
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-risk-based-step-up-consent',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-admin-consent-workflow',
  ],
  // Each run reads a whole day.
  interval: '30m',
  skipsApprovedApps: true,
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is medium: an administrator often approves the application that a user asked for',
    },
    {
      version: 3,
      alerts: 'more',
      what: 'Also finds acts in records that name no tenant, such as pages of Microsoft Graph.',
    },
  ],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ sample: 'm365/consent-blocked-risky' }],
  },
})
