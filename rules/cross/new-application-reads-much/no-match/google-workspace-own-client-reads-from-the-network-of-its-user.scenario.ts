import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new web client reads mail twenty times from the network where its user has signed in for weeks',
  start: '2026-01-05T09:00:00Z',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1H', replace: { '198.51.100.71': '203.0.113.140' } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: { '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926580-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P40D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P40DT10M', repeat: { every: 'PT2S', times: 20 } },
  ],
})
