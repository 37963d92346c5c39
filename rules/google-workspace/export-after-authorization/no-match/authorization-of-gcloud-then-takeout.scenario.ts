import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes a Google tool, and requests a Takeout',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT1H',
      replace: { '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '32555940559' },
    },
    { sample: 'google-workspace/takeout-started', at: 'PT5H' },
  ],
})
