import { scenario } from '../../../lib/scenario.ts'
import { revokedTokenRefused } from '../../scenarios/steps.ts'

export default scenario({
  title: 'An application tries old tokens of an account without a password reset',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { ...revokedTokenRefused, at: 'P6D', repeat: { every: 'PT2M', times: 12 } },
  ],
})
