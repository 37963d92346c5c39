import { scenario } from '../../../lib/scenario.ts'
import resetAndRefusedForDays from './reset-and-refused-for-days.scenario.ts'

export default scenario({
  ...resetAndRefusedForDays,
  title: 'After a password reset, an application tries its old tokens nine times in an hour',
  steps: resetAndRefusedForDays.steps.with(-1, {
    sample: 'entra/signin-user-app',
    at: 'P6D',
    repeat: { every: 'PT2M', times: 9 },
    replace: { '"errorCode": 0': '"errorCode": 50173', '"resultType": "0"': '"resultType": "50173"' },
  }),
})
