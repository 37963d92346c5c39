import { scenario } from '../../../lib/scenario.ts'
import { revokedTokenRefused } from '../../scenarios/steps.ts'
import resetAndRefusedForDays from './reset-and-refused-for-days.scenario.ts'

export default scenario({
  ...resetAndRefusedForDays,
  title: 'Two weeks after a password reset, an application tries old tokens repeatedly',
  steps: resetAndRefusedForDays.steps.with(-1, {
    ...revokedTokenRefused,
    at: 'P19D',
    repeat: { every: 'PT2M', times: 12 },
  }),
})
