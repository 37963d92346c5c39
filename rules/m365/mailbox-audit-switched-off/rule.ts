import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0ad7d717-a696-421a-89d9-6f7439047841',
  name: 'Exchange Online Audit Logging Disabled',
  severity: 'medium',
  attack: ['T1671', 'T1562.008'],
  datasets: ['o365.audit'],
  language: 'kuery',
  query: `event.outcome: "success" and (o365.audit.Parameters.AuditBypassEnabled: "True" or o365.audit.Parameters.AuditEnabled: "False"
    or o365.audit.Parameters.AuditDisabled: "True" or o365.audit.Parameters.UnifiedAuditLogIngestionEnabled: "False")`,
  description:
    'An administrator exempted an account from mailbox auditing, disabled auditing for a mailbox or for the organization, or stopped the unified audit log. Only these records show which mail an application reads: without them, `MailItemsAccessed` stops, and all rules on mail access stop alerting.',
  falsePositives: [
    'A backup or migration account is exempted in a planned change because it fills the log.',
    'Cleanup of a shared or resource mailbox.',
  ],
  triage: `#### Investigation

- **Disabled setting**: \`event.action\`. \`Set-MailboxAuditBypassAssociation\` (an account) and \`Set-Mailbox\` name the target in \`o365.audit.Parameters.Identity\`; \`Set-OrganizationConfig\` affects every mailbox, \`Set-AdminAuditLogConfig\` the log of the whole tenant.
- **Actor**: \`user.email\`, from \`source.ip\`. Does the account administer Exchange, and did it sign in as usual?
- **Possible reason**: application access to that mailbox or account: \`consent\` and \`app_use\` with this \`oauth.account.name\` in the preceding days.
- **Related activity**: inbox rules (\`New-InboxRule\`), delegates (\`Add-MailboxPermission\`) and grants by the same account.

#### Response

1. Enable auditing again first: \`Set-MailboxAuditBypassAssociation -AuditBypassEnabled $false\`, \`Set-Mailbox -AuditEnabled $true\`, \`Set-OrganizationConfig -AuditDisabled $false\` or \`Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $true\`.
2. Ask the administrator. If the change was not intended: treat the account as compromised.
3. For the period without records, use the remaining sources: sign-ins, Microsoft Graph activity, the grants themselves.`,
  evasion: 'The attacker accesses mailboxes without changing their auditing.',
  references: ['https://learn.microsoft.com/en-us/purview/audit-mailboxes'],
  version: 2,
  changes: [{ version: 2, alerts: 'other', what: 'severity is medium: it hides an attack, and is none by itself' }],
  tests: {
    match: [{ sample: 'm365/mailbox-audit-bypassed' }],
    noMatch: [{ sample: 'm365/mailbox-forwards-outside' }],
  },
})
