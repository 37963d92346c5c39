import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account is disabled by mistake in Microsoft and enabled again, and an application calls in Google',
  steps: [
    { sample: 'm365/account-disabled', at: 'P5D' },
    { sample: 'm365/account-disabled', at: 'P5DT2H', replace: { 'Disable account.': 'Enable account.' } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P7D',
      replace: {
        'lena.ostrow@northpier.example': 'mara.voss@mail.northpier.example',
        '118204417730926514083': '109417730926514083118',
      },
    },
  ],
})
