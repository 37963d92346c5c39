import { rule } from '../../lib/rule.ts'

export default rule({
  id: '39c6d0a5-7e18-4b52-8d94-f2a1b5e7c360',
  name: 'Entra ID Consent Blocked as Risky',
  severity: 'medium',
  attack: ['T1528', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: 'oauth.action: "consent_block" and oauth.grant.risky: true',
  repeats: { within: '7d', by: ['service.id'] },
  description:
    'Microsoft judged an application risky and stopped the consent of a user. The user followed a link to it, so that the mail with the link is in the organization, and other users or an administrator may be asked next.',
  falsePositives: ['A new product of a small vendor that is not verified.'],
  triage: `#### What to look at

- **Which application**: \`service.id\`, \`oauth.app.name\`, \`oauth.grant.reason\`.
- **Who**: \`oauth.account.name\`; the mail or chat with the link in the hour before.
- **Others**: \`consent\`, \`consent_request\` and \`consent_block\` with the same \`oauth.app.id\`.

#### What to do

1. Ask the user where the link came from, and remove it.
2. Check the account: the page before the consent may have taken the session.
3. Block the application in the tenant, and warn administrators not to approve it.`,
  evasion: 'The intruder asks for permissions that Entra does not call risky.',
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-risk-based-step-up-consent'],
  noise: { perThousand: 0.2, because: 'Entra blocks the consents of users to small vendors several times a month.' },
  state: 'experimental',
  tests: {
    match: [{ sample: 'm365/consent-blocked-risky' }, { sample: 'entra/audit-consent-blocked-risky' }],
    noMatch: [{ sample: 'm365/consent-failed-technically' }],
  },
})
