import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to an application twenty minutes before a high-risk sign-in',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1M' },
    {
      sample: 'entra/signin-user-app',
      at: 'PT21M',
      replace: { '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"' },
    },
  ],
})
