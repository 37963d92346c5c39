import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A consent, and a sign-in of high risk twenty minutes later',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1M' },
    {
      sample: 'entra/signin-user-app',
      at: 'PT21M',
      replace: { '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"' },
    },
  ],
})
