import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account is disabled in Microsoft, and an application calls for the same person in Google an hour later',
  steps: [
    { sample: 'm365/account-disabled', at: 'P5D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P5DT1H',
      replace: {
        'lena.ostrow@northpier.example': 'mara.voss@mail.northpier.example',
        '118204417730926514083': '109417730926514083118',
      },
    },
  ],
})
