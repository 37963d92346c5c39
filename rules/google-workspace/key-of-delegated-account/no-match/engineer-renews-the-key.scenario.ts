import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An engineer who created a key nine days ago renews the key of a service account that signs token requests',
  steps: [
    { sample: 'google-cloud/audit-service-account-key-created', at: 'PT0S' },
    { sample: 'google-cloud/audit-token-signed-by-service-account', at: 'P1D' },
    { sample: 'google-cloud/audit-service-account-key-created', at: 'P9D' },
  ],
})
