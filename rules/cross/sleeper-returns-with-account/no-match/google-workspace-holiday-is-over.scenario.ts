import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A suspended user returns, and an application in use until the suspension calls again',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 50 } },
    { sample: 'google-workspace/admin-user-suspended', at: 'P50D' },
    { sample: 'google-workspace/admin-user-suspended', at: 'P60D', replace: { SUSPEND_USER: 'UNSUSPEND_USER' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P60DT5H' },
  ],
})
