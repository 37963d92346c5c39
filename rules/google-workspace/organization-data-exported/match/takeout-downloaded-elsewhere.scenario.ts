import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user schedules Takeouts in the office, and one is downloaded from a new network',
  steps: [
    {
      sample: 'google-workspace/takeout-started',
      at: ['P0D', 'P20D'],
      replace: { STARTED_USER_TAKEOUT: 'SCHEDULED_USER_TAKEOUT' },
    },
    {
      sample: 'google-workspace/takeout-started',
      at: 'P21D',
      replace: { '198.51.100.23': '203.0.113.121', STARTED_USER_TAKEOUT: 'DOWNLOADED_USER_TAKEOUT' },
    },
  ],
})
