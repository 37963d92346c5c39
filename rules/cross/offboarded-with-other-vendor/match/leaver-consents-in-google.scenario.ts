import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes an application in Google days after the deletion of her Microsoft account',
  steps: [
    { sample: 'm365/account-disabled', at: 'P1D', replace: { 'Disable account.': 'Delete user.' } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P4D',
      replace: {
        'lena.ostrow@northpier.example': 'mara.voss@mail.northpier.example',
        '118204417730926514083': '109417730926514083118',
      },
    },
  ],
})
