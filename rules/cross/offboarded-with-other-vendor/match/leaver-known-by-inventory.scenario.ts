import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An inventory lists a Microsoft account as disabled, and an application of the same person calls in Google',
  steps: [
    { sample: 'entra/inventory-user-disabled', at: 'PT1H', repeat: { every: 'P1D', times: 4 } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P3D',
      replace: {
        'lena.ostrow@northpier.example': 'mara.voss@mail.northpier.example',
        '118204417730926514083': '109417730926514083118',
      },
    },
  ],
})
