import { rule } from '../../lib/rule.ts'

export default rule({
  id: '94c5a7e2-0f3d-4b81-a69c-7d2e8b1f5a09',
  name: 'Dormant OAuth Application Active Again',
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
    'gcp.audit',
  ],
  language: 'kuery',
  query: `oauth.action: ("app_use" or "app_sign_in") and not event.outcome: "failure" and oauth.app.idle_days >= 60`,
  description:
    'An application that had not been used for two months or more signed in or read data. Forgotten applications keep their permissions and their keys; a key that leaked long ago works until somebody removes it.',
  falsePositives: ['Work that is done once a quarter or once a year.', 'A gap in the log.'],
  triage: `#### What to look at

- **How long it slept**: \`oauth.app.last_used\`, \`oauth.app.idle_days\`.
- **From where it woke**: \`source.ip\`, \`oauth.activity.network_new\`; with which key: \`oauth.credential.id\`, \`oauth.credential.age_hours\`.
- **What it may do**: \`oauth.app.tier_held\`.

#### What to do

1. Ask the owner of the application. If there is none, disable it. \`consentry apps contain ID\` prints the commands for either vendor.
2. If the owner did not start it: remove every key, look where they were kept, and list what was read since it woke.
3. Remove keys that nobody needs.`,
  setup: 'Needs the entity store of the pipeline.',
  skipsApprovedApps: true,
  parameters: { idleDays: 'oauth.app.idle_days >=' },
  version: 4,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'reads the logs of Calendar, Chat, Drive, Gmail, Keep and of token decisions, too: where the edition does not log API calls, they alone tell what an application does',
    },
    {
      version: 3,
      alerts: 'more',
      what: 'reads the tokens of service accounts in the audit logs of Google Cloud, too',
    },
    { version: 4, alerts: 'other', what: 'asks for less that goes without saying; the alerts are the same' },
  ],
  tests: {
    match: [],
    noMatch: [
      { scenario: 'cross/dormant-app-stays-so' },
      { scenario: 'cross/monthly-app' },
      { scenario: 'cross/busy-app-gets-key' },
    ],
  },
})
