import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An administrator consents for the tenant, and days later an application extends the grant without a consent screen',
  steps: [
    { sample: 'entra/audit-consent-tenant-wide', at: 'PT1M' },
    { sample: 'm365/delegated-grant-extended', at: 'P5D' },
  ],
})
