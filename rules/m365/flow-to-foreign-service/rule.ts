import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c2a7e1d4-6b35-4f08-9e92-d41f7b80a5c6',
  name: 'Microsoft 365 Power Automate Flow Connected to an External Service or Owned by a Guest',
  severity: 'medium',
  attack: ['T1671', 'T1020', 'T1114.003'],
  datasets: ['o365.audit'],
  query: `event.outcome: "success" and ((event.action: "PutPermissions" and user.target.email: *#ext#* and o365.audit.SharingPermission: 3)
  or (event.action: ("CreateFlow" or "EditFlow") and ((o365.audit.FlowConnectorNames: (*Office*365* or *OneDrive*for*Business* or *SharePoint* or *Teams*)
      and o365.audit.FlowConnectorNames: (*Dropbox* or *Gmail* or *Google*Drive* or *Outlook.com* or *Box* or *pCloud*
        or *Egnyte* or *MediaFire* or *Amazon*S3* or *FTP* or *SMTP* or *Telegram* or *Discord*))
    or (o365.audit.FlowConnectorNames: *HTTP* and (oauth.account.network_new: true or oauth.account.network_age_hours < 168)))
  and not (oauth.account.network_new: false and not oauth.account.network_age_hours < 168)))`,
  repeats: { within: '7d', by: ['user.id'] },
  description:
    'A user created or changed a Power Automate flow that connects mail, files or chats of the organization with external storage or mail. A flow runs on Microsoft’s servers with its own tokens. It survives a password reset and the revocation of sessions, and its copies appear to be made by Microsoft. An attacker with control of an account forwards new messages and copies new files this way. The rule also alerts on a flow with the HTTP connector, which can send data to any address, if the user first used the network in the last seven days. It ignores flows from a network where the user has signed in for a week. It also alerts if a guest becomes an owner of a flow: an owner can change the flow and use the connections of its maker.',
  falsePositives: [
    'A team exchanges files with a customer through storage that the customer chose.',
    'A supplier with a guest account builds flows for the organization, and becomes an owner.',
    'A user saves attachments to private storage without permission: a question for data protection, not for incident response.',
  ],
  investigation: `- **Flow**: \`o365.audit.FlowDetailsUrl\`, \`o365.audit.FlowConnectorNames\`; its trigger and actions in the Power Platform admin center.
- **Guest**: \`user.target.email\`; find the account that invited the guest, and the time (\`Add user\`, \`Invite external user\`).
- **Account**: \`user.email\`. Sign-ins of the account in the preceding hours: a new network, a new device, \`Microsoft Flow Portal\` for the first time?
- **Data moved**: \`app_use\` of *Microsoft Flow Service* with this \`oauth.account.name\` since then.`,
  response: `1. Ask the user, but not by email.
2. If the user did not create or share the flow: turn it off, remove the guest as an owner, delete its connections, and reset the account. A password reset alone does not stop the flow.
3. If nobody needs such flows: block the connectors with a data policy of Power Platform.`,
  evasion:
    'The attacker works from a network of the user, sends the data to an account in another Microsoft 365 organization, or shares the flow with a member account.',
  references: ['https://learn.microsoft.com/en-us/power-platform/admin/logging-power-automate'],
  tests: { match: [{ sample: 'm365/flow-created' }], noMatch: [{ sample: 'm365/flow-shared' }] },
})
