import { scenario } from '../../lib/scenario.ts'
import { payrollSignsIn } from '../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An application uses an added secret from its usual network',
  steps: [
    { ...payrollSignsIn, at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    { sample: 'm365/credential-secret-added', at: 'P20D' },
    { sample: 'entra/signin-app-new-secret', at: 'P20DT30M', replace: { '203.0.113.77': '198.51.100.90' } },
  ],
})
