import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A user returns after two months, her telephone reads mail, and the record of the re-enablement arrives an hour later',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 8 } },
    { sample: 'google-workspace/admin-user-suspended', at: 'P9D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P70DT5M', repeat: { every: 'PT1M', times: 3 } },
    {
      sample: 'google-workspace/admin-user-suspended',
      at: 'P70D',
      delivered: 'P70DT1H',
      replace: { SUSPEND_USER: 'UNSUSPEND_USER' },
    },
  ],
})
