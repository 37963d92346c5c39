import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A user exports their own data with Takeout twice in the office, and Google completes an export for a new network',
  steps: [
    { sample: 'google-workspace/takeout-started', at: ['P0D', 'P20D'] },
    {
      sample: 'google-workspace/takeout-started',
      at: 'P20DT4H',
      replace: { '198.51.100.23': '203.0.113.121', STARTED_USER_TAKEOUT: 'COMPLETED_USER_TAKEOUT' },
    },
  ],
})
