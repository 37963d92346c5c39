import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to an application twenty minutes after a high-risk sign-in',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      delivered: 'PT25M',
      replace: { '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"' },
    },
    { sample: 'm365/consent-user-mail', at: 'PT21M' },
  ],
})
