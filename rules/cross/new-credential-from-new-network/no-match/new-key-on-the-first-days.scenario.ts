import { scenario } from '../../../lib/scenario.ts'
import { payrollSignsIn } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An application uses a new secret in the first days of the log source, when every network is new',
  steps: [
    { ...payrollSignsIn, at: 'PT0S', repeat: { every: 'P1D', times: 2 } },
    { sample: 'm365/credential-secret-added', at: 'P2D' },
    { sample: 'entra/signin-app-new-secret', at: 'P2DT30M' },
  ],
})
