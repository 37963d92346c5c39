import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs in with high risk, and another user consents to an application',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      replace: {
        '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"',
        'mara.voss': 'ole.brandt',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '1c8d3a80-51d4-4c19-8a0e-93f2d6a7e514',
      },
    },
    { sample: 'm365/consent-user-mail', at: 'PT21M' },
  ],
})
