import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account is disabled in Microsoft, and an application continues to call for a namesake in Google',
  steps: [
    { sample: 'm365/account-disabled', at: 'P5D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P7D',
      replace: { 'lena.ostrow@northpier.example': 'mara.voss@partner.example' },
    },
  ],
})
