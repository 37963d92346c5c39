import { scenario } from '../../../lib/scenario.ts'
import { payrollSignsIn } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'A dormant application receives a new secret',
  steps: [
    { ...payrollSignsIn, at: 'PT0S', repeat: { every: 'P1D', times: 5 } },
    { sample: 'm365/credential-secret-added', at: 'P90D' },
  ],
})
