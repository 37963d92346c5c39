import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3f1c7a84-2b9d-4e06-8a57-91c4d3e6f702',
  name: 'OAuth Application Active After All Granting Accounts Left',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: [
    'o365.audit',
    'azure.graphactivitylogs',
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
  version: 4,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'reads the logs of Calendar, Chat, Drive, Gmail, Keep and of token decisions, too: where the edition does not log API calls, they alone tell what an application does',
    },
    { version: 3, alerts: 'other', what: 'asks for less that goes without saying; the alerts are the same' },
    { version: 4, alerts: 'other', what: 'is medium: integrations outlive the people who connected them' },
  ],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/leaver-comes-back' }],
  },
})
