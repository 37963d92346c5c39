import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An administrator grants an application write access to all mail of the tenant, and a user consents to the same access three days later',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1M', replace: { 'Mail.Read': 'Mail.ReadWrite' } },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3D',
      personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
      replace: { 'Mail.ReadWrite Mail.Send offline_access': 'Mail.ReadWrite' },
    },
  ],
})
