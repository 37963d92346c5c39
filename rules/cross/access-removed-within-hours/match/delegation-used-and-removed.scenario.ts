import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client receives a delegation, reads mail, and loses the delegation after half an hour',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT0S' },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT10M',
      delivered: 'PT1H',
      personas: { 'invoice-sync': 'mail-sweeper' },
    },
    { sample: 'google-workspace/admin-delegation-removed', at: 'PT30M' },
  ],
})
