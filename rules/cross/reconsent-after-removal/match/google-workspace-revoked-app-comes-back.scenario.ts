import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator revokes an application, and the user authorizes the application the same evening',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/admin-token-revoked', at: 'P3D' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P3DT9H' },
  ],
})
