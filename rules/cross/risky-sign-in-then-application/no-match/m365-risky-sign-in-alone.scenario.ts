import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs in with high risk, without further activity',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      replace: { '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"' },
    },
  ],
})
