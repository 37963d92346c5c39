import { scenario } from '../../../lib/scenario.ts'
import { payrollSignsIn } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'A secret is added to an application, and used from a new network on the seventh day',
  steps: [
    { ...payrollSignsIn, at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    { sample: 'm365/credential-secret-added', at: 'P20D' },
    { sample: 'entra/signin-app-new-secret', at: 'P26DT2H' },
  ],
})
