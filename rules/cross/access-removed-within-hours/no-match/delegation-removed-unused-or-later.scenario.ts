import { scenario } from '../../../lib/scenario.ts'

const other = { '112044879936650172483': '112044879936650172484' }

export default scenario({
  title: 'A delegation is removed before its first use, and another is removed a day after its use',
  start: '2026-04-06T05:00:00Z',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT0S' },
    { sample: 'google-workspace/admin-delegation-removed', at: 'PT30M' },
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT1H', replace: other },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT2H',
      replace: { '104567890123456789012': '112044879936650172484' },
    },
    { sample: 'google-workspace/admin-delegation-removed', at: 'P1D', replace: other },
  ],
})
