import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application is revoked, and the user authorizes the application weeks later',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/admin-token-revoked', at: 'P3D' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P24D' },
  ],
})
