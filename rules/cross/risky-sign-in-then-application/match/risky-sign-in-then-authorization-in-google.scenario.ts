import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person signs in with high risk in Microsoft, and authorizes an application in Google',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      replace: { '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT1H30M',
      delivered: 'PT4H',
      personas: { 'lena.ostrow': 'mara.voss' },
    },
  ],
})
