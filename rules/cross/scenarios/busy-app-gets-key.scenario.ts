import { scenario } from '../../lib/scenario.ts'
import { payrollSignsIn } from '../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An application in daily use receives a new secret',
  steps: [
    { ...payrollSignsIn, at: 'PT0S', repeat: { every: 'P1D', times: 12 } },
    { sample: 'm365/credential-secret-added', at: 'P11DT6H' },
  ],
})
