import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user is suspended, and a dormant application calls within hours',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 3 } },
    { sample: 'google-workspace/admin-user-suspended', at: 'P50D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P50DT5H' },
  ],
})
