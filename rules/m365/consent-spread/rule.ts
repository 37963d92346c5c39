import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e8798f33-c464-4521-bea4-359898fc5ea4',
  type: 'threshold',
  name: 'Entra ID Application Granted Consent by Many Users Within a Day',
  severity: 'low',
  attack: ['T1671', 'T1528', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "consent" and oauth.grant.breadth: "user"
  and oauth.grant.tier: ("critical" or "high" or "medium") and not oauth.app.first_party: true`,
  interval: '15m',
  within: '24h',
  threshold: { field: ['service.id'], value: 5, cardinality: [{ field: 'user.email', value: 5 }] },
  skipsApprovedApps: true,
  repeats: { within: '7d' },
  yields: ['cross/consent-spread'],
  description:
    'Five users consented to one application within a day. A consent phishing wave has this pattern: the email reaches a department, and deceived users consent within hours. Each consent alone can look harmless.',
  falsePositives: [
    'Each user connects the product in a rollout.',
    'Many users try a webinar or survey tool on the same day.',
  ],
  investigation: `- **Application**: \`service.name\`, \`service.id\` (group-by field); first appearance, home tenant, publisher.
- **Affected accounts**: the accounts of the events; do they share a department or a mailing list?
- **Permissions**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\` of the events.
- **Origin of the link**: emails with a link in the hour before the first consent; blocked consents (\`consent_block\`).
- **Activity since then**: \`app_use\` with the same \`oauth.app.id\`.`,
  response: `1. Ask one of the users where the link came from.
2. If the link was a lure: disable the service principal first, which stops all access at once; then delete the grants, revoke the sessions of all consenting users, and remove the email from other mailboxes.
3. If there is a rollout: approve the application in the environment file, with an expiration date.`,
  evasion: 'The attacker limits the attack to four accounts a day.',
  references: ['https://learn.microsoft.com/en-us/defender-office-365/detect-and-remediate-illicit-consent-grants'],
  state: 'experimental',
  parameters: { users: 'threshold.cardinality' },
  tests: { noMatch: [{ scenario: 'm365/consent-again-and-again' }] },
})
