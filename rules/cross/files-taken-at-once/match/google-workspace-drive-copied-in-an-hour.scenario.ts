import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A delegated client exports a hundred files within half an hour',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-activity-delegated-drive',
      at: 'PT1M',
      delivered: 'PT3H',
      repeat: { every: 'PT18S', times: 100 },
    },
  ],
})
