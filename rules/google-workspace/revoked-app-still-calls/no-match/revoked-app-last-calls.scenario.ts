import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Calls from before a revocation, and within its hour, are logged a day later',
  start: '2026-04-06T08:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-revoke-mail', at: 'P3D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P2DT23H', delivered: 'P4D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P3DT40M', delivered: 'P4DT1H' },
  ],
})
