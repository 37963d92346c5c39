import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Mailbox auditing is turned on again',
  steps: [
    { sample: 'm365/mailbox-audit-bypassed', at: 'PT1M', replace: { '"Value": "True"': '"Value": "False"' } },
    {
      sample: 'm365/mailbox-audit-bypassed',
      at: 'PT3M',
      replace: { 'Set-MailboxAuditBypassAssociation': 'Set-Mailbox', AuditBypassEnabled: 'AuditEnabled' },
    },
    {
      sample: 'm365/mailbox-audit-bypassed',
      at: 'PT5M',
      replace: {
        'Set-MailboxAuditBypassAssociation': 'Set-OrganizationConfig',
        AuditBypassEnabled: 'AuditDisabled',
        '"Value": "True"': '"Value": "False"',
      },
    },
    {
      sample: 'm365/mailbox-audit-bypassed',
      at: 'PT9M',
      replace: {
        'Set-MailboxAuditBypassAssociation': 'Set-AdminAuditLogConfig',
        AuditBypassEnabled: 'UnifiedAuditLogIngestionEnabled',
      },
    },
  ],
})
