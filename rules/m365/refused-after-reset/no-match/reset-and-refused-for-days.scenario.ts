import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'After a password reset, an application tries its old tokens twice an hour',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/sessions-revoked', at: 'P5DT1M' },
    {
      sample: 'entra/signin-user-app',
      at: 'P6D',
      repeat: { every: 'PT30M', times: 30 },
      replace: { '"errorCode": 0': '"errorCode": 50173', '"resultType": "0"': '"resultType": "50173"' },
    },
  ],
})
