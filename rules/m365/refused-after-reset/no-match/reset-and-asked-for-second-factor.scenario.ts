import { scenario } from '../../../lib/scenario.ts'
import resetAndRefusedForDays from './reset-and-refused-for-days.scenario.ts'

export default scenario({
  ...resetAndRefusedForDays,
  title: 'After a password reset, sign-ins fail repeatedly because the second factor is missing',
  steps: resetAndRefusedForDays.steps.with(-1, {
    sample: 'entra/signin-user-app',
    at: 'P6D',
    repeat: { every: 'PT2M', times: 12 },
    replace: { '"errorCode": 0': '"errorCode": 50074', '"resultType": "0"': '"resultType": "50074"' },
  }),
})
