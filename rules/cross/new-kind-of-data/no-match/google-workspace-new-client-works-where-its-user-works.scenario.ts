import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes a client on their own computer, which lists mail from the usual network of the user',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: ['PT1H', 'P20D'],
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P40D',
      replace: { t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj: 't6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hk', '417730926581': '417730926582' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P40DT20M',
      replace: {
        t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj: 't6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hk',
        '417730926581': '417730926582',
        '203.0.113.140': '198.51.100.71',
      },
    },
  ],
})
