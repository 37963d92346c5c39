import { rule } from '../../lib/rule.ts'

export default rule({
  id: '2e4d1ad1-4de2-49a5-8a34-cb1ee556bcf3',
  type: 'new_terms',
  name: 'Microsoft 365 Application Granted Consent for the First Time in Three Months',
  severity: 'medium',
  severityByTier: { medium: 'low' },
  attack: ['T1671', 'T1528', 'T1213'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and ((oauth.action: "consent" and oauth.grant.tier: ("critical" or "high" or "medium"))
    or (oauth.action: "app_install" and oauth.grant.scopes: * and not oauth.app.last_used: *))
  and not oauth.app.first_party: true and not oauth.app.age_days >= 7 and not (oauth.app.granted_hours: * and oauth.app.tier_held: ("critical" or "high" or "medium"))`,
  newTermsFields: ['service.id'],
  historyWindowStart: 'now-90d',
  skipsApprovedApps: true,
  yields: [
    // OAuth Access to Sensitive Data Granted from a New Network, or Control of the Directory Granted
    'd7c97f54-a40a-4328-af90-baf51b029448',
    // OAuth Application Granted Access Again After Its Removal or from a New Network
    'c6b0f2d7-4e18-49a5-9f73-2a8d5c1e7b34',
    // Microsoft 365 Known Abused OAuth Application Used
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // Entra ID Application Impersonating a Known Brand
    '9959c8bb-36e9-4891-ad7f-3d3224b99702',
    // Entra ID High-Risk Consent Granted to a New Unverified Application
    'ba909c1a-1879-4131-b7e7-02d36ad38962',
    // Entra ID Consent Granted to an Application Flagged as Risky
    '3320293e-1963-4882-8a5f-b538e808572c',
    // OAuth Consent Granted by a Privileged Account to a Third-Party Application
    '5b9e1c37-d204-4a6f-8e12-f3a7c6d0b856',
    // OAuth Application Impersonating an Existing Application
    '6c0d8e35-b972-4a14-8d6f-5a1e9c3b7f20',
    // Entra ID Tenant-Wide Consent Granted to a Third-Party Application
    '96a62c3c-8c1b-4f0b-8ddd-9966783f1ddd',
    // Entra ID User Consent Granted for High-Risk Permissions
    '68af58a0-98fb-4169-849d-1e6c0dfdceb3',
  ],
  description:
    'A user or administrator consented to an application that nobody in the tenant had consented to in the preceding ninety days, and it received more than basic sign-in permissions. Review an application at its first consent, before twenty people use it. The rule raises one alert per application, not per user; its severity is low for medium-tier permissions, such as calendars. It also alerts if the owner of a team adds an application that has access to the messages or files of this team: the directory records no such consent, and no administrator is involved.',
  falsePositives: [
    'A new product, chosen by a user or a department. It still deserves a short review, which is the purpose of this rule.',
  ],
  triage: `#### Investigation

- **Application**: \`oauth.app.name\`, \`oauth.app.id\`: home tenant (\`oauth.app.owner_tenant\`), publisher, redirect URIs.
- **Permissions**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`, \`oauth.grant.breadth\`.
- **Actor**: \`user.email\`, from \`source.ip\`; origin of the link.
- **Teams**: \`o365.audit.TeamName\`; \`o365.audit.AppDistributionMode\` shows the store, the organization’s catalog, or an upload.

#### Response

1. Decide whether to approve, tolerate or block the application. Record the decision in the environment file (\`approvedApps\`), or remove the application.
2. If the request came in an unexpected email, treat the account as phished.`,
  evasion: 'The attacker uses an application to which another account of the tenant already consented.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-application-permissions',
    'https://learn.microsoft.com/en-us/microsoftteams/resource-specific-consent',
  ],
  noise: { perThousand: 0.15, because: 'Users adopt new tools every month.' },
  tests: {
    match: [],
    noMatch: [{ sample: 'm365/teams-app-installed-plain' }],
  },
})
