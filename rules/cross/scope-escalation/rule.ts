import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'a0d47e18-3c5b-4f92-b7a6-8e1d2c9f6035',
  name: 'OAuth Application Granted Higher-Tier Permissions',
  severity: 'medium',
  severityByTier: { critical: 'high' },
  attack: ['T1671', 'T1528', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  language: 'kuery',
  query: `(oauth.action: ("delegated_grant" or "app_role_grant")
    or (event.dataset: "google_workspace.token" and oauth.action: "consent"))
  and not event.outcome: "failure" and oauth.grant.tier_raised: true
  and oauth.grant.tier: ("critical" or "high") and not oauth.app.first_party: true`,
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // Entra ID Critical Application Permission Granted
    '239a74e6-d110-4ba6-95a6-c70948cab079',
    // Entra ID High-Risk Application Permission Granted
    '5a709b7c-1ca5-44e7-873f-4a89da050227',
    // Entra ID Service Principal Granted a Permission to Itself
    '8b156d57-41fd-4aa9-9974-487b07d25814',
    // Entra ID Service Principal Granted a Permission to Another Application
    '49f2cef8-78ec-4ade-89ac-65e3231b6ea1',
    // Google Workspace OAuth Application Authorized for High-Risk Scopes
    'c9649b40-1fc6-493e-9ddb-e07949c74107',
  ],
  description:
    'An application that this account, or the tenant, had let in with small permissions came back and got far-reaching ones. The first consent looked harmless and passed every review; the second one is asked of somebody who already trusts the application. Microsoft’s consent record shows the old permissions on both sides, so only what was granted before tells the difference.',
  falsePositives: ['A tool that got a new feature and asks for it.'],
  triage: `#### What to look at

- **What is new**: \`oauth.grant.scopes_new\`; what it held before: \`oauth.app.scopes_held\`, \`oauth.app.tier_held\`.
- **Who granted it**: \`user.email\`; whether others did so in the same days.
- **What it does since**: \`app_use\` of the same \`oauth.app.id\`.

#### What to do

1. Ask whether the new permissions are wanted. If not, remove the grant; it does not fall back to the old one. \`consentry apps contain ID\` prints the commands for either vendor.
2. If somebody else asked for them in the user’s session, it is an account that was taken over: look at the sign-ins before, end the sessions, and see what else was granted that day.`,
  setup: 'Needs the entity store of the pipeline.',
  version: 5,
  changes: [
    { version: 2, alerts: 'other', what: 'asks for less that goes without saying; the alerts are the same' },
    {
      version: 3,
      alerts: 'other',
      what: 'is high for the critical tier alone, else medium: new releases of products ask for more',
    },
    {
      version: 4,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    { version: 5, alerts: 'fewer', what: 'gives way to another rule on the same act' },
  ],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/grant-replaced' }, { scenario: 'google-workspace/authorized-again' }],
  },
})
