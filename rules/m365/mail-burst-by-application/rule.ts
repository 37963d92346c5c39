import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1129117b-dc00-449d-bda8-790f7409467c',
  type: 'threshold',
  name: 'Exchange Online Bulk Mail Sent by a New OAuth Application',
  severity: 'high',
  attack: ['T1671', 'T1534'],
  datasets: ['o365.audit'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.',
    'azure.graphactivitylogs':
      'The unified audit log also contains messages sent through Graph: they would count twice.',
  },
  query: `event.outcome: "success" and oauth.action: "app_use" and oauth.activity.kind: "mail" and oauth.activity.access: "send"
  and oauth.app.used_days < 3 and not oauth.app.first_party: true`,
  interval: '30m',
  from: 'now-6h',
  threshold: { field: ['service.id'], value: 20 },
  skipsApprovedApps: true,
  repeats: { within: '7d' },
  yields: [
    // New Access by an OAuth Application or Changed Application from a New Network
    '65c78ba2-49f3-4b81-b3c9-8eb74df47280',
  ],
  description:
    'A third-party application that the tenant first used in the last three days sent twenty messages within six hours, perhaps from several mailboxes. Attackers phish colleagues and customers from stolen mailboxes. An application sends mail faster than a person, without a sign-in, and with the mailbox owner’s name and signature.',
  falsePositives: ['A newsletter, invoicing or support product may send mail.', 'A mail merge by the user.'],
  triage: `#### Investigation

- **Application**: \`service.name\`, \`service.id\`; **mailbox**: \`user.email\` (\`service.id\` is the group-by field).
- **Messages sent**: subjects (\`email.subject\`) and recipients of the messages; attachments.
- **First consent**: its \`consent\`, and earlier \`app_use\` on the same mailbox: an attacker reads before sending.
- **Responses**: inbox rules and deletions that hide them.

#### Response

1. Ask the mailbox owner.
2. If the messages were not intended: delete the grant, revoke sessions, and reset the password; recall or remove the messages inside the organization and warn external recipients.`,
  evasion:
    'The application sends fewer than twenty messages in six hours, or waits for three days after its first use.',
  parameters: { messages: 'threshold.value', usedDays: 'oauth.app.used_days <' },
  requires: ['log:mailbox-send'],
  setup: 'Requires the entity store of the pipeline.',
  tests: {
    match: [],
    noMatch: [],
  },
})
