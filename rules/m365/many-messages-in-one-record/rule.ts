import { rule } from '../../lib/rule.ts'

export default rule({
  id: '4c0d6f6e-2b61-4a4b-9a31-0c9d5e7b81f2',
  name: 'Exchange Online New OAuth Application Read Fifty Messages at Once',
  severity: 'medium',
  attack: ['T1671', 'T1114.002'],
  datasets: ['o365.audit'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older interface has the directory, and no mail, files or chats.',
    'azure.graphactivitylogs': 'A call of Microsoft Graph does not say how many messages it returned.',
  },
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "app_use" and oauth.activity.kind: "mail" and oauth.activity.access: "read"
  and oauth.activity.items >= 50 and oauth.app.used_days < 3 and not oauth.app.first_party: true and not oauth.app.known_abused: true`,
  skipsApprovedApps: true,
  repeats: { within: '7d', by: ['service.id'] },
  description:
    'One record of the mailbox audit log lists fifty messages or more that an application read, in the first three days after it was first used here. Exchange joins the reads of two minutes into one record, so that a rule that counts records sees one read where hundreds of messages were taken.',
  falsePositives: [
    'A user connected a product that reads all mail at the start, such as a search tool or an assistant.',
    'An administrator introduced an archive or a backup of mailboxes.',
  ],
  triage: `#### What to look at

- **Which application, which mailbox**: \`service.id\`, \`oauth.app.name\`, \`oauth.account.name\`.
- **How much**: \`oauth.activity.items\`, \`oauth.activity.bytes\`, \`saas.mail.folders\`; further records of the same application in the hour.
- **How it came in**: \`consent\` with the same \`oauth.app.id\`; who consented, and which mail led there.
- **From where**: \`source.ip\`: the network of the vendor, or a hosting provider?

#### What to do

1. Ask the user whether they connected the application.
2. If they do not know it: revoke the grant, end the sessions, and list the messages that were read (\`email.message_id\`).
3. If the organization wants it: approve it for use in the environment file.

#### How it is evaded

An application that reads fewer than fifty messages in two minutes, or waits for three days. The daily sum of each application is compared with its own past.`,
  evasion: 'The application reads in small pages, or waits for three days after its first use.',
  setup: 'Needs the entity store of the pipeline.',
  parameters: { messages: 'oauth.activity.items >=', usedDays: 'oauth.app.used_days <' },
  references: ['https://learn.microsoft.com/en-us/purview/audit-log-investigate-accounts'],
  tests: { match: [], noMatch: [] },
})
