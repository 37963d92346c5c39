import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A delegation is removed before its first use, and another is removed a day after its use',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT0S' },
    { sample: 'google-workspace/admin-delegation-removed', at: 'PT30M' },
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT1H', personas: { 'mail-sweeper': 'Berth Planner' } },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT2H',
      personas: { 'invoice-sync': 'Berth Planner' },
    },
    { sample: 'google-workspace/admin-delegation-removed', at: 'P1D', personas: { 'mail-sweeper': 'Berth Planner' } },
  ],
})
