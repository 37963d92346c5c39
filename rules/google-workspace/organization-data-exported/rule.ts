import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f4a85c1e-7d20-49b3-8c6f-0e93b7d2a561',
  name: 'Google Workspace Data Exported or Redirected for All Users or from a New Network',
  severity: 'medium',
  attack: ['T1213', 'T1114.002', 'T1020'],
  datasets: ['google_workspace.admin', 'google_workspace.takeout', 'google_workspace.vault', 'google_workspace.alert'],
  query: `(event.action: "CUSTOMER_TAKEOUT_CREATED" and related.user: *)
  or google_workspace.alert.type: "Customer takeout initiated"
  or (oauth.action: "policy_change" and oauth.policy.name: ("Gmail settings" or "Data transfer") and not oauth.policy.direction: "tightened" and oauth.act.network_age_hours: *)
  or (event.action: ("STARTED_USER_TAKEOUT" or "SCHEDULED_USER_TAKEOUT" or "DOWNLOADED_USER_TAKEOUT" or "create-export-begin" or "export-file-download")
    and not oauth.actor_app.id: * and source.ip: * and oauth.act.network_age_hours: *)`,
  repeats: { within: '1d', by: ['organization.id', 'user.email'] },
  yields: ['google-workspace/role-granted-to-service-account'],
  description:
    'A super administrator started a data export for all users: mail, files, calendars and chats of the whole organization in one archive. Organizations export all data when they leave Google or when a court requires it, and announce the export beforehand. An attacker with such an account needs only one export. The rule also covers mail settings, file transfers, and exports with Google Takeout or Vault from a new network.',
  conditions: `- A super administrator starts a data export for all users, with the mail, files, calendars and chats of the whole organization in one archive. The admin log and the Alert Center record the export; the two records raise one alert.
- An administrator changes a mail setting for many users within a week after the first act from a new network. A compliance rule, a route, a gateway or a monitor can copy the mail of these users to another address until somebody removes the setting, and a password change does not stop the copies. Excludes a change that restricts access to mail, for example if it switches off IMAP or automatic forwarding.
- An administrator, or a program with the token of an administrator, transfers all files of one account to another account from a new network. The new owner needs no share.
- An administrator, or a client with the token of an administrator, has all mail of a person copied to another account or exports the mailbox (Email Audit API), from a new network. The act may be the first of the client there. An approved client also counts: its token may be stolen.
- A person exports an account with Google Takeout, or downloads such an export, within a week after the first act from a new network. Takeout delivers mail and files to any storage account, and needs no application.
- A person exports data of colleagues with Vault, or downloads such an export, within a week after the first act from a new network.`,
  evasion:
    'The attacker exports, changes the mail setting or transfers files through a proxy at the provider of the account owner, or waits for a week in the new network.',
  falsePositives: [
    'The organization moves to another product, or legal counsel requests the data.',
    'An administrator maintains footers or routes, or transfers files of a departed employee, while traveling or from a new internet connection.',
    'A user exports their own data with Takeout while traveling or from a new internet connection.',
  ],
  investigation: `- **Actor**: \`user.email\`; sign-ins of the account in the preceding days, with their source.
- **Source**: \`source.ip\`, \`source.geo.country_iso_code\`; \`oauth.act.network_age_hours\` is the number of hours since the account first used the network of the record. A network is a provider (\`source.as.number\`), or an address range if the record names no provider.
- **Mail setting**: \`oauth.policy.setting\`, \`google_workspace.admin.user_defined_setting.name\`. The log does not contain the addresses: open the setting in the Admin console under Apps > Google Workspace > Gmail. The Gmail log lists the destinations of each message.
- **Copies of mail**: \`user.target.email\` (the mailbox), \`google_workspace.admin.email_monitor.dest_email\` (the receiver), \`oauth.actor_app.name\` (the client). When was the receiver created?
- **Data transfer**: \`user.target.email\` (the former owner), \`oauth.policy.new\` (the new owner), \`oauth.actor_app.name\` (the program, if any). Sign-ins and consents of the new owner since then.
- **Export**: \`google_workspace.takeout.products_requested\`, \`google_workspace.takeout.takeout_destination\`; for Vault, \`google_workspace.vault.matter_id\`, \`user.target.email\`. Did the account request or download it from this network? See the sign-ins of other accounts from the same address, and their exports.
- **Other activity of the account**: domain-wide delegation, new super administrators, changed MFA methods.`,
  response: `1. Ask the other administrators whether the export or the setting was agreed. Google informs all super administrators by email.
2. If not: suspend the account. Cancel its exports in Takeout or Vault; ask Google support to stop an export of all users. An export takes hours or days; the archive cannot be downloaded before it is complete.
3. Remove the mail setting, and undo earlier changes by the account.`,
  references: [
    'https://support.google.com/a/answer/14338836',
    'https://developers.google.com/workspace/admin/email-audit/monitor-email',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/takeout',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/vault',
  ],
  tests: {
    match: [{ sample: 'google-workspace/admin-organization-exported' }, { sample: 'google-workspace/alert-takeout' }],
    noMatch: [
      { sample: 'google-workspace/alert-activity-rule' },
      { sample: 'google-workspace/admin-app-trusted' },
      { sample: 'google-workspace/admin-mail-rule-created' },
    ],
  },
})
