import { scenario } from '../../../lib/scenario.ts'
import { revokedTokenRefused } from '../../scenarios/steps.ts'

export default scenario({
  title: 'After a password reset, an application tries its old tokens repeatedly from one address',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/sessions-revoked', at: 'P5DT1M' },
    { ...revokedTokenRefused, at: 'P6D', repeat: { every: 'PT2M', times: 6 } },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT1M',
      repeat: { every: 'PT2M', times: 3 },
      replace: { '"errorCode": 0': '"errorCode": 50132', '"resultType": "0"': '"resultType": "50132"' },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT3M',
      repeat: { every: 'PT2M', times: 3 },
      replace: { '"errorCode": 0': '"errorCode": 50133', '"resultType": "0"': '"resultType": "50133"' },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT4M',
      repeat: { every: 'PT2M', times: 3 },
      replace: { '"errorCode": 0': '"errorCode": 50089', '"resultType": "0"': '"resultType": "50089"' },
    },
  ],
})
