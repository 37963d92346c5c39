import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1129117b-dc00-449d-bda8-790f7409467c',
  type: 'threshold',
  name: 'Microsoft 365 Messages Sent or Read, or Device Secrets Read, in Bulk from a New Source',
  severity: 'high',
  attack: ['T1671', 'T1534', 'T1552'],
  datasets: ['o365.audit', 'azure.graphactivitylogs'],
  omits: {
    'azure.aadgraphactivitylogs':
      'The older API provides only directory data, and no mail, files, chats or secrets of devices.',
  },
  query: `event.outcome: "success" and oauth.action: "app_use"
  and ((event.dataset: "azure.graphactivitylogs" and oauth.grant.app_only: true
      and ((oauth.activity.method: GET*/deviceLocalCredentials/* and url.query: *credentials*)
        or (oauth.activity.method: GET*/recoveryKeys/* and url.query: *key*)))
    or (oauth.activity.access: "send"
      and ((oauth.activity.kind: "mail" and event.dataset: "o365.audit") or (oauth.activity.kind: "chat" and event.dataset: "azure.graphactivitylogs" and not oauth.grant.app_only: true))
      and oauth.app.used_days < 3 and not oauth.app.first_party: true)
    or (oauth.activity.access: "read" and oauth.activity.kind: "mail" and event.dataset: "o365.audit" and oauth.activity.items >= 10
      and oauth.app.users >= 3 and not oauth.app.used_days >= 1 and not oauth.grant.app_only: true and not oauth.app.first_party: true
      and not oauth.app.own_tenant: true and not oauth.account.network_age_hours >= 168))`,
  interval: '15m',
  within: '6h',
  threshold: { field: ['service.id'], value: 20 },
  skipsApprovedApps: true,
  repeats: { within: '7d' },
  yields: ['cross/new-account-from-new-network'],
  description:
    'An application sent many messages in a short time, read the mailboxes of several people on its first day, or read the secrets of many devices. Attackers phish colleagues and customers from stolen mailboxes. An application sends mail faster than a person, without a sign-in, and with the mailbox owner’s name and signature. With the passwords of all computers, an attacker moves through the organization without malware.',
  conditions: `- A third-party application that the tenant first used in the last three days sends twenty messages within six hours, perhaps from several accounts.
- Mail and Teams chat messages that a client sends through Microsoft Graph count as messages. The Teams apps have their own API.
- An application without a user reads twenty local administrator passwords or BitLocker recovery keys through Microsoft Graph within six hours, regardless of its age and network. The directory audit log also contains these reads, but does not count: it names only the service principal, so no approval could match.
- An application of another organization reads mail on its first day, after at least three accounts granted it access. The rule requires twenty records with ten messages each within six hours, from any provider. The mail connector of a new CRM system reads about three messages for each record. Networks where the account has signed in for a week do not count, because a mail program loads a mailbox there.
- Does not alert on approved applications, within the tier and the time of their approval.
- Does not alert on Microsoft clients. Another rule covers Graph Explorer and Microsoft command-line clients in a new network.
- Does not alert on people who read passwords or recovery keys. After a faulty update, a help desk reads very many of them.`,
  falsePositives: [
    'A newsletter, invoicing or support product sends mail.',
    'A user runs a mail merge.',
    'A department connects an assistant that first reads all mail. Approve it for use.',
    'A product for backup, privileged access or inventory copies the passwords of all computers: approve its use.',
  ],
  investigation: `- **Application**: \`service.name\`, \`service.id\` (group-by field); **account**: \`user.email\`, or \`oauth.account.id\` for chats. The Graph log contains no recipients: list the new chats of the account in Teams.
- **Secrets of devices**: \`url.path\` and \`source.ip\` of the events; sign-ins of the application at that time, and their networks.
- **Messages sent**: subjects (\`email.subject\`) and recipients of the messages; attachments.
- **First consent**: its \`consent\`, and earlier \`app_use\` on the same mailbox: an attacker reads before sending.
- **Responses**: inbox rules and deletions that hide them.`,
  response: `1. Ask the mailbox owner.
2. If the messages were not intended: delete the grant, revoke sessions, and reset the password; recall or remove the messages inside the organization and warn external recipients.
3. If secrets of devices were read: remove the credentials of the application, and rotate the passwords and keys of these devices.`,
  evasion:
    'The application sends fewer than twenty messages or reads fewer than twenty secrets in six hours, waits for three days after its first use, or reads the mail of only two people or fewer than ten messages at a time.',
  parameters: { messages: 'threshold.value', usedDays: 'oauth.app.used_days <' },
  references: ['https://learn.microsoft.com/en-us/graph/api/bitlockerrecoverykey-get'],
  requires: ['log:mailbox-send'],
  setup:
    'Requires the entity store of the pipeline, and Microsoft Graph activity logs for chats and secrets of devices.',
})
