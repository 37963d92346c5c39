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
  language: 'kuery',
  query: `oauth.action: "app_use" and not event.outcome: "failure" and oauth.activity.kind: ("mail" or "file" or "chat")
  and oauth.activity.access: ("list" or "read" or "sync" or "export")
  and not oauth.app.first_party: true and not oauth.app.age_days < 1`,
  newTermsFields: ['service.id', 'oauth.activity.kind'],
  historyWindowStart: 'now-90d',
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
  skipsApprovedApps: true,
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'leaves out the first day of an application alone, no longer the first three days',
    },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
