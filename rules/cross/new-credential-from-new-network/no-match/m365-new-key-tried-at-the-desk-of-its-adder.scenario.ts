import { scenario } from '../../../lib/scenario.ts'
import { payrollSignsIn } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title:
    'An administrator adds a secret to an application, and tries it at the desk where the administrator has worked for weeks',
  steps: [
    { ...payrollSignsIn, at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'm365/sign-in',
      at: 'PT1H',
      personas: { 'mara.voss': 'tomas.lindqvist' },
      replace: { '198.51.100.23': '203.0.113.77' },
    },
    { sample: 'm365/credential-secret-added', at: 'P20D' },
    { sample: 'entra/signin-app-new-secret', at: 'P20DT30M' },
  ],
})
