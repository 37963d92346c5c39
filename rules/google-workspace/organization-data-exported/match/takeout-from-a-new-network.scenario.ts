import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user exports their own data with Takeout in the office, and weeks later from a new network',
  steps: [
    { sample: 'google-workspace/takeout-started', at: 'P0D' },
    {
      sample: 'google-workspace/takeout-started',
      at: 'P20D',
      replace: { '198.51.100.23': '203.0.113.121' },
    },
  ],
})
