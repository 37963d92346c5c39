import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application calls before a revocation and within an hour after; the records arrive a day late',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-revoke-mail', at: 'P3D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P2DT23H', delivered: 'P4D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P3DT40M', delivered: 'P4DT1H' },
  ],
})
