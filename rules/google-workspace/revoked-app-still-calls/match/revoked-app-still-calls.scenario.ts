import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application is revoked, and calls two and three days later, and again after a second revocation',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-revoke-mail', at: 'P3D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P5D', delivered: 'P5DT6H' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P6D', delivered: 'P6DT6H' },
    { sample: 'google-workspace/token-revoke-mail', at: 'P7D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P9D', delivered: 'P9DT6H' },
  ],
})
