import { scenario } from '../../../lib/scenario.ts'
import { payrollSignsIn } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An application receives an owner and a redirect address, and signs in from a network that it never used',
  steps: [
    { ...payrollSignsIn, at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    { sample: 'm365/owner-added', at: 'P17D' },
    { sample: 'm365/application-redirect-added', at: 'P18D' },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P20D',
      personas: { 'Harbour CRM Connector': 'Payroll Bridge' },
      replace: { '198.51.100.90': '192.0.2.33' },
    },
  ],
})
