import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0d7f5b0e-3c0a-4a57-9d2b-58b1c1f6e2a4',
  name: 'Entra ID Consent Granted to a Previously Blocked Application',
  severity: 'medium',
  attack: ['T1671', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  type: 'eql',
  query: `sequence by ?organization.id, oauth.app.id with maxspan=24h
  [any where oauth.action == "consent_block"]
  [any where oauth.action == "consent" and event.outcome == "success"]`,
  description:
    'Consent to an application was blocked, as risky or pending the approval of an administrator, and within a day an account consented to the application. An attacker who lures a user to a consent page does not give up after the first refusal, but requests fewer permissions, or persuades an administrator to consent.',
  falsePositives: [
    'A user was blocked and requested the application through the official process, and an administrator reviewed and approved it. The time between both events and the requests for admin consent show this.',
    'An administrator tries an application with a personal account and then consents for the organization.',
  ],
  investigation: `- **Reason for the block**: \`oauth.grant.reason\` and \`oauth.grant.risky\` of the first event. A risky rating means that Microsoft has seen the application in other tenants.
- **Consenting account**: \`user.email\` of the second event. The same user with fewer permissions, or an administrator (\`oauth.grant.admin_consent\`)?
- **Permissions**: \`oauth.grant.scopes\` of both events. Scopes that only the first event contains show the original request.
- **Decision**: was there a request for admin consent, a ticket, or an email? Ask the administrator through a channel that the attacker cannot read.
- **Other accounts that tried the application**: other blocks and consents with the same \`oauth.app.id\`.`,
  response: `1. If nobody approved it deliberately: remove the grants of the application and disable its service principal; revoke the sessions of the consenting accounts.
2. Review its activity since the consent: \`app_use\` with the same \`oauth.app.id\`.
3. Look for the lure: mail or chat messages with a link to the consent page before the first event.
4. If the application was approved deliberately, add it to the approved applications in the environment file.`,
  evasion: 'The attacker waits a day, or sends the link of a second application.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-risk-based-step-up-consent',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-admin-consent-workflow',
  ],
  // Each run reads a whole day.
  interval: '30m',
  skipsApprovedApps: true,
  state: 'experimental',
  tests: { noMatch: [{ sample: 'm365/consent-blocked-risky' }] },
})
