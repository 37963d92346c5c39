import { rule } from '../../lib/rule.ts'

export default rule({
  id: '7139e818-43ab-45bc-960b-6b6d018bf09f',
  type: 'threshold',
  name: 'OAuth Application Reached Five New Accounts Within a Day',
  severity: 'medium',
  attack: ['T1671', 'T1114.002', 'T1020'],
  datasets: ['o365.audit', 'google_workspace.token', 'google_workspace.drive', 'google_workspace.gmail_reports'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older interface has the directory, and no mail, files or chats.',
    'azure.graphactivitylogs':
      'It names an account by an id, the unified audit log by its address: one would count as two.',
    'google_workspace.calendar': 'It has no mail, files or chats.',
    'google_workspace.chat': 'The call that read the chat is in the token log, too.',
    'google_workspace.keep': 'It has no mail, files or chats.',
  },
  language: 'kuery',
  query: `oauth.action: "app_use" and not event.outcome: "failure" and oauth.activity.kind: ("mail" or "file" or "chat")
  and oauth.activity.access: ("list" or "read" or "sync" or "export") and oauth.activity.account_age_hours < 1
  and (oauth.app.used_days < 1 or oauth.app.used_days >= 14)
  and not (oauth.grant.age_days < 1 and not oauth.grant.app_only: true and not oauth.app.kind: "service_account")`,
  interval: '6h',
  from: 'now-24h',
  threshold: { field: ['service.id'], value: 5, cardinality: [{ field: 'oauth.account.name', value: 5 }] },
  description:
    'An application read mail, files or chats of five accounts within a day, and had never used their data before. A thief who holds the key of an application with a permission over all mailboxes, a domain-wide delegation or the tokens of many users goes from account to account, and opens little in each, so that no measure of a single account is exceeded. A backup reads the same accounts night after night: only its first night raises an alert. One new account a day is a new colleague, and five are more than most organizations hire on a day. The rule leaves out an application that came to new accounts on three days of the last month. From its second day to its fourteenth, a new application comes to its accounts one after the other, and nothing counts. Further reads of the same accounts add no alert. Accounts that consented on the same day are left out: the rules on consent cover a roll-out.',
  falsePositives: [
    'The first run of a backup, archive, migration, signature or security product.',
    'A group of new colleagues, or a department that is put into the scope of a product.',
  ],
  triage: `#### What to look at

- **Which application**: \`service.id\` (the group of this alert); \`oauth.app.name\`, \`oauth.app.tier_held\`, \`oauth.app.first_seen\` of the events.
- **How it works**: \`oauth.grant.app_only\`, \`oauth.app.kind: "service_account"\`: for itself, by a permission over all accounts; otherwise in the name of each user.
- **Which accounts**: \`oauth.account.name\`: in the order of the alphabet, the leaders, finance, one department?
- **From where**: \`source.ip\`, \`oauth.activity.network_new\`; which key: \`app_sign_in\` before, \`oauth.credential.id\`. A delegated client of Google: \`gcp.audit\` with the same \`oauth.app.id\`.
- **Who gave the permission, and when**: \`app_role_grant\`, \`delegation_grant\` or \`consent\` of the same \`oauth.app.id\`.

#### What to do

1. Ask the owner of the application what changed on that day.
2. If nothing did: disable it, remove its credentials, and list the mailboxes and messages (\`email.message_id\`) that it opened. A client of domain-wide delegation is deleted in the Admin console under API controls.
3. If it is its work: limit it to the accounts it needs.`,
  evasion: 'The application reaches four new accounts a day.',
  setup: 'Needs the entity store of the pipeline.',
  parameters: { accounts: 'threshold.cardinality', hours: 'oauth.activity.account_age_hours <' },
  references: [
    'https://learn.microsoft.com/en-us/purview/audit-log-investigate-accounts',
    'https://support.google.com/a/answer/162106',
  ],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'counts accounts that are new to the application within a day, five instead of ten mailboxes within an hour, and files and chats, too; is medium; a nightly backup alerts on its first night alone; also does the work of the rule on domain-wide delegation that is used on many accounts',
    },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
