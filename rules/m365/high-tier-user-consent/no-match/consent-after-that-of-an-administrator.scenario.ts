import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An administrator grants an application the mail of the tenant, and a user consents to the same three days later',
  start: '2026-03-10T08:00:00Z',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1M' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3D',
      personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
      replace: { 'Mail.ReadWrite Mail.Send offline_access': 'Mail.Read' },
    },
  ],
})
