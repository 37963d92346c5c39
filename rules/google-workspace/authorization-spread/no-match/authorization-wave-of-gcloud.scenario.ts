import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'google-workspace/authorization-wave-of-gcloud',
  title: 'Five people authorize a tool of Google within a day',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT1H',
      delivered: 'PT3H',
      replace: { '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '32555940559' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT2H',
      delivered: 'PT4H',
      replace: {
        'lena.ostrow': 'ole.brandt',
        '118204417730926514083': '118204417730926514084',
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '32555940559',
      },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT3H',
      delivered: 'PT5H',
      replace: {
        'lena.ostrow': 'ines.moreau',
        '118204417730926514083': '118204417730926514085',
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '32555940559',
      },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT4H',
      delivered: 'PT6H',
      replace: {
        'lena.ostrow': 'petr.novak',
        '118204417730926514083': '118204417730926514086',
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '32555940559',
      },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT5H',
      delivered: 'PT7H',
      replace: {
        'lena.ostrow': 'aino.lehto',
        '118204417730926514083': '118204417730926514087',
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '32555940559',
      },
    },
  ],
})
