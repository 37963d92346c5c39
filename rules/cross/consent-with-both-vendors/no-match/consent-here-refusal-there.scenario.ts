import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A consent in Microsoft 365 fails, and the same person authorizes an application in Google',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1H',
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT3H',
      replace: { 'lena.ostrow': 'mara.voss', '118204417730926514083': '100123456789012345678' },
    },
  ],
})
