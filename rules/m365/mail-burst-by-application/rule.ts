import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1129117b-dc00-449d-bda8-790f7409467c',
  type: 'threshold',
  name: 'Exchange Online Bulk Mail Sent by an OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1534'],
  datasets: ['o365.audit'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older interface has the directory, and no mail, files or chats.',
    'azure.graphactivitylogs': 'A message sent through Graph is in the unified audit log, too: it would count twice.',
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
    'An application that is not Microsoft’s own sent fifty messages from one mailbox within an hour. Stolen mailboxes are used to phish colleagues and customers, and an application does it faster than a person, without a sign-in, and with the owner’s name and signature.',
  falsePositives: ['A newsletter, invoicing or support product that is allowed to send.', 'A mail merge by the user.'],
  triage: `#### What to look at

- **Which application**: \`service.name\`, \`service.id\`; **whose mailbox**: \`user.email\` (both are the group of this alert).
- **What was sent**: subjects (\`email.subject\`) and recipients of the messages; attachments.
- **How the application came in**: its \`consent\`, and \`app_use\` on the same mailbox before: it reads before it writes.
- **Answers**: rules that hide them (mailbox rules, deletions).

#### What to do

1. Ask the mailbox owner.
2. If it was not meant: delete the grant, end sessions, reset the password; recall or remove the messages inside the organization and warn recipients outside.`,
  evasion: 'The application sends fewer than fifty messages an hour from each mailbox.',
  parameters: { messages: 'threshold.value' },
  requires: ['log:mailbox-send'],
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'counts the messages of an hour; ten minutes missed applications that send slowly',
    },
    {
      version: 3,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
