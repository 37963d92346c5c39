import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3f1c7a84-2b9d-4e06-8a57-91c4d3e6f702',
  name: 'OAuth Application Active After All Granting Accounts Left',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: [
    'o365.audit',
    'azure.graphactivitylogs',
    'azure.aadgraphactivitylogs',
    'azure.signinlogs',
    'google_workspace.token',
    'google_workspace.calendar',
    'google_workspace.chat',
    'google_workspace.drive',
    'google_workspace.gmail_reports',
    'google_workspace.keep',
    'google_workspace.access_evaluation',
  ],
  omits: { 'gcp.audit': 'A service account is there without anybody’s consent.' },
  language: 'kuery',
  query: `oauth.action: ("app_use" or "app_sign_in") and not event.outcome: "failure" and oauth.app.orphaned_hours >= 24
  and not oauth.account.status: ("disabled" or "suspended" or "archived" or "deleted")`,
  repeats: { within: '7d', by: ['service.id'] },
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // New Credential of an OAuth Application Used from a New Network
    '1e6f3c98-a4d7-4b05-9e82-c7b0d5f1a634',
    // Google Workspace OAuth Application Active a Day After Its Revocation
    'e17d3a60-95bc-4d82-a1f4-6c7b0e8d2f45',
    // OAuth Application Active After a Password Reset
    '8a2e5d91-7c40-4f3b-b6e8-0d1f9a7c5e23',
    // Account Enabled Again and Its Dormant OAuth Application Active
    'f5274bd9-8c13-4e6a-b03f-9d6a1e7c4582',
    // Google Workspace Gmail Settings Changed by an OAuth Application
    'fe91c092-c5b1-4803-8ee0-a3eabf16bc61',
    // Exchange Online Inbox Rule Changed by an OAuth Application
    '910985a2-9cd0-405e-83b8-764f155966ad',
  ],
  description:
    'Every account that consented to this application, or granted it permissions, has been disabled or deleted, and the application works on. A grant for the whole tenant does not end with the administrator who gave it: nobody is left who knows what the application is for, and nobody would miss it if its key were in other hands.',
  falsePositives: [
    'An application that the organization relies on and whose owner left without handing it over. It needs a new owner, and this alert is how it gets one.',
  ],
  triage: `#### What to look at

- **What it may do**: \`oauth.app.tier_held\`, \`oauth.grant.scopes\`, and for how many accounts: \`oauth.app.users\`, \`oauth.grant.breadth\`.
- **Who let it in and when**: \`oauth.grant.granted_by\`, \`oauth.grant.first_seen\`; since when nobody of them is left: \`oauth.app.orphaned_hours\`.
- **Whether its behavior changed**: \`oauth.activity.network_new\`, new credentials of the same \`oauth.app.id\`.

#### What to do

1. Find out who uses the application today. If nobody does, disable it. \`consentry apps contain ID\` prints the commands for either vendor.
2. If it is needed, let a new owner review its permissions and consent to them again; the alert then ends.`,
  setup: 'Needs the entity store of the pipeline.',
  parameters: { hours: 'oauth.app.orphaned_hours >=' },
  version: 8,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'reads the logs of Calendar, Chat, Drive, Gmail, Keep and of token decisions, too: where the edition does not log API calls, they alone tell what an application does',
    },
    { version: 3, alerts: 'other', what: 'asks for less that goes without saying; the alerts are the same' },
    { version: 4, alerts: 'other', what: 'is medium: integrations outlive the people who connected them' },
    {
      version: 5,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    { version: 6, alerts: 'more', what: 'alerts on what a rule that it gives way to leaves out now' },
    { version: 7, alerts: 'more', what: 'alerts where the rules that it gives way to have become narrower' },
    { version: 8, alerts: 'more', what: 'reads the log of Azure AD Graph, the older interface of the directory, too' },
  ],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/leaver-comes-back' }],
  },
})
