import { rule } from '../../lib/rule.ts'

export default rule({
  id: '39c6d0a5-7e18-4b52-8d94-f2a1b5e7c360',
  name: 'Entra ID Consent Blocked as Risky',
  severity: 'medium',
  attack: ['T1528', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: 'oauth.action: "consent_block" and oauth.grant.risky: true',
  repeats: { within: '7d', by: ['service.name'] },
  description:
    'Microsoft rated an application as risky and blocked the consent of a user. The user followed a link, so an email with the link reached the organization, and the attacker may next approach other users or an administrator.',
  falsePositives: ['A new product of a small unverified vendor.'],
  investigation: `- **Application**: \`service.id\`, \`oauth.app.name\`, \`oauth.grant.reason\`.
- **Affected account**: \`oauth.account.name\`; the email or chat message with the link in the preceding hour.
- **Other accounts**: \`consent\`, \`consent_request\` and \`consent_block\` with the same \`oauth.app.id\`.`,
  response: `1. Ask the user about the origin of the link, and remove the message.
2. Check the account: the page before the consent may have captured the session.
3. Block the application in the tenant, and warn administrators not to approve it.`,
  evasion: 'The attacker requests permissions that Entra ID does not rate as risky.',
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-risk-based-step-up-consent'],
  noise: { perThousand: 0.2, because: 'Entra ID blocks user consents to small vendors several times a month.' },
  state: 'experimental',
  tests: {
    match: [{ sample: 'm365/consent-blocked-risky' }, { sample: 'entra/audit-consent-blocked-risky' }],
    noMatch: [{ sample: 'm365/consent-failed-technically' }],
  },
})
