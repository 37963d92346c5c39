import { rule } from '../../lib/rule.ts'

export default rule({
  id: '6c0d8e35-b972-4a14-8d6f-5a1e9c3b7f20',
  name: 'OAuth Application Impersonating an Existing Application',
  severity: 'medium',
  severityByTier: { critical: 'high' },
  attack: ['T1671', 'T1036.005', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  query: `oauth.action: "consent" and not event.outcome: "failure" and oauth.app.twin_of: * and not oauth.app.name_flags: "generic"
  and not oauth.app.first_party: true and oauth.grant.tier: ("critical" or "high" or "medium")`,
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
    // OAuth Consent Granted by a Privileged Account to a Third-Party Application
    '5b9e1c37-d204-4a6f-8e12-f3a7c6d0b856',
  ],
  description:
    'A user granted access to an application with the same or a similar name as a known application in this tenant, but another ID. The author of an application chooses the name freely, but not the ID. Users and reviewers see the name. The rule ignores a second application that appears within a day of the first, because vendors introduce their clients together, and permissions of the low tier, such as sign-in only.',
  falsePositives: [
    'A vendor moves to a new client ID, or has one for each platform.',
    'Two teams chose the same name for their tools.',
  ],
  triage: `#### Investigation

- **Both applications**: \`oauth.app.id\` and \`oauth.app.twin_of\`: owner tenant, publisher, redirect domains, permissions.
- **Consent and its origin**: the preceding sign-in, mail with a consent link.

#### Response

1. If the vendor does not recognize the new ID, remove its grants and block it. \`consentry apps contain ID\` prints the commands for either platform.
2. If both applications are legitimate, add the new ID to the approved applications.`,
  evasion:
    'The attacker chooses a name that no other application of the tenant has, or the name of an application that appeared less than a day earlier.',
  setup: 'Requires the entity store of the pipeline.',
  repeats: { within: '7d', by: ['service.id'] },
  skipsApprovedApps: true,
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/removed-app-comes-back' }, { scenario: 'google-workspace/authorized-again' }],
  },
})
