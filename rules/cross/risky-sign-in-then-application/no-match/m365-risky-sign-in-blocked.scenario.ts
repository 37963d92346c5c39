import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A high-risk sign-in is blocked, and the user consents to an application twenty minutes later',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      replace: {
        '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"',
        '"errorCode": 0': '"errorCode": 53003',
        '"resultType": "0"': '"resultType": "53003"',
      },
    },
    { sample: 'm365/consent-user-mail', at: 'PT21M' },
  ],
})
