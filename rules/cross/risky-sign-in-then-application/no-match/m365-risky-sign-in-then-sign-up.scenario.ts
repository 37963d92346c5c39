import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs up to a tool for sign-in only after a high-risk sign-in',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      replace: {
        '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"',
        'mara.voss': 'jonas.reimer',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
      },
    },
    { sample: 'm365/consent-user-sign-in-only', at: 'PT21M' },
  ],
})
