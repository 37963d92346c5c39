import { scenario } from '../../../lib/scenario.ts'
import { revokedTokenRefused } from '../../scenarios/steps.ts'

export default scenario({
  title: 'After a password reset, an application tries its old tokens twice an hour',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/sessions-revoked', at: 'P5DT1M' },
    { ...revokedTokenRefused, at: 'P6D', repeat: { every: 'PT30M', times: 30 } },
  ],
})
