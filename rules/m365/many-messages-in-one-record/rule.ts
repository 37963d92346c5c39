import { rule } from '../../lib/rule.ts'

export default rule({
  id: '4c0d6f6e-2b61-4a4b-9a31-0c9d5e7b81f2',
  type: 'threshold',
  name: 'Exchange Online Fifty Messages or a Whole Folder Read at Once by an OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1114.002'],
  datasets: ['o365.audit'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.',
    'azure.graphactivitylogs': 'A Microsoft Graph record does not contain the number of returned messages.',
  },
  query: `event.outcome: "success" and oauth.action: "app_use" and oauth.activity.kind: "mail"
  and ((oauth.activity.access: "read" and oauth.activity.items >= 50 and oauth.app.used_days < 3)
    or (oauth.activity.access: "sync" and oauth.activity.access_new: true)) and not oauth.app.first_party: true and not oauth.app.known_abused: true`,
  skipsApprovedApps: true,
  interval: '1h',
  from: 'now-3h',
  threshold: { field: ['service.id'], value: 1 },
  repeats: { within: '7d' },
  description:
    'One record of the mailbox audit log lists at least fifty messages that an application read in its first three days in the tenant. Exchange combines the reads of two minutes into one record, so a rule that counts records counts hundreds of messages as one read. The rule also alerts if an application that read single messages for at least two weeks synchronizes a folder for the first time: the record names the folder, but not the number of its messages.',
  falsePositives: [
    'A user connected a product that first reads all mail, such as a search tool or an assistant.',
    'An administrator introduced a mailbox archive or backup.',
    'An update of a product adds a local copy of the mailbox.',
  ],
  investigation: `- **Application and mailbox**: \`service.id\`, \`oauth.app.name\`, \`oauth.account.name\`.
- **Volume**: \`oauth.activity.items\`, \`oauth.activity.bytes\`, \`saas.mail.folders\`; further records of the same application in the hour.
- **First consent**: \`consent\` with the same \`oauth.app.id\`; the consenting user, and the email with the link.
- **Source**: \`source.ip\`: does it belong to the vendor or to a hosting provider?`,
  response: `1. Ask the user whether they connected the application.
2. If they do not recognize it: revoke the grant and the sessions, and list the messages that were read (\`email.message_id\`).
3. If the application is legitimate: approve it for use in the environment file.`,
  evasion:
    'The application reads fewer than fifty messages in two minutes, or waits for three days after its first use. Another rule compares the daily volume of each application with its history.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { messages: 'oauth.activity.items >=', usedDays: 'oauth.app.used_days <' },
  references: ['https://learn.microsoft.com/en-us/purview/audit-log-investigate-accounts'],
  tests: { match: [], noMatch: [] },
})
