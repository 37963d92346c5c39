import { rule } from '../../lib/rule.ts'

export default rule({
  id: '7139e818-43ab-45bc-960b-6b6d018bf09f',
  type: 'threshold',
  name: 'OAuth Application Read Ten Mailboxes Within an Hour',
  severity: 'high',
  attack: ['T1671', 'T1114.002', 'T1020'],
  datasets: ['o365.audit', 'google_workspace.token', 'google_workspace.gmail_reports'],
  omits: {
    'azure.graphactivitylogs':
      'It names a mailbox by an id, the unified audit log by its address: one would count as two.',
    'google_workspace.calendar': 'It tells nothing of mail.',
    'google_workspace.chat': 'It tells nothing of mail.',
    'google_workspace.drive': 'It tells nothing of mail.',
    'google_workspace.keep': 'It tells nothing of mail.',
  },
  language: 'kuery',
  query: `oauth.action: "app_use" and not event.outcome: "failure" and oauth.activity.kind: "mail"
  and oauth.activity.access: ("list" or "read" or "sync") and not oauth.app.first_party: true`,
  interval: '15m',
  from: 'now-1h',
  threshold: { field: ['service.id'], value: 10, cardinality: [{ field: 'oauth.account.name', value: 10 }] },
  skipsApprovedApps: true,
  description:
    'One application that is not the vendor’s own read ten different mailboxes within an hour. With a permission over all mail, or with the tokens of many users in its hands, whoever holds its key goes from mailbox to mailbox, and opens few messages in each, so that no measure of a single account is exceeded.',
  falsePositives: [
    'A backup, archive, journal, signature or security product that reads all mailboxes. There are few; approve each for use.',
    'A mail client that many people use: approve it, too.',
  ],
  triage: `#### What to look at

- **Which application**: \`service.id\` (the group of this alert); \`oauth.app.name\`, \`oauth.app.tier_held\`, \`oauth.app.first_seen\` of the events.
- **How it works**: \`oauth.grant.app_only\`: for itself, by a permission over all mailboxes; otherwise in the name of each user.
- **Whose mail**: \`oauth.account.name\`: in the order of the alphabet, the leaders, finance, one department?
- **From where**: \`source.ip\`, \`oauth.activity.network_new\`; which key: \`app_sign_in\` before, \`oauth.credential.id\`.
- **Whether it does so every day**: the same hour of the days before.

#### What to do

1. Ask the owner of the application what ran at that hour.
2. If nothing did: disable it, remove its credentials, and list the mailboxes and messages (\`email.message_id\`) that it opened.
3. If it is its work: approve it for use in the environment file, and limit it to the mailboxes it needs.`,
  parameters: { mailboxes: 'threshold.cardinality' },
  references: ['https://learn.microsoft.com/en-us/purview/audit-log-investigate-accounts'],
  tests: {
    match: [],
    noMatch: [],
  },
})
