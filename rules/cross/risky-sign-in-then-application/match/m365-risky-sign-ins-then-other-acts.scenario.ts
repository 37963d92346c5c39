import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account registers an application after a high-risk sign-in, and adds an owner after another one',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      personas: { 'mara.voss': 'tomas.lindqvist' },
      replace: { '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"' },
    },
    { sample: 'm365/application-added', at: 'PT1H' },
    {
      sample: 'entra/signin-user-app',
      at: 'P2D',
      personas: { 'mara.voss': 'tomas.lindqvist' },
      replace: { '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"' },
    },
    { sample: 'm365/owner-added', at: 'P2DT1H' },
  ],
})
