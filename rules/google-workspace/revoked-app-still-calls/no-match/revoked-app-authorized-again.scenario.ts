import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application is revoked, authorized again the next day, and continues to call',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-revoke-mail', at: 'P3D' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P4D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P5D', delivered: 'P5DT6H' },
  ],
})
