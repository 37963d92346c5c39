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
    'An application of this tenant can now be used by accounts of other tenants. Attackers who control a tenant register or take over an application there, open it, and send consent requests from a tenant with a good name; and an internal application that trusts every valid token lets strangers in once it is open.',
  falsePositives: [
    'A software team publishes a product for customers.',
    'A second tenant of the same organization has to use the application.',
  ],
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`. Is it meant for people outside?
- **What changed**: \`oauth.policy.setting\`, \`oauth.policy.old\`, \`oauth.policy.new\`.
- **Who changed it**: \`user.email\`; is the account an owner, since when?
- **What followed**: new redirect addresses, credentials, and sign-ins from other tenants.

#### What to do

1. Ask the owner of the application.
2. If it was not meant: close it again, and look for service principals of it in other tenants you know.`,
  references: ['https://learn.microsoft.com/en-us/entra/identity-platform/howto-convert-app-to-be-multi-tenant'],
  version: 4,
  changes: [
    { version: 2, alerts: 'more', what: 'alerts on a change that also adds a key or an address, too' },
    {
      version: 3,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    {
      version: 4,
      alerts: 'other',
      what: 'gives way only to rules that are enabled by default',
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
