import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b6a1c7f0-5f0e-4e53-8a0b-6d2f1e93c4a7',
  type: 'new_terms',
  name: 'Messages Sent or Data Used in a New Way by an OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1534', 'T1566.002', 'T1550.001'],
  datasets: [
    'o365.audit',
    'azure.graphactivitylogs',
    'azure.aadgraphactivitylogs',
    'google_workspace.token',
    'google_workspace.drive',
  ],
  omits: {
    'gcp.audit': 'This log contains calls to Google Cloud, not mail, files or chats.',
    'google_workspace.calendar': 'The token log also contains the call.',
    'google_workspace.chat': 'The token log also contains the call that read or posted the message.',
    'google_workspace.gmail_reports': 'The token log also contains the call that sent the message.',
    'google_workspace.keep': 'The token log also contains the call.',
  },
  query: `not event.outcome: "failure" and oauth.action: "app_use"
  and not oauth.app.first_party: true and ((oauth.activity.access: "send" and oauth.activity.kind: "mail" and not event.dataset: "google_workspace.token"
      and oauth.grant.app_only: true and oauth.activity.access_new: true)
    or (oauth.app.used_days < 7 and ((oauth.activity.access: "send" and oauth.activity.kind: "mail" and not event.dataset: "google_workspace.token"
        and not (oauth.grant.app_only: true and (oauth.app.used_days >= 1 or (event.dataset: "azure.graphactivitylogs" and not oauth.grant.age_days >= 7))))
      or (oauth.activity.access: "permission" and oauth.activity.kind: "file" and not oauth.app.kind: ("script" or "service_account"))))
    or (oauth.activity.access: "send" and oauth.activity.kind: ("mail" or "chat") and oauth.activity.access_new: true and oauth.app.used_days >= 14
      and (event.dataset: "google_workspace.token" or not oauth.grant.age_days < 14))
    or (oauth.activity.access: "send" and oauth.activity.kind: "mail" and event.dataset: "google_workspace.token" and oauth.grant.granted_age_hours < 24
      and oauth.app.age_days < 1 and source.ip: * and not oauth.account.network_new: false and not oauth.app.kind: ("script" or "native") and not oauth.app.allowed: true)
    or (oauth.grant.unrecorded: true and oauth.app.used_days >= 14 and not oauth.app.granters_new: * and not oauth.account.network_new: false
      and oauth.activity.kind: ("mail" or "file" or "chat") and oauth.activity.access: ("list" or "read" or "sync" or "export"))
    or (oauth.activity.access: ("list" or "read" or "export" or "send") and oauth.activity.kind: ("mail" or "file" or "chat" or "contacts")
      and oauth.activity.access_new: true and (oauth.activity.network_age_hours: * or (oauth.account.network_age_hours < 168 and oauth.account.program_new: true)))
    or (oauth.activity.method: */mailboxSettings and oauth.activity.access: "write"
      and (oauth.activity.method_age_hours < 24 or (oauth.app.users >= 1 and oauth.app.users < 5 and not oauth.app.used_days >= 14 and not oauth.grant.app_only: true)))
    or (oauth.activity.access: "send" and oauth.activity.kind: "mail" and oauth.account.network_age_hours < 168
      and (oauth.activity.access_new: true or oauth.grant.age_days < 7))
    or (oauth.activity.access: ("write" or "permission") and oauth.activity.network_age_hours >= 1 and saas.source.hosting: true and oauth.app.established: true)
    or (oauth.activity.access: "permission" and oauth.activity.kind: "file" and saas.sharing.external: true
      and (oauth.activity.access_new: true or oauth.activity.access_age_hours < 1))
    or (oauth.activity.two_places: true and oauth.app.kind: "native" and event.dataset: "google_workspace.token"
      and not google_workspace.token.client.type: ("NATIVE_ANDROID" or "NATIVE_IOS"))
    or (oauth.activity.kind: "policy" and oauth.activity.access: ("write" or "delete" or "permission") and oauth.activity.access_new: true)
    or (oauth.activity.kind: ("admin" or "directory") and oauth.activity.access: "permission" and oauth.activity.access_new: true and oauth.grant.app_only: true
      and not oauth.activity.method: DELETE* and not (oauth.grant.scopes: "Application.ReadWrite.OwnedBy" and not oauth.grant.scopes: *.ReadWrite.All))
    or (oauth.activity.kind: "calendar" and oauth.activity.access: ("write" or "permission") and oauth.grant.from_new_network: true and oauth.grant.age_days < 7
      and (oauth.account.network_new: true or oauth.account.network_age_hours < 168) and oauth.app.tier_held: ("critical" or "high")
      and not oauth.app.established: true and not oauth.app.granters_new >= 3)
    or (oauth.app.kind: "agent" and not oauth.grant.app_only: true and oauth.grant.scopes_beyond: *)
    or oauth.activity.change_new: true or oauth.activity.kinds_new >= 5
    or (oauth.activity.method: ("chat.spaces.findDirectMessage" or "chat.spaces.setup") and oauth.activity.method_age_hours < 1))`,
  newTermsFields: ['service.id'],
  historyWindowStart: 'now-7d',
  yields: [
    'cross/new-account-from-new-network',
    'm365/known-abused-application',
    'cross/application-from-new-network',
    'cross/new-application-deletes-mail',
  ],
  description:
    'An application sent a message, or used data in a way that was new to it. The new use can be a list, read or download from a new network, a shared file, a policy change, or a wider range of directory data. An attacker who obtains consent by phishing, or tokens from a vendor, sends the next wave from the mailbox of the victim. Colleagues and customers trust the sender, and one message with new bank details is enough. Patient attackers read for days before they change data, or request one directory list each night.',
  conditions: `- A known application with the consent of at least three other users reads mail, files or chats of an account that never granted it access (\`oauth.grant.unrecorded\`). Does not alert if the person who acts granted access, as in a shared mailbox. The log must cover a month, and the application must have used data for two weeks. Does not alert while other people grant access, or in a network where the account itself works, because the record of a consent can arrive late. An intruder uses a stolen token or a forgotten grant.
- An application that used data for two weeks sends its first message. In Microsoft 365, the grant must be two weeks old, because users try a product when they connect it.
- A new Google application sends a message on the day of its grant, from a network where the user does not work. Does not alert on scripts, programs on a device, and applications that an administrator trusted.
- An application sends mail in Microsoft 365 in its first week. An application without a user counts only on its first day. In the log of Graph calls, it counts only if its permission is a week old, because the grant of such a permission raises its own alert.
- An application without a user sends its first message in Microsoft 365 after two weeks of other data use. A message as or on behalf of another person also counts. In Google Workspace, an application in use for two weeks sends its first message, or its first direct message in Chat.
- An application makes its first list, read, download or message of its kind in a network that the application or its account first used in the last week. An attacker with stolen tokens downloads attachments although the vendor only lists messages.
- An application with at most four users changes the settings of a mailbox in its first two weeks, or an application does so for the first time. The settings contain the automatic reply: an intruder enters another bank account there, and the sent items contain no message.
- An application sends a message from a network that the account first used in the last week, and the application either had never sent mail or received its grant in that week. An intruder connects an ordinary mail program to the account.
- A program on a computer of a Google user alternates between two countries within three days (\`oauth.activity.two_places\`): a country where the program is new and its user never signed in, then the usual country, then the new country again. A stolen token of a mail program that makes only a few calls a night never reaches a threshold, and Microsoft logs do not contain the client type.
- An application first shares files outside the organization through Google Drive or SharePoint, or a new application shares files in its first week. A malicious application shares its lure with colleagues.
- An established application writes data or shares files from a rented server (\`saas.source.hosting\`) in a network that it first used in the last week. An attacker with stolen tokens adds a silent guest to meetings.
- An application changes the calendar of a user in a network that is new to the user. In the last week, the user granted the application high or critical permissions from such a network. An intruder invites outsiders to the meetings of the incident response. The log of the API calls does not name the guests. A scheduling tool with only calendar permissions does not count, nor does a tool with many users.
- An application changes or deletes a sign-in policy for the first time, or assigns a script, an application, a configuration or a compliance policy to devices for the first time. The first write, the first deletion and the first change of permissions each count.
- An application without a user makes its first Graph call that grants a role or permission, changes a group or adds a credential, even from its usual network. The directory log shows the result, but not always the address. An application does not count if it may change only the applications that it owns.
- An application without a user changes data for the first time from a network that it first used between an hour and 30 days ago. An attacker with a leaked key reads for days, and then closes the incidents about the attack.
- Within a month, an application begins to read five kinds of directory data, such as applications, roles and policies, on at least three days. An attacker requests one list each night. Another rule counts the kinds per hour.
- An agent acts for a person, and its token contains permissions that neither the person nor an administrator granted (\`oauth.grant.scopes_beyond\`). The agent inherits them from its blueprint, or someone obtained the token by other means.`,
  falsePositives: [
    'A user connected a product that sends mail on their behalf, such as a calendar, survey or signature tool, and tried it.',
    'A user has the same program on a computer at home and on one abroad, and never signs in abroad.',
    'A vendor adds a feature, for example reminders by direct message.',
    'A user connects a product and shares files through it on the same day.',
    'A blueprint passes on permissions that an administrator approved.',
    'An application for provisioning grants its first role or permission, or a scanner gets its permission weeks before its first message.',
    'A program moves to another host, and first writes there after an hour; or a team extends its directory tool step by step.',
  ],
  investigation: `- **Application and account**: \`service.id\`, \`oauth.app.name\`, \`oauth.account.name\`.
- **Act and network**: \`oauth.activity.method\`, \`oauth.activity.access\`, \`source.ip\`: does the vendor use this network?
- **Agent**: \`oauth.grant.scopes_beyond\` among all \`oauth.grant.scopes\`; changes to its blueprint in the preceding weeks.
- **Messages sent**: \`email.subject\`, the recipients and attachments of the message in the mailbox.
- **First consent**: \`consent\` with the same \`oauth.app.id\`; data that the application read before.`,
  response: `1. Ask the account owner whether they sent the message, and ask the vendor which feature sends such messages.
2. If not: delete the grant, revoke the sessions, remove the message inside the organization, and warn external recipients.
3. If the product is legitimate: add an exception for its application.`,
  evasion:
    'The attacker sends messages in the usual way with an application that already sends messages, changes data from the network of the vendor, uses the token of a program in the country of its user, first changes data within an hour of its first use of a network, or reads fewer than five kinds of directory data a month.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { usedDays: 'oauth.app.used_days <', kinds: 'oauth.activity.kinds_new >=' },
  requires: ['log:mailbox-send'],
  tests: { match: [], noMatch: [] },
})
