import { scenario } from '../../../lib/scenario.ts'
import resetAndRefusedForDays from './reset-and-refused-for-days.scenario.ts'

export default scenario({
  ...resetAndRefusedForDays,
  title: 'Two weeks after a password reset, an application tries old tokens repeatedly',
  steps: resetAndRefusedForDays.steps.with(-1, {
    sample: 'entra/signin-user-app',
    at: 'P19D',
    repeat: { every: 'PT2M', times: 12 },
    replace: { '"errorCode": 0': '"errorCode": 50173', '"resultType": "0"': '"resultType": "50173"' },
  }),
})
