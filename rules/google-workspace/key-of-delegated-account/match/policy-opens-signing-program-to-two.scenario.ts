import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'One policy lets a colleague and, after the colleague in the record, a service account of another project act as a service account that signs token requests',
  steps: [
    { sample: 'google-cloud/audit-token-signed-by-service-account', at: 'PT0S' },
    { sample: 'google-cloud/audit-service-account-opened-to-two', at: 'PT1H' },
  ],
})
