import { scenario } from '../../../lib/scenario.ts'

const asMara = {
  'lena.ostrow@northpier.example': 'mara.voss@mail.northpier.example',
  '118204417730926514083': '109417730926514083118',
}

export default scenario({
  title: 'An account is disabled in Microsoft, and an application of the same person in Google continues to read',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', replace: asMara },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT2H',
      repeat: { every: 'P1D', times: 5 },
      replace: asMara,
    },
    { sample: 'm365/account-disabled', at: 'P5D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P7D', delivered: 'P7DT3H', replace: asMara },
  ],
})
