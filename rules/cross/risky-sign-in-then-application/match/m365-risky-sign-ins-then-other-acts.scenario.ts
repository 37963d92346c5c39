import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account registers an application after a high-risk sign-in, and adds an owner after another one',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      replace: {
        'mara.voss': 'tomas.lindqvist',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f',
        '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"',
      },
    },
    { sample: 'm365/application-added', at: 'PT1H' },
    {
      sample: 'entra/signin-user-app',
      at: 'P2D',
      replace: {
        'mara.voss': 'tomas.lindqvist',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f',
        '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"',
      },
    },
    { sample: 'm365/owner-added', at: 'P2DT1H' },
  ],
})
