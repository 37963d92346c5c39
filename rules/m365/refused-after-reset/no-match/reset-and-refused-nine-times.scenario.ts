import { scenario } from '../../../lib/scenario.ts'
import { revokedTokenRefused } from '../../scenarios/steps.ts'
import resetAndRefusedForDays from './reset-and-refused-for-days.scenario.ts'

export default scenario({
  ...resetAndRefusedForDays,
  title: 'After a password reset, an application tries its old tokens nine times in an hour',
  steps: resetAndRefusedForDays.steps.with(-1, {
    ...revokedTokenRefused,
    at: 'P6D',
    repeat: { every: 'PT2M', times: 9 },
  }),
})
