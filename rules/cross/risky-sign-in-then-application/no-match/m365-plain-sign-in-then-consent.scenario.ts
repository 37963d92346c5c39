import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to an application twenty minutes after a low-risk sign-in',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      replace: { '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "low"' },
    },
    { sample: 'm365/consent-user-mail', at: 'PT21M' },
  ],
})
