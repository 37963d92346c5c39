import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads mail twenty times right after its consent',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: { '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926580-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P40D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P40DT10M', repeat: { every: 'PT2S', times: 20 } },
  ],
})
