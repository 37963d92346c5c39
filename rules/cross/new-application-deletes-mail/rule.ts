import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e4b90d2c-6f71-4a38-95c7-1d0e8b3f6a29',
  name: 'Mail or Mail Settings Changed, or Mail Copied, by a New OAuth App or from a New Network',
  severity: 'medium',
  attack: ['T1671', 'T1564.008', 'T1534'],
  datasets: ['google_workspace.token', 'azure.graphactivitylogs', 'o365.audit'],
  omits: {
    'gcp.audit': 'This log contains no mail.',
    'google_workspace.calendar': 'This log contains no mail.',
    'google_workspace.chat': 'This log contains no mail.',
    'google_workspace.drive': 'This log contains no mail.',
    'google_workspace.gmail_reports': 'The token log also contains the call.',
    'google_workspace.keep': 'This log contains no mail.',
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.',
  },
  query: `oauth.action: "app_use" and not oauth.app.first_party: true
  and ((oauth.app.used_days < 1 and not oauth.app.approved: true and oauth.activity.method: (gmail.users.messages.delete or gmail.users.messages.batchDelete
      or gmail.users.messages.trash or gmail.users.threads.delete or gmail.users.threads.trash))
    or (oauth.activity.kind: "mail" and oauth.activity.access: "delete" and not event.outcome: "failure"
      and (oauth.activity.network_age_hours: * or (oauth.activity.two_places: true and oauth.app.kind: "native")
        or (oauth.activity.access_new: true and oauth.account.network_new: true and oauth.app.kind: "native"
          and not google_workspace.token.client.type: ("NATIVE_ANDROID" or "NATIVE_IOS"))))
    or (not oauth.app.used_days >= 30 and not oauth.app.approved: true and not oauth.app.kind: ("service_account" or "native")
      and not oauth.grant.app_only: true and oauth.activity.method: (gmail.users.messages.insert or gmail.users.messages.import
        or POST*mailFolders*messages) and not event.outcome: "failure")
    or (not oauth.app.used_days >= 7 and not oauth.app.approved: true and not oauth.app.allowed: true and not oauth.app.kind: "service_account"
      and oauth.activity.method: (gmail.users.settings.updateImap or gmail.users.settings.updatePop or gmail.users.settings.updateVacation
        or gmail.users.settings.sendAs.patch or gmail.users.settings.sendAs.update))
    or (event.action: "MailItemsAccessed" and oauth.activity.access: "sync" and oauth.app.added_hours: * and oauth.app.tier_held: ("critical" or "high")
      and not oauth.grant.app_only: true and not oauth.app.approved: true and not oauth.app.known_abused: true))`,
  repeats: { within: '7d', by: ['service.id'] },
  description:
    'An application deleted messages within a day of its first use in the tenant. Attackers use an add-on to delete the notification about a new MFA method or a new consent before the owner reads it. The rule also covers deletions from a new network, and a new application that inserts messages into a mailbox, copies its folders, or opens it to mail programs or another reply address.',
  conditions: `- An application deletes messages within a day of its first use in the tenant.
- An application deletes mail in a network that it first used in the last week.
- A program on a computer of a Google user deletes mail in a country that is new to it, while it also works in the usual country (\`oauth.activity.two_places\`).
- A program on a computer of a Google user deletes mail for the first time, in a network where its user never signed in. An intruder with a stolen token removes traces.
- An application inserts a message into a mailbox in the month after its first use. The message was not sent, no filter checked it, and its sender can be forged, for example a supplier with a new bank account. Programs on devices do not count. Applications without a user do not count either: they migrate mail or simulate phishing.
- In the week after its first use, an application changes IMAP or POP access, the reply address or signature of a sender, or the automatic reply of a Gmail user. A mail program can then read the mailbox, or replies go to another address. Service accounts do not count: signature products use them. A high-severity rule covers forwarding, delegates, filters and new senders.
- Within a day of the creation of its service principal in the tenant (\`oauth.app.added_hours\`), an application with high or critical permissions copies a whole folder on behalf of a user. An intruder with a stolen session adds a mail program, which copies the mailbox and keeps its access when the session ends. A program that was removed and added again also counts.`,
  falsePositives: [
    'A user connected a product that removes newsletters.',
    'A user is the first in the organization to connect a particular mail program.',
    'A product that removes mail moves to another provider.',
    'A user tries a product for signatures or automatic replies.',
    'A user connected a product that moves mail from another provider, or that stores a copy of sent mail.',
  ],
  investigation: `- **Application and mailbox**: \`service.id\`, \`oauth.app.name\`, \`oauth.account.name\`.
- **Deleted messages**: search the mailbox (in Vault or eDiscovery) for messages of the preceding hour, especially notifications from Google.
- **Inserted messages**: search the mailbox for messages of that time that the Gmail log or the message trace does not contain. Check their sender, links and payment details.
- **First consent**: the preceding login and \`consent\`, with their \`source.ip\`.`,
  response: `1. Ask the user whether they connected the application.
2. If not: revoke its tokens and the user’s sessions, check for new MFA methods and recovery addresses, restore deleted messages, and remove inserted ones.`,
  evasion:
    'The application waits for a day after its first use before it deletes messages, or for a month before it inserts them, or deletes messages from the network of the application.',
  references: ['https://cloud.google.com/blog/topics/threat-intelligence/expansion-shinyhunters-saas-data-theft'],
  parameters: { usedDays: 'oauth.app.used_days <' },
  tests: { match: [], noMatch: [] },
})
