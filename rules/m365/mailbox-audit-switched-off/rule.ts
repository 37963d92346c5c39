import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0ad7d717-a696-421a-89d9-6f7439047841',
  name: 'Microsoft 365 Auditing Disabled, Mail Deleted in Transport, or Mailboxes Opened',
  severity: 'medium',
  attack: ['T1671', 'T1562.008', 'T1564.008', 'T1098.002'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and (o365.audit.Parameters.AuditBypassEnabled: "True" or o365.audit.Parameters.AuditEnabled: "False"
    or o365.audit.Parameters.AuditDisabled: "True" or o365.audit.Parameters.UnifiedAuditLogIngestionEnabled: "False"
    or event.action: "Remove-ApplicationAccessPolicy"
    or (saas.mail_rule.delete: true and event.action: ("New-TransportRule" or "Set-TransportRule"))
    or (saas.mailbox.change: "access_given" and not oauth.action: "app_role_grant"
      and (oauth.account.network_new: true or oauth.account.network_age_hours < 24))
    or oauth.policy.setting: "audit plan" or (oauth.policy.setting: ("license" or "Quarantine") and oauth.act.network_age_hours: *))`,
  repeats: { within: '1d', by: ['user.email', 'event.action'] },
  description:
    'Somebody turned off auditing, set up the deletion of mail in transport, removed the mailbox limit of an application, or opened a mailbox from a new network. Only the audit records show which mail an application reads: without the event `MailItemsAccessed`, no rule on mail access can alert. Intruders also delete the warnings of security products before anyone reads them.',
  conditions: `- An administrator removes an application access policy, which limits an application with permissions for all mail to a group of mailboxes.
- An administrator exempts an account from mailbox auditing, disables auditing for a mailbox or for the organization, or stops the unified audit log.
- An administrator gives an account, or every account (\`Default\`), rights to a mailbox or one of its folders, or the right to send in its name, from a network where the administrator never signed in, or within a day of the first sign-in there. Rights to see free and busy times do not count. With the session of an administrator, an intruder gives their own account access to mailboxes, and needs no consent.
- In a license that an account keeps, only the plan of Purview Audit (Premium) is turned off.
- This plan is turned off together with other plans, or a smaller product replaces one that contains the plan, within a week of the first sign-in of the actor from a network.
- A transport rule deletes messages, or sends them to quarantine within a week of the first sign-in of the actor from a network. Other rules cover copied and redirected mail.`,
  falsePositives: [
    'A backup or migration account is exempted in a planned change because it fills the log.',
    'Cleanup of a shared or resource mailbox.',
    'A transport rule deletes the messages of an unwanted sender.',
    'A traveling administrator opens a shared mailbox to a colleague.',
    'A license template does not contain the audit plan.',
    'Roles for applications (`New-ManagementRoleAssignment -App`) replace the policy, as Microsoft recommends; the role then has a scope.',
  ],
  investigation: `- **Disabled setting**: \`event.action\`. \`Set-MailboxAuditBypassAssociation\` (an account) and \`Set-Mailbox\` name the target in \`o365.audit.Parameters.Identity\`; \`Set-OrganizationConfig\` affects every mailbox, and \`Set-AdminAuditLogConfig\` affects the log of the whole tenant.
- **License**: \`oauth.policy.name\` is the account, and \`oauth.policy.new\` lists the disabled plans or the remaining products.
- **Transport rule**: \`saas.mail_rule.conditions\` and \`saas.mail_rule.actions\`: whose messages disappear?
- **Removed policy**: \`oauth.app.id\` is its application; the permitted group is in \`o365.audit.Parameters.Identity\`. Remaining permissions: \`app_role_grant\` with that \`oauth.app.id\`.
- **Actor**: \`user.email\`, from \`source.ip\`. Does the account administer Exchange, and did it sign in as usual?
- **Possible reason**: application access to that mailbox or account: \`consent\` and \`app_use\` with this \`oauth.account.name\` in the preceding days.
- **Opened mailbox**: \`o365.audit.Parameters.Identity\`, \`o365.audit.Parameters.User\`, \`o365.audit.Parameters.AccessRights\`.
- **Related activity**: inbox rules (\`New-InboxRule\`), delegates (\`Add-MailboxPermission\`) and grants by the same account.`,
  response: `1. First create the policy again (\`New-ApplicationAccessPolicy -AccessRight RestrictAccess\`), or enable auditing again: \`Set-MailboxAuditBypassAssociation -AuditBypassEnabled $false\`, \`Set-Mailbox -AuditEnabled $true\`, \`Set-OrganizationConfig -AuditDisabled $false\` or \`Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $true\`. Turn the license plan on again, and remove the transport rule.
2. Ask the administrator. If the change was not intended: treat the account as compromised.
3. For the period without records, use the remaining sources: sign-ins, Microsoft Graph activity, the grants themselves.`,
  evasion:
    'The attacker accesses mailboxes without changing their auditing, moves an account to a group with another license, adds a mailbox to the group of the policy, opens mailboxes on the second day in a network, or opens folders in Outlook (`AddFolderPermissions`).',
  references: [
    'https://cloud.google.com/blog/topics/threat-intelligence/apt29-continues-targeting-microsoft',
    'https://learn.microsoft.com/en-us/purview/audit-mailboxes',
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac',
  ],
  tests: {
    match: [
      { sample: 'm365/mailbox-audit-bypassed' },
      { sample: 'm365/application-access-policy-removed' },
      { scenario: 'm365/audit-plan-turned-off' },
      { scenario: 'm365/audit-product-replaced-from-new-network' },
    ],
    noMatch: [{ sample: 'm365/mailbox-forwards-outside' }, { sample: 'm365/exchange-role-granted-to-application' }],
  },
})
