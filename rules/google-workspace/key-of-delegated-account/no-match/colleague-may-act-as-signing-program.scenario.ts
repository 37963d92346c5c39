import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A day after a service account signed a token request, a colleague may create its tokens',
  steps: [
    { sample: 'google-cloud/audit-token-signed-by-service-account', at: 'PT0S' },
    { sample: 'google-cloud/audit-service-account-opened-to-user', at: 'P1D' },
  ],
})
