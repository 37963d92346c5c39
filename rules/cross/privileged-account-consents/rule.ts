import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5b9e1c37-d204-4a6f-8e12-f3a7c6d0b856',
  name: 'OAuth Consent Granted by a Privileged Account to a Third-Party Application',
  severity: 'medium',
  severityByTier: { critical: 'high' },
  attack: ['T1671', 'T1528', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  query: `oauth.action: "consent" and not event.outcome: "failure" and oauth.grant.breadth: "user" and oauth.account.privileged: true
  and oauth.grant.tier: ("critical" or "high" or "medium") and not oauth.app.first_party: true`,
  yields: [
    // OAuth Access to Sensitive Data Granted from a New Network, or Control of the Directory Granted
    'd7c97f54-a40a-4328-af90-baf51b029448',
    // Microsoft 365 Known Abused OAuth Application Used
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // Entra ID Application Impersonating a Known Brand
    '9959c8bb-36e9-4891-ad7f-3d3224b99702',
    // Google Workspace OAuth Application Impersonating a Known Brand
    'da17e7b5-5709-44ba-bb7f-29ec7324a018',
    // Entra ID High-Risk Consent Granted to a New Unverified Application
    'ba909c1a-1879-4131-b7e7-02d36ad38962',
    // Entra ID Consent Granted to an Application Flagged as Risky
    '3320293e-1963-4882-8a5f-b538e808572c',
  ],
  description:
    'An account with a privileged role consented to a third-party application for itself. The application acts with the rights of an administrator; the vendor’s log shows an ordinary user consent.',
  falsePositives: ['An administrator tries a tool with an administrative account. Ask whether the tool is approved.'],
  triage: `#### Investigation

- **Roles of the account**: \`oauth.account.roles\`, \`oauth.account.tier\`.
- **Permissions**: \`oauth.grant.scopes\`; permissions on behalf of a directory administrator reach further than their names suggest.
- **Intent**: the preceding sign-in, and emails with links to consent pages.

#### Response

1. Ask the administrator. If they do not recognize it, remove the grant, revoke their sessions and treat the account as compromised.
2. Have administrators consent with an account without a mailbox and without an administrative role.`,
  setup:
    'Requires the entity store of the pipeline, which reads roles from role assignment records, and from `administrators` in the environment file.',
  skipsApprovedApps: true,
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [],
  },
})
