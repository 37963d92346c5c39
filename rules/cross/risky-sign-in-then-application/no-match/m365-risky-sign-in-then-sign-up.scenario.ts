import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs up to a tool for sign-in only after a high-risk sign-in',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      personas: { 'mara.voss': 'jonas.reimer' },
      replace: { '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"' },
    },
    { sample: 'm365/consent-user-sign-in-only', at: 'PT21M' },
  ],
})
