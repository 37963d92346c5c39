import { scenario } from '../../../lib/scenario.ts'
import newKeyFromElsewhereAfterSixDays from './m365-new-key-from-elsewhere-after-six-days.scenario.ts'

export default scenario({
  ...newKeyFromElsewhereAfterSixDays,
  title:
    'An application with a certificate receives a secret, and the secret is used from a new network on the eighth day',
  steps: newKeyFromElsewhereAfterSixDays.steps.with(-1, { sample: 'entra/signin-app-new-secret', at: 'P27DT2H' }),
})
