import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0a487751-7bdd-4fb7-916a-bfaadfa4b675',
  type: 'new_terms',
  name: 'First Read of Mail, Files or Chats by an OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1114.002', 'T1213'],
  datasets: [
    'o365.audit',
    'azure.graphactivitylogs',
    'google_workspace.token',
    'google_workspace.calendar',
    'google_workspace.chat',
    'google_workspace.drive',
    'google_workspace.gmail_reports',
    'google_workspace.keep',
  ],
  omits: { 'azure.aadgraphactivitylogs': 'The older interface has the directory, and no mail, files or chats.' },
  language: 'kuery',
  query: `oauth.action: "app_use" and not event.outcome: "failure" and oauth.activity.kind: ("mail" or "file" or "chat")
  and oauth.activity.access: ("list" or "read" or "sync" or "export")
  and not oauth.app.first_party: true and not oauth.app.age_days < 1
  and not oauth.app.tier_held: ("low" or "medium")`,
  newTermsFields: ['service.id', 'oauth.activity.kind'],
  historyWindowStart: 'now-90d',
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // OAuth Application Active for a Disabled or Deleted Account
    '0d9b4c52-6a1f-4b7e-9c38-5e2f7a1d8b60',
    // OAuth Application Active After a Password Reset
    '8a2e5d91-7c40-4f3b-b6e8-0d1f9a7c5e23',
    // Dormant OAuth Application Active Again
    '94c5a7e2-0f3d-4b81-a69c-7d2e8b1f5a09',
    // First Use of an Old OAuth Grant
    'd3a91f7c-5e48-4b20-96d8-e0c7b4a2f813',
  ],
  description:
    'An application that has been here for a day or longer reads mail, files or chats, and did not do so in the last ninety days: a calendar tool opens a mailbox, a directory sync lists files. The permission may have been there for years, or was granted where the log does not show it. What an application may do is said when it is let in; this is the moment it does it. What an application reads on its first day is left to the rules on consent, and to the rule on much data on that day.',
  falsePositives: ['A tool has got a new feature, and somebody uses it.', 'A job that runs once or twice a year.'],
  triage: `#### What to look at

- **What is new**: \`oauth.activity.kind\` for this \`service.id\`; the call: \`oauth.activity.method\`, \`oauth.activity.access\`.
- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`; how long it is here: \`oauth.app.first_seen\`. What it did until now: \`app_use\` of the same \`oauth.app.id\` by \`oauth.activity.kind\`.
- **By which grant**: \`oauth.grant.granted_by\`, \`oauth.grant.first_seen\`, \`oauth.app.tier_held\`. A grant that is missing came in before the log began, or past it.
- **From where, with which key**: \`source.ip\`, \`oauth.activity.network_new\`; \`credential_add\`, \`owner_add\` and \`redirect_change\` on it in the weeks before.
- **How much, of whom**: \`oauth.account.name\`, \`oauth.activity.items\`, \`oauth.activity.bytes\` since then.

#### What to do

1. Ask the owner of the application, or the vendor, which feature reads it.
2. If nobody can say: disable it, renew its keys, and list whose data it read.
3. If it is wanted: approve it for use in the environment file, with that tier.`,
  evasion: 'The intruder takes the kind of data that the application always reads.',
  skipsApprovedApps: true,
  version: 5,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'leaves out the first day of an application alone, no longer the first three days',
    },
    {
      version: 3,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    { version: 4, alerts: 'more', what: 'alerts on what a rule that it gives way to leaves out now' },
    {
      version: 5,
      alerts: 'fewer',
      what: 'leaves out applications whose permissions open single files or meetings alone',
    },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
