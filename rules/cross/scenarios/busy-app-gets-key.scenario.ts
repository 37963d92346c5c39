import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'An application in daily use receives a new secret',
  start: '2026-03-05T09:00:00Z',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 12 },
      personas: { 'Harbour CRM Connector': 'Payroll Bridge' },
    },
    { sample: 'm365/credential-secret-added', at: 'P11DT6H' },
  ],
})
