import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new service account with domain-wide delegation reads the mail of one account twenty times',
  start: '2026-01-05T09:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: { '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926580-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj' },
    },
    { sample: 'google-workspace/token-activity-service-account', at: 'P40DT10M', repeat: { every: 'PT2M', times: 20 } },
  ],
})
