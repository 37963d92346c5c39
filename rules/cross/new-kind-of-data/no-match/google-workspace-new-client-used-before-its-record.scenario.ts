import { scenario } from '../../../lib/scenario.ts'

const client = { t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj: 't6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hk', '417730926581': '417730926582' }

export default scenario({
  title:
    'A client on a computer lists mail from the usual network of its user; the record of its authorization arrives late',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: ['PT1H', 'P20D'] },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P60D',
      delivered: 'P60DT1H',
      replace: client,
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P60DT2M',
      delivered: 'P60DT10M',
      replace: { ...client, '203.0.113.140': '198.51.100.71' },
    },
  ],
})
