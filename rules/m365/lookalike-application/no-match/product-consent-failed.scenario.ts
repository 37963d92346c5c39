import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Consents to products with a brand and common words fail for a fault, or are blocked with data permissions',
  steps: [
    {
      sample: 'm365/consent-failed-technically',
      at: 'PT0S',
      replace: { 'Harbour CRM Connector': 'Outlook Calendar Sync by Acme' },
    },
    {
      sample: 'm365/consent-failed-technically',
      at: 'PT1H',
      replace: {
        '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': 'a1b2c3d4-0201-4f5e-9a7c-8d6b4e2f0a13',
        'Harbour CRM Connector': 'Teams Account Planner',
        'User.Read openid profile': 'Files.ReadWrite.All openid profile',
      },
    },
    {
      sample: 'm365/consent-blocked-risky',
      at: 'PT2H',
      replace: { '"ServicePrincipal",\n      "Type": 2': '"SharePoint Invoice Reader",\n      "Type": 1' },
    },
  ],
})
