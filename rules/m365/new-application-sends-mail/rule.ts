import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b6a1c7f0-5f0e-4e53-8a0b-6d2f1e93c4a7',
  type: 'new_terms',
  name: 'Exchange Online Mail Sent by an OAuth Application for the First Time',
  severity: 'medium',
  attack: ['T1671', 'T1534', 'T1566.002'],
  datasets: ['o365.audit', 'azure.graphactivitylogs'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.',
  },
  query: `event.outcome: "success" and oauth.action: "app_use" and oauth.activity.kind: "mail" and oauth.activity.access: "send"
  and not oauth.app.first_party: true and ((oauth.grant.app_only: true and oauth.activity.access_new: true) or (oauth.app.used_days < 7
    and not (oauth.grant.app_only: true and (oauth.app.used_days >= 1 or event.dataset: "azure.graphactivitylogs"))))`,
  skipsApprovedApps: true,
  newTermsFields: ['service.id'],
  historyWindowStart: 'now-7d',
  yields: [
    // Microsoft 365 Known Abused OAuth Application Used
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
  ],
  description:
    'An application sent mail from a mailbox within a week of its first use in the tenant. If the application acts without a user, only the first day counts, and only in the unified audit log: the grant of such a permission raises its own alert. The rule also alerts on the first message of an older application without a user that used data for two weeks and never sent mail, also as or on behalf of another person. It alerts on the first message. An attacker who obtains consent by phishing sends the next wave from that mailbox: colleagues and customers trust the sender, and one message with new bank details is enough.',
  falsePositives: [
    'A user connected a product that sends mail on their behalf, such as a calendar, survey or signature tool, and tried it.',
  ],
  triage: `#### Investigation

- **Application and mailbox**: \`service.id\`, \`oauth.app.name\`, \`user.email\`.
- **Messages sent**: \`email.subject\`, the recipients and attachments of the message in the mailbox.
- **First consent**: \`consent\` with the same \`oauth.app.id\`; data that the application read before it sent mail.

#### Response

1. Ask the mailbox owner whether they sent the message.
2. If not: delete the grant, revoke the sessions, remove the message inside the organization, and warn external recipients.
3. If the product is legitimate: approve it for use in the environment file.`,
  evasion: 'The attacker uses an application that already sends mail.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { usedDays: 'oauth.app.used_days <' },
  requires: ['log:mailbox-send'],
  tests: { match: [], noMatch: [] },
})
