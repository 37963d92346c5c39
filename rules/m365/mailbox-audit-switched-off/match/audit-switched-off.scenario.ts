import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Auditing is turned off for a mailbox, for the organization, and for the tenant log',
  steps: [
    {
      sample: 'm365/mailbox-audit-bypassed',
      at: 'PT1M',
      replace: {
        'Set-MailboxAuditBypassAssociation': 'Set-Mailbox',
        AuditBypassEnabled: 'AuditEnabled',
        '"Value": "True"': '"Value": "False"',
      },
    },
    {
      sample: 'm365/mailbox-audit-bypassed',
      at: 'PT5M',
      replace: { 'Set-MailboxAuditBypassAssociation': 'Set-OrganizationConfig', AuditBypassEnabled: 'AuditDisabled' },
    },
    {
      sample: 'm365/mailbox-audit-bypassed',
      at: 'PT9M',
      replace: {
        'Set-MailboxAuditBypassAssociation': 'Set-AdminAuditLogConfig',
        AuditBypassEnabled: 'UnifiedAuditLogIngestionEnabled',
        '"Value": "True"': '"Value": "False"',
      },
    },
  ],
})
