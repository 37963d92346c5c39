import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Google starts a scheduled Takeout, hours after the user signed in from a new network',
  steps: [
    {
      sample: 'google-workspace/takeout-started',
      at: 'P0D',
      replace: { STARTED_USER_TAKEOUT: 'SCHEDULED_USER_TAKEOUT' },
    },
    {
      sample: 'google-workspace/takeout-started',
      at: 'P20D',
      replace: { '198.51.100.23': '203.0.113.121', STARTED_USER_TAKEOUT: 'COMPLETED_USER_TAKEOUT' },
    },
    { sample: 'google-workspace/takeout-started', at: 'P20DT4H', replace: { '  "ipAddress": "198.51.100.23",\n': '' } },
  ],
})
