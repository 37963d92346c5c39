import { scenario } from '../../../lib/scenario.ts'
import newApplicationReadsMailAtOnce from '../match/google-workspace-new-application-reads-mail-at-once.scenario.ts'

export default scenario({
  ...newApplicationReadsMailAtOnce,
  title: 'Two new applications read the mail of one account seven times each',
  steps: [
    ...newApplicationReadsMailAtOnce.steps.slice(0, -1),
    { sample: 'google-workspace/token-activity-gmail', at: 'P40DT10M', repeat: { every: 'PT2M', times: 7 } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P40DT11M',
      repeat: { every: 'PT2M', times: 7 },
      replace: {
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926582-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj',
        'Inbox Pilot': 'Deal Board',
      },
    },
  ],
})
