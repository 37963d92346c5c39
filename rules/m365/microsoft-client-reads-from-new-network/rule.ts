import { rule } from '../../lib/rule.ts'

export default rule({
  id: '9f27b3e0-6c58-4d91-b4a2-1e8d0c7f5a36',
  type: 'threshold',
  name: 'Microsoft 365 Mail, Files or Directory Read by a Microsoft Client from a New Network',
  severity: 'high',
  group: 'microsoft-clients',
  attack: ['T1114.002', 'T1528', 'T1550.001'],
  datasets: ['azure.graphactivitylogs', 'azure.aadgraphactivitylogs', 'o365.audit'],
  query: `event.outcome: "success" and oauth.action: "app_use"
  and (oauth.activity.kind: ("mail" or "directory" or "file" or "chat") or oauth.activity.access: "permission" or oauth.activity.method: *estimateAccess
    or oauth.app.id: ("74658136-14ec-4630-ad9b-26e160ff0fc6" or "18ed3507-a475-4ccb-b669-d66bc9f2a36e"))
  and (oauth.account.network_new: true or oauth.account.network_age_hours < 48 or (oauth.account.other_network_age_hours: * and oauth.activity.kind: "file")
    or (oauth.account.network_age_hours < 168 and oauth.activity.kind: "mail" and oauth.activity.access: "send"))
  and ((oauth.account.factor_age_hours < 72 and oauth.app.first_party: true
      and oauth.activity.kind: ("mail" or "file" or "chat") and oauth.activity.access: ("read" or "export"))
    or (oauth.account.other_network_age_hours < 48 and oauth.account.program_new: true and oauth.app.first_party: true
      and oauth.activity.kind: "mail" and oauth.activity.access: "sync")
    or (oauth.app.id: ("d3590ed6-52b3-4102-aeff-aad2292ab01c" or "1fec8e78-bce4-4aaf-ab1b-5451cc387264" or "5e3ce6c0-2b1f-4285-8d4b-75ee78787346"
        or "27922004-5251-4030-b22d-91ecd9a37ea4" or "9199bf20-a13f-4107-85dc-02114787ef48" or "4765445b-32c6-49b0-83e6-1d93765276ca"
        or "ab9b8c07-8f02-4f72-87fa-80105867a763" or "b26aadf8-566f-4478-926f-589f601d9c74" or "d326c1ce-6cc6-4de2-bebc-4591e5e13ef0"
        or "ecd6b820-32c2-49b6-98a6-444530e5a77a" or "e9c51622-460d-4d3d-952d-966a5b1da34c" or "f44b1140-bc5e-48c6-8dc0-5cf5a53c0e34")
      and oauth.activity.kind: ("mail" or "file" or "chat") and oauth.activity.access: ("read" or "export")
      and saas.program.kind: ("shell" or "script"))
    or (oauth.app.first_party: true and oauth.activity.api: "REST" and oauth.activity.access: "sync")
    or (oauth.account.other_network_age_hours: * and oauth.account.program_new: true and event.action: ("FileDownloaded" or "FileSyncDownloadedFull")
      and oauth.app.id: ("d3590ed6-52b3-4102-aeff-aad2292ab01c" or "1fec8e78-bce4-4aaf-ab1b-5451cc387264")
      and user_agent.original: Mozilla* and not user_agent.original: (*Teams/* or *Electron/*))
    or (oauth.activity.access: "sync" and o365.audit.IsManagedDevice: false and oauth.app.id: "ab9b8c07-8f02-4f72-87fa-80105867a763")
    or (oauth.app.id: ("d3590ed6-52b3-4102-aeff-aad2292ab01c" or "1fec8e78-bce4-4aaf-ab1b-5451cc387264" or "27922004-5251-4030-b22d-91ecd9a37ea4"
        or "ab9b8c07-8f02-4f72-87fa-80105867a763" or "b26aadf8-566f-4478-926f-589f601d9c74" or "d326c1ce-6cc6-4de2-bebc-4591e5e13ef0")
      and oauth.activity.method: (*estimateAccess or "POST /invitations" or "POST /groups/{id}/members/$ref" or "POST /groups/{id}/owners/$ref"))
    or (oauth.activity.access: "permission" and oauth.app.id: "c44b4083-3bb0-49c1-b47d-974e53cbdf3c"
      and oauth.activity.method: (POST*/roleAssignments or POST*ScheduleRequests or POST*/directoryRoles/*/members* or POST*/appRoleAssign*
        or POST*/oauth2PermissionGrants or PATCH*/oauth2PermissionGrants* or POST*/addPassword or POST*/addKey))
    or oauth.app.id: ("04b07795-8ddb-461a-bbee-02f9e1bf7b46" or "1950a258-227b-4e31-a9cf-717495945fc2" or "1b730954-1685-4b74-9bfd-dac224a7b894"
    or "14d82eec-204b-4c2f-b7e8-296a70dab67e" or "aebc6443-996d-45c2-90f0-388ff96faa56" or "872cd9fa-d31f-45e0-9eab-6e460a02d1f1"
    or "29d9ed98-a469-4536-ade2-f981bc1d605e" or "de8bc8b5-d9f9-48b1-a8ad-b748da725064"
    or "74658136-14ec-4630-ad9b-26e160ff0fc6" or "18ed3507-a475-4ccb-b669-d66bc9f2a36e"))`,
  threshold: { field: ['oauth.account.id', 'service.id', 'oauth.activity.kind'], value: 1 },
  skipsOwnNetworks: true,
  repeats: { within: '7d' },
  description:
    'A Microsoft client or a mail program used mail, files, chats or the directory, or granted a permission, from a network that is new to the account. Microsoft clients need no consent, so tokens stolen from them appear in no grant. A permission for a site or a mailbox folder that Microsoft Graph grants appears in no directory log. An intruder can steal a session with a proxy, continue the session on another computer or phone, and copy the data from there.',
  conditions: `- A Microsoft command-line client, Graph Explorer, the Authentication Broker or a client that runs inside the Azure portal reads mail, files, chats or the directory, or grants a permission, from a network that the account first used within the last two days. A message that it sends counts for a week: an intruder reads first, and sends false invoices days later.
- The Azure portal itself assigns a role, grants a permission to an application, or adds a password or key to an application from such a network. An intruder continues the session of an administrator on another computer.
- Another Microsoft client, such as Office, reads mail, files or chats within three days after the account changed its second factor from another new network. An attacker who added a phone works from their own computer.
- A mail program that the account never used copies a folder from one new network, and the account signed in from another new network in the two days before. An attacker steals a session with a proxy, and moves the session to their own phone.
- A browser downloads files with the token of Office or Teams from one new network, and the account signed in from another new network in the week before. Installed programs name themselves in their user agent.
- A client with the token of Office, Teams, Outlook, OneDrive or SharePoint asks Microsoft Graph which objects the user may change, invites a guest, or adds a member or owner to a group. Tools such as GraphRunner search for groups that the user may change. The genuine clients do none of this through Microsoft Graph.
- A script or shell library reads mail, files or chats with the token of Office, Teams, Outlook, OneDrive, SharePoint or Edge. These clients run in their own programs and in browsers. Some sign-ins leave no record, so this access may be the first record of the attack.
- A Microsoft client copies a folder through Microsoft Graph (\`Client=REST\`). Each such folder counts. Only Outlook on a computer and mail programs copy folders, and they use their own protocols.
- OneDrive synchronizes files to a computer that the organization does not manage.
- Without a sign-in log, the rule compares the networks of earlier calls of Microsoft clients.
- Excludes other changes through the Azure portal itself, such as new group members and removed roles.`,
  falsePositives: [
    'An administrator uses Microsoft Graph PowerShell, the Azure CLI or the Azure portal from a hotel or a new internet connection.',
    'A user sets up a new phone or mail program while traveling, then works from the next location.',
  ],
  investigation: `- **Client**: \`oauth.app.name\`, \`service.id\`; user agent: \`user_agent.original\`.
- **Data read**: \`url.original\`, \`oauth.activity.kind\`, \`http.response.bytes\` of the calls.
- **Permission granted** (\`oauth.activity.access: permission\`): the site, folder or application in \`url.path\`, and the application that uses it since then.
- **Token**: sign-ins of the account from the same \`source.ip\`, with protocol and session.`,
  response: `1. Ask the user whether they use such a tool.
2. If not: revoke the sessions, reset the password, and look for devices, inbox rules and applications added since then.
3. List the data read: the \`$search\` terms in \`url.original\` show the attacker’s target.`,
  evasion:
    'The attacker works through a proxy at the user’s provider, continues the session in a Microsoft portal, or sets the user agent of the real client (another rule covers mail, files and chats together).',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2025/02/13/storm-2372-conducts-device-code-phishing-campaign/',
    'https://www.invictus-ir.com/news/a-defenders-guide-to-graphrunner-part-i',
  ],
  requires: ['license:entra-id-p1', 'log:azure.graphactivitylogs'],
  tests: { match: [], noMatch: [] },
})
