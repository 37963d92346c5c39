import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs in with high risk, and another user consents to an application',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      personas: { 'mara.voss': 'ole.brandt' },
      replace: { '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"' },
    },
    { sample: 'm365/consent-user-mail', at: 'PT21M' },
  ],
})
