import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0ad7d717-a696-421a-89d9-6f7439047841',
  name: 'Exchange Online Mailbox Auditing Disabled',
  severity: 'high',
  attack: ['T1671', 'T1562.008'],
  datasets: ['o365.audit'],
  language: 'kuery',
  query: `event.outcome: "success" and (o365.audit.Parameters.AuditBypassEnabled: "True" or o365.audit.Parameters.AuditEnabled: "False"
    or o365.audit.Parameters.AuditDisabled: "True" or o365.audit.Parameters.UnifiedAuditLogIngestionEnabled: "False")`,
  description:
    'Somebody excepted an account from mailbox auditing, switched it off for a mailbox or for the organization, or stopped the unified audit log. What an application reads in mail is told by these records alone: without them `MailItemsAccessed` stops, and every rule on mail that is read goes quiet.',
  falsePositives: [
    'A backup or migration account is excepted on purpose, because it fills the log; there is a change for it.',
    'A shared or resource mailbox at its clean-up.',
  ],
  triage: `#### What to look at

- **What was switched off**: \`event.action\`. \`Set-MailboxAuditBypassAssociation\` (an account) and \`Set-Mailbox\` name it in \`o365.audit.Parameters.Identity\`; \`Set-OrganizationConfig\` is every mailbox, \`Set-AdminAuditLogConfig\` the log of the whole tenant.
- **Who did it**: \`user.email\`, from \`source.ip\`. An account that administers Exchange, on its usual ways?
- **Why there**: what applications hold on that mailbox or for that account: \`consent\` and \`app_use\` with this \`oauth.account.name\` in the days before.
- **What else**: mailbox rules (\`New-InboxRule\`), delegates (\`Add-MailboxPermission\`) and grants by the same account.

#### What to do

1. Switch it on again first: \`Set-MailboxAuditBypassAssociation -AuditBypassEnabled $false\`, \`Set-Mailbox -AuditEnabled $true\`, \`Set-OrganizationConfig -AuditDisabled $false\` or \`Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $true\`.
2. Ask the administrator. If it was not meant: examine the account as compromised.
3. For the time without records use what is left: sign-ins, Microsoft Graph activity, the grants themselves.`,
  evasion: 'The intruder works on mailboxes without touching their auditing.',
  references: ['https://learn.microsoft.com/en-us/purview/audit-mailboxes'],
  tests: {
    match: [{ sample: 'm365/mailbox-audit-bypassed' }],
    noMatch: [{ sample: 'm365/mailbox-forwards-outside' }],
  },
})
