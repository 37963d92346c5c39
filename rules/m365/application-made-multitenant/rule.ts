import { rule } from '../../lib/rule.ts'

export default rule({
  id: '45126517-a1a2-4406-bea2-3013ce166a69',
  name: 'Entra ID Application Changed to Multitenant',
  severity: 'medium',
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: ("audience_change" or "redirect_change" or "credential_add")
  and oauth.policy.setting: ("AvailableToOtherTenants" or "SignInAudience") and oauth.policy.direction: "loosened"`,
  yields: [
    // Credential Added to a Dormant OAuth Application
    'b8e60d14-6a72-4cf9-8f05-1c3d9e7b2a50',
    // Entra ID Credential Added to a Microsoft First-Party Service Principal
    '9bee2ead-35b5-43b9-b11a-78c4d6cdccfc',
  ],
  description:
    'Accounts of other tenants can now use an application of this tenant. Attackers who control a tenant register or take over an application there, make it multitenant, and send consent requests from a tenant with a good name. An internal application that trusts every valid token also grants access to outsiders once it is multitenant.',
  falsePositives: [
    'A software team publishes a product for customers.',
    'A second tenant of the same organization needs the application.',
  ],
  triage: `#### Investigation

- **Application**: \`oauth.app.name\`, \`oauth.app.id\`. Is it intended for external users?
- **Change**: \`oauth.policy.setting\`, \`oauth.policy.old\`, \`oauth.policy.new\`.
- **Actor**: \`user.email\`; is the account an owner, and since when?
- **Later activity**: new redirect URIs, credentials, and sign-ins from other tenants.

#### Response

1. Ask the owner of the application.
2. If the change was not intended: make it single-tenant again, and look for its service principals in other tenants that you know.`,
  references: ['https://learn.microsoft.com/en-us/entra/identity-platform/howto-convert-app-to-be-multi-tenant'],
  version: 4,
  changes: [
    { version: 2, alerts: 'more', what: 'also alerts on a change that adds a key or an address at the same time' },
    {
      version: 3,
      alerts: 'fewer',
      what: 'yields to a more severe or more specific rule that alerts on the same act',
    },
    {
      version: 4,
      alerts: 'other',
      what: 'yields only to rules that are enabled by default',
    },
  ],
  state: 'experimental',
  tests: {
    match: [
      { sample: 'm365/application-opened-and-redirected' },
      { sample: 'm365/application-changed-at-once' },
      { sample: 'm365/application-made-multitenant' },
    ],
    noMatch: [{ scenario: 'm365/acts-that-failed' }, { scenario: 'm365/assignment-no-longer-required' }],
  },
})
