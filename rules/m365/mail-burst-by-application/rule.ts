import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1129117b-dc00-449d-bda8-790f7409467c',
  type: 'threshold',
  name: 'Exchange Online Bulk Mail Sent by an OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1534'],
  datasets: ['o365.audit'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older API has only directory data, no mail, files or chats.',
    'azure.graphactivitylogs':
      'The unified audit log also contains messages sent through Graph: they would count twice.',
  },
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "app_use" and oauth.activity.kind: "mail" and oauth.activity.access: "send"
  and not oauth.app.first_party: true`,
  from: 'now-1h',
  threshold: { field: ['service.id', 'user.email'], value: 50 },
  skipsApprovedApps: true,
  repeats: { within: '7d' },
  yields: [
    // Exchange Online Mail Sent by a New OAuth Application
    'b6a1c7f0-5f0e-4e53-8a0b-6d2f1e93c4a7',
  ],
  description:
    'A third-party application sent fifty messages from one mailbox within an hour. Attackers phish colleagues and customers from stolen mailboxes. An application sends mail faster than a person, without a sign-in, and with the owner’s name and signature.',
  falsePositives: ['A newsletter, invoicing or support product may send mail.', 'A mail merge by the user.'],
  triage: `#### Investigation

- **Application**: \`service.name\`, \`service.id\`; **mailbox**: \`user.email\` (both are group-by fields).
- **Messages sent**: subjects (\`email.subject\`) and recipients of the messages; attachments.
- **First consent**: its \`consent\`, and earlier \`app_use\` on the same mailbox: an attacker reads before sending.
- **Responses**: inbox rules and deletions that hide them.

#### Response

1. Ask the mailbox owner.
2. If the messages were not intended: delete the grant, revoke sessions, and reset the password; recall or remove the messages inside the organization and warn external recipients.`,
  evasion: 'The application sends fewer than fifty messages an hour from each mailbox.',
  parameters: { messages: 'threshold.value' },
  requires: ['log:mailbox-send'],
  state: 'experimental',
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'counts the messages of an hour; a window of ten minutes missed applications that send slowly',
    },
    {
      version: 3,
      alerts: 'fewer',
      what: 'yields to a more severe or more specific rule that alerts on the same act',
    },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
