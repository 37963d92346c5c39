import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account adds a key an hour after a medium-risk sign-in',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      personas: { 'mara.voss': 'tomas.lindqvist' },
      replace: { '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "medium"' },
    },
    { sample: 'm365/credential-secret-added', at: 'PT1H' },
  ],
})
