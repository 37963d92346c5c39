import { scenario } from '../../../lib/scenario.ts'
import { payrollSignsIn } from '../../../m365/scenarios/steps.ts'

const asTomas = { 'mara.voss': 'tomas.lindqvist' }

export default scenario({
  title: 'An account that appeared in a new network today adds a secret to an application in use',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT0S', repeat: { every: 'P1D', times: 20 }, personas: asTomas },
    { ...payrollSignsIn, at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    { sample: 'entra/signin-user-app', at: 'P20D', personas: asTomas, replace: { '198.51.100.23': '192.0.2.33' } },
    { sample: 'm365/credential-secret-added', at: 'P20DT20M' },
  ],
})
