import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Both accounts of a leaver are disabled; another rule covers the application that still calls',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/account-disabled', at: 'P5D' },
    {
      sample: 'google-workspace/admin-user-suspended',
      at: 'P5DT1H',
      replace: {
        'lena.ostrow@northpier.example': 'mara.voss@mail.northpier.example',
      },
    },
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
