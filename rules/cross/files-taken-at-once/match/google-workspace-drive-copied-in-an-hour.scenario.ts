import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A delegated client exports a hundred files within half an hour',
  steps: [
    {
      sample: 'google-workspace/token-activity-delegated-drive',
      at: 'PT1M',
      delivered: 'PT3H',
      repeat: { every: 'PT18S', times: 100 },
    },
  ],
})
