import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3320293e-1963-4882-8a5f-b538e808572c',
  name: 'Entra ID Consent Granted to an Application Flagged as Risky',
  severity: 'medium',
  severityByTier: { critical: 'high' },
  attack: ['T1671', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: 'event.outcome: "success" and oauth.action: "consent" and oauth.grant.risky: true',
  skipsApprovedApps: true,
  yields: ['m365/known-abused-application', 'm365/lookalike-application', 'm365/young-unverified-application'],
  description:
    'Microsoft rated the application or its request as risky, and an administrator consented anyway. Entra ID blocks users at that point, so an attacker next approaches an administrator, often through the blocked user.',
  falsePositives: ['A new unverified application of a known small vendor.'],
  investigation: `- **Application**: \`oauth.app.name\`, \`oauth.app.id\`; reason for the rating: \`oauth.grant.reason\`.
- **Permissions**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`, \`oauth.grant.breadth\`.
- **Consenting account**: \`user.email\`; previously blocked users: \`consent_block\` with the same \`oauth.app.id\`.
- **Activity since then**: \`app_use\` and \`app_sign_in\`.`,
  response: `1. Ask the administrator for the reason for the consent.
2. If in doubt, delete the grant and disable the service principal. You can grant consent again later.
3. Search for the email that requested the consent.`,
  evasion: 'The attacker requests permissions that Entra ID does not rate as risky.',
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-risk-based-step-up-consent'],
  state: 'experimental',
  tests: {
    match: [{ sample: 'm365/consent-risky-by-admin' }],
    noMatch: [
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/consent-blocked-risky' },
      { sample: 'm365/consent-admin-for-self' },
      { sample: 'entra/audit-consent-blocked-risky' },
    ],
  },
})
