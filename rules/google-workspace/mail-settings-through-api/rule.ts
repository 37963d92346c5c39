import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'fe91c092-c5b1-4803-8ee0-a3eabf16bc61',
  name: 'Google Workspace Gmail Settings Changed or Vault Data Exported by an OAuth Application',
  severity: 'high',
  attack: ['T1671', 'T1114.003', 'T1213'],
  datasets: ['google_workspace.token'],
  omits: {
    'gcp.audit': 'This log contains no calls to Gmail settings or Vault.',
    'google_workspace.calendar': 'This log contains no calls to Gmail settings or Vault.',
    'google_workspace.chat': 'This log contains no calls to Gmail settings or Vault.',
    'google_workspace.drive': 'This log contains no calls to Gmail settings or Vault.',
    'google_workspace.gmail_reports': 'This log contains no calls to Gmail settings or Vault.',
    'google_workspace.keep': 'This log contains no calls to Gmail settings or Vault.',
  },
  repeats: { within: '7d', by: ['service.id', 'oauth.activity.method'] },
  query: `oauth.action: "app_use" and oauth.activity.method: * and not oauth.app.first_party: true
  and ((oauth.activity.method: (gmail.users.settings.forwardingAddresses.* or gmail.users.settings.delegates.* or gmail.users.settings.filters.*
        or gmail.users.settings.sendAs.create or gmail.users.settings.updateAutoForwarding)
      and not oauth.activity.access: ("list" or "read") and not oauth.activity.method: *.delete
      and not (oauth.activity.method: gmail.users.settings.filters.* and (oauth.app.allowed: true
        or (oauth.app.kind: "service_account" and oauth.app.used_days >= 14)))
      and not (oauth.app.used_days >= 14 and not oauth.activity.method_age_hours: *
        and (oauth.app.kind: "service_account" or oauth.activity.method: gmail.users.settings.filters.*)))
    or (oauth.activity.method: ("vault.matters.exports.create" or "vault.matters.exports.get") and oauth.app.used_days < 1 and oauth.grant.age_days < 1))`,
  skipsApprovedApps: true,
  yields: ['cross/grant-survives-reset'],
  description:
    'A third-party application added a forwarding address, a delegate, a filter or a sender address to a mailbox. Each setting sends mail to another party or hides it from its owner, and remains after the application’s token is revoked. Removals raise no alert. The rule also alerts if an application creates or downloads an export of Google Vault on the first day of its grant: Vault contains the mail, files and chats of other users.',
  conditions: `- Ignores filters that an application has added for more than a week, after two weeks of use, and any setting that a service account has changed for as long. Another rule covers use from a new network.
- Does not alert on filters that a service account adds after two weeks of use, and filters of an approved application.
- A medium-severity rule covers a new application that changes IMAP, POP, the reply address or the automatic reply.`,
  falsePositives: [
    'A help desk, migration or signature product manages such settings.',
    'The legal department connects an eDiscovery service and starts its first export.',
  ],
  investigation: `- **Mailbox**: \`oauth.account.name\`.
- **API call**: \`oauth.activity.method\`. Check the current settings of the mailbox: forwarding, delegates, filters, send-as.
- **Export**: in the Vault log, \`google_workspace.vault.target_user\` of the records with the same client (\`service.id\`).
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`; time and source of its authorization (\`consent\`).
- **Other accounts**: the same method on other accounts by the same \`oauth.app.id\`.`,
  response: `1. Ask the mailbox owner.
2. If the change or the export was not intended: remove the setting, revoke the application’s tokens and the sessions of its account, and treat the exported data as exposed.
3. Search outgoing mail for the added address.`,
  evasion:
    'The attacker changes the settings in the web interface with a stolen session, changes only the reply address of an existing sender after a week of use, takes over an application that adds filters every week, or waits a day before the export.',
  references: ['https://developers.google.com/gmail/api/guides/settings'],
  requires: ['license:google-enterprise'],
  tests: { noMatch: [{ sample: 'google-workspace/token-activity-gmail' }] },
})
