import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application tries old tokens of an account without a password reset',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    {
      sample: 'entra/signin-user-app',
      at: 'P6D',
      repeat: { every: 'PT2M', times: 12 },
      replace: { '"errorCode": 0': '"errorCode": 50173', '"resultType": "0"': '"resultType": "50173"' },
    },
  ],
})
