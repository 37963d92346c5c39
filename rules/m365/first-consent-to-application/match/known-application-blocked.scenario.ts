import { scenario } from '../../../lib/scenario.ts'

const risky = {
  '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
  'Harbour CRM Connector': 'Invoice Sync Helper',
}

export default scenario({
  title: 'An application with consent to sign-in is blocked as risky after eight days',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1H' },
    { sample: 'm365/consent-user-sign-in-only', at: 'P91D', replace: risky },
    { sample: 'm365/consent-blocked-risky', at: 'P99D' },
    { sample: 'm365/consent-blocked-risky', at: 'P100D' },
  ],
})
