import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3320293e-1963-4882-8a5f-b538e808572c',
  name: 'Entra ID Consent to an Application Flagged as Risky',
  severity: 'medium',
  severityByTier: { critical: 'high' },
  attack: ['T1671', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: 'event.outcome: "success" and oauth.action: "consent" and oauth.grant.risky: true',
  skipsApprovedApps: true,
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // Entra ID Application Impersonating a Known Brand
    '9959c8bb-36e9-4891-ad7f-3d3224b99702',
    // Entra ID High-Risk Consent to a New Application of an Unverified Publisher
    'ba909c1a-1879-4131-b7e7-02d36ad38962',
  ],
  description:
    'Microsoft judged the application or its request risky, and it was consented to all the same, by an administrator who may. Users are stopped at that point, so whoever phishes asks an administrator next, often with the help of the user who was stopped.',
  falsePositives: ['A young application of a small vendor without a verified publisher, wanted and known.'],
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`; why risky: \`oauth.grant.reason\`.
- **What it got**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`, \`oauth.grant.breadth\`.
- **Who consented**: \`user.email\`; which users were stopped before (\`consent_block\` with the same \`oauth.app.id\`)?
- **What it does since**: \`app_use\` and \`app_sign_in\`.

#### What to do

1. Ask the administrator what made them consent.
2. If in doubt: delete the grant and disable the service principal; nothing is lost but convenience.
3. Search for the mail that asked for it.`,
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-risk-based-step-up-consent'],
  version: 4,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is high for the critical tier alone, else medium: the risk flag of Microsoft marks unverified publishers in general',
    },
    {
      version: 3,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    {
      version: 4,
      alerts: 'fewer',
      what: 'gives way to the rule on names of known brands, which sees lasting access to a sign-in, too',
    },
  ],
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
