import { rule } from '../../lib/rule.ts'

export default rule({
  id: '33865b78-4593-434c-bdf7-d6276512aa41',
  type: 'threshold',
  name: 'Google Workspace Domain-Wide Delegation Used on Many Accounts',
  severity: 'medium',
  attack: ['T1671', 'T1098.003', 'T1114.002'],
  datasets: ['google_workspace.token'],
  omits: {
    'google_workspace.calendar': 'It does not name the service account that was delegated.',
    'google_workspace.chat': 'It does not name the service account that was delegated.',
    'google_workspace.drive': 'It does not name the service account that was delegated.',
    'google_workspace.gmail_reports': 'It does not name the service account that was delegated.',
    'google_workspace.keep': 'It does not name the service account that was delegated.',
  },
  language: 'kuery',
  query: 'oauth.action: "app_use" and oauth.app.kind: "service_account" and oauth.grant.age_days < 2',
  interval: '30m',
  from: 'now-26h',
  threshold: { field: ['service.id'], value: 5, cardinality: [{ field: 'user.email', value: 5 }] },
  skipsApprovedApps: true,
  description:
    'A client was given domain-wide delegation within the last two days, and acts already as five users or more. It needs nobody’s consent and takes one account after the other. An intruder with an administrator’s session delegates his own client and empties mailboxes in the same night; it is the fastest way to everybody’s data that Google Workspace has.',
  falsePositives: ['A migration, backup or archive that was set up on purpose and has begun its first run.'],
  triage: `#### What to look at

- **Which client**: \`service.id\` (the group of this alert). It is the unique id of a service account: find its project and its keys in Google Cloud (\`gcp.audit\` with the same \`oauth.app.id\`).
- **Who delegated it, and for what**: \`delegation_grant\` with the same \`oauth.app.id\`: \`user.email\`, \`source.ip\`, \`oauth.grant.scopes\`.
- **What it takes**: \`oauth.activity.method\`, \`oauth.activity.bytes\`, and of whom: \`oauth.account.name\`.

#### What to do

1. If nobody can name the migration at once: delete the client in the Admin console under Security, Access and data control, API controls, Domain-wide delegation. A migration can be resumed.
2. Treat the administrator’s account as taken over: end sessions, second factors, recovery data; review all that it changed.
3. List the accounts and the amount that was taken.`,
  setup: 'Needs the entity store of the pipeline.',
  references: ['https://support.google.com/a/answer/162106'],
  parameters: { accounts: 'threshold.cardinality' },
  requires: ['license:google-enterprise'],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is medium: each migration and backup acts for many accounts on its first night, and the delegation has an alert of its own',
    },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
