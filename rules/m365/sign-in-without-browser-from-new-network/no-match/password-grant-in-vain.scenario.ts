import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One password grant fails, and another password grant includes a second factor',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/signin-password-grant',
      at: 'P16D',
      replace: { '"errorCode": 0': '"errorCode": 50126', '"resultType": "0"': '"resultType": "50126"' },
    },
    {
      sample: 'entra/signin-password-grant',
      at: 'P16DT1M',
      replace: { singleFactorAuthentication: 'multiFactorAuthentication' },
    },
  ],
})
