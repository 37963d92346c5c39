import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A dormant application receives a new secret',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 5 },
      personas: { 'Harbour CRM Connector': 'Payroll Bridge' },
    },
    { sample: 'm365/credential-secret-added', at: 'P90D' },
  ],
})
