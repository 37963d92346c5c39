import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'd6f6833b-9744-43df-a130-88849d71b57a',
  type: 'threshold',
  name: 'Burst of Data Access by an OAuth App from a New Network, or by Visitors to Files It Shared',
  severity: 'high',
  attack: ['T1671', 'T1550.001', 'T1114.002', 'T1213', 'T1485'],
  datasets: ['o365.audit', 'azure.graphactivitylogs', 'google_workspace.token', 'google_workspace.drive'],
  query: `(oauth.act.link_by: * and oauth.act.further_file: true)
  or (oauth.action: "app_use" and not event.outcome: "failure"
  and oauth.activity.kind: ("mail" or "file" or "chat" or "contacts" or "directory")
  and ((oauth.activity.network_age_hours < 1 and not oauth.activity.network_new: true and not (oauth.activity.access: "delete" and oauth.activity.kind: "mail")
      and not (event.dataset: "o365.audit" and oauth.activity.access: "permission" and oauth.activity.kind: "file" and saas.sharing.external: true and not oauth.act.further_file: true) and oauth.app.tier_held: ("critical" or "high"))
    or (oauth.activity.account_age_hours < 24 and oauth.account.network_new: false and oauth.account.network_age_hours < 24
      and oauth.app.used_days >= 14 and oauth.activity.access: ("read" or "sync" or "export")
      and not (oauth.app.granters_new >= 3 and oauth.app.established: true and not saas.source.hosting: true))
    or (oauth.activity.kind: "file" and oauth.activity.access: ("read" or "export") and saas.source.hosting: true and oauth.app.used_days < 14 and oauth.app.tier_held: ("critical" or "high")
      and not oauth.account.network_new: false and not oauth.app.approved: true and not oauth.app.known_abused_verdict: "mail-client")
    or (oauth.activity.kind: "file" and oauth.activity.access: ("read" or "export") and oauth.app.used_days < 3 and oauth.app.tier_held: ("critical" or "high")
      and not oauth.account.network_new: false and not oauth.app.approved: true and not oauth.app.known_abused_verdict: "mail-client"
      and file.name: (*assword* or *asswort* or *ogins* or *VPN* or *vpn* or *credential* or *Credential* or *secret* or *Secret* or *.kdbx or *.pfx or *.pem or *.ppk or *.ovpn or *id_rsa*) and not file.name: *ecretar*)
    or (oauth.activity.kind: "mail" and oauth.activity.access: "send" and oauth.app.tier_held: ("critical" or "high")
      and not oauth.account.network_new: false and not oauth.app.approved: true and not oauth.app.known_abused_verdict: "mail-client"
      and ((oauth.grant.from_new_network: true and oauth.grant.age_days < 7) or (saas.source.hosting: true and oauth.app.used_days < 14)))
    or (oauth.activity.server_of: * and oauth.activity.access: ("list" or "read" or "sync" or "export")
      and not oauth.account.network_new: false and not oauth.app.approved: true)
    or (oauth.activity.access: ("read" or "export") and oauth.app.kind: "native" and (oauth.activity.two_places: true
      or (oauth.grant.from_new_network: true and oauth.grant.age_days < 7 and (oauth.account.network_new: true or oauth.account.network_age_hours < 168)
        and oauth.app.tier_held: ("critical" or "high") and not oauth.app.known_abused_verdict: "mail-client"
        and not (oauth.app.granters_new >= 3 and oauth.app.established: true and not saas.source.hosting: true)))
      and not google_workspace.token.client.type: ("NATIVE_ANDROID" or "NATIVE_IOS"))
    or (oauth.activity.access: "delete" and oauth.activity.kind: "file" and oauth.activity.method_age_hours < 168
      and (oauth.activity.network_age_hours < 168 or (not oauth.account.network_new: false and not oauth.app.approved: true
        and (event.action: ("delete" or "FileDeletedFirstStageRecycleBin" or "FileDeletedSecondStageRecycleBin") or oauth.activity.method: (drive.files.delete or *permanentDelete)))))
    or (oauth.activity.access: "permission" and oauth.activity.kind: "file" and saas.sharing.external: true and oauth.act.further_file: true
      and not oauth.account.network_new: false and not oauth.app.approved: true
      and (oauth.grant.age_days < 30 or oauth.activity.network_age_hours < 168 or oauth.activity.access_age_hours < 24))
    or (event.dataset: "google_workspace.drive" and event.action: "rename" and file.name: (*.pdf.* or *.docx.* or *.xlsx.* or *.pptx.* or *.jpg.* or *.csv.*)
      and not file.name: (*.pdf or *.docx or *.xlsx or *.pptx or *.jpg or *.csv or *.zip or *.gz or *.txt or *.bak)))
  and not oauth.grant.app_only: true and not oauth.app.kind: "service_account" and not oauth.app.first_party: true)`,
  yields: ['google-workspace/mail-settings-through-api'],
  interval: '15m',
  within: '1h',
  threshold: { field: ['service.id'], value: 7 },
  skipsOwnNetworks: true,
  repeats: { within: '7d' },
  description:
    'An application used data many times from a new network or a rented server, added an unknown extension to the names of files, deleted files, opened files to outsiders, or sent many messages. The rule also alerts if visitors read many files that an application opened. Tokens stolen from the vendor of the application, or from a device, work from anywhere: the attacker needs no sign-in, no consent and no MFA. A vendor that moves to another provider makes few calls at first, but an attacker reads data at once. An intruder can also add a mail program with a stolen session, obtain consent by phishing, or encrypt files.',
  conditions: `- An application uses the data of its users eight times within its first hour in a new network, after at least two weeks in known networks. A medium-severity rule reports the first use from a new network, and this rule counts the seven following uses.
- The rule also counts the items that a known application reads for an account on the day when the account first uses both the application and the network. An intruder with a stolen session adds a mail program, and no record shows a consent.
- The rule also counts the files that an application with high or critical permissions reads from a rented server (\`saas.source.hosting\`) in its first two weeks, if the account owner never signed in from there. An intruder obtains consent by phishing, and downloads slowly.
- The rule also counts files whose names suggest passwords, logins or keys, if an application with high or critical permissions reads them in its first three days, from a network where the account never signed in. An intruder who obtained consent by phishing first searches the drive for such names.
- A program on a computer of a Google user reads data in a country that is new to the program, while the program also works in the usual country (\`oauth.activity.two_places\`). An intruder uses a stolen token of a mail program.
- A program on a computer of a Google user reads data. The program received its access in the last week, on the account’s first day in this network. An intruder uses a stolen session and a copy program.
- An application with high or critical permissions sends seven messages in an hour. Either its user granted the access from a new network in the last week, or the application sends from a rented server in its first two weeks. Networks where the account has signed in do not count. An intruder with a stolen session consents to a mail merge product, and sends fake invoices to all contacts.
- Within two weeks of its first use, an application reads data from the same address as another new application, which changed or shared files or sent messages (\`oauth.activity.server_of\`). The account never used the other application. An intruder changes the links in the shared documents of a victim, and colleagues who follow the links consent to a second client on the same server.
- An application adds an unknown extension to the names of seven documents in Google Drive in an hour, from any network. Ransomware renames encrypted files this way.
- An application opens seven files to people outside the organization in an hour, in the month after its grant, in its first week in a network, or on its first day of sharing. Each file counts once a day, because one share causes several records (\`oauth.act.further_file\`). In Microsoft 365, this also applies to the first hour in a new network. A link that anyone can open remains after the tokens are revoked. Networks where the account has signed in do not count.
- Excludes reads by a known application during a rollout, because a new program loads the whole mailbox at once, even in a hotel. Reads from a rented server still count. In a rollout, at least five colleagues have used the application for a month, and three other people granted it access for the first time in the last week.
- Visitors without an account read seven files in an hour, and an application opened these files, or a folder above them, to people outside the organization (\`oauth.act.link_by\`). The first file that a network reads does not count, because a customer usually opens only the document that was sent to them. Each further file counts once a day for each network (\`oauth.act.further_file\`). Only the month after the application first opened a file counts, and only the first 200 files and folders that it opened. The links still work after the consent ends.
- Within an hour, an application deletes seven files in a new network: in its first hour there, or in its first week there if it deleted files for the first time in that week.
- Within an hour, from any network where the account never signed in, an application deletes seven files permanently or empties the recycle bin or trash. The application has been known for two weeks, and first deleted files in the last week. An AI assistant that follows instructions in a malicious message can destroy many files in minutes.
- Does not alert on deleted mail, which another rule covers. Deleted chats, contacts and directory objects count in the first hour of an application in a new network.`,
  falsePositives: [
    'Customers each read several files that a newly introduced product shares. Approve the product for use.',
    'A vendor moves a product with many users to another provider in one day.',
    'A user connects a backup tool to a drive with many files whose names suggest credentials. Approve the application for use.',
    'A small vendor runs a new product on a rented server. Approve the application for use.',
    'A user connects a mail merge product while traveling, or one that runs on a rented server. Approve the application for use.',
    'A user connects a copy or backup program on the first day in a new network.',
    'A user has the same program on a computer at home and on one abroad, and never signs in abroad.',
    'A user encrypts documents with a program that adds its own extension.',
    'A known product starts to delete expired files permanently. Approve the product for use.',
    'A team publishes its files with a product that it connected in the last month. Approve the product for use.',
  ],
  investigation: `- **Application and network**: \`service.id\` (group-by field); \`oauth.app.name\`, \`source.ip\`, \`source.as.organization.name\` of the events: is it a provider that the vendor names, a VPN or a hosting company?
- **Use in the old network**: other records with the same \`oauth.app.id\` in that hour. If both networks are active, the application has not moved.
- **Accounts and data**: \`oauth.account.name\`, \`oauth.activity.kind\`, \`oauth.activity.method\`, \`file.name\`.`,
  response: `1. If the application renamed files: revoke its tokens first, then restore earlier versions of the files from Drive. If it deleted files: restore them from the recycle bin or the trash. If it opened files: also remove the links (\`event.action\`, \`file.name\`).
2. Ask the vendor whether its tokens or keys were stolen, and request its log of token use.
3. Revoke the tokens of the application for all its accounts. \`consentry apps contain ID\` prints the commands.
4. Search the data that was read for passwords, keys and tokens, and replace them.`,
  evasion:
    'The attacker makes fewer than eight calls an hour, works from the network of the vendor’s provider, adds a program that the organization is rolling out that week, waits a month before it opens files to anyone or before visitors download them, or downloads each file from a different network.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { items: 'threshold.value' },
  references: [
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
  ],
  tests: { match: [], noMatch: [] },
})
