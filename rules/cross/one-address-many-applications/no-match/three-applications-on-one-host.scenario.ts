import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three applications sign in from one address, as usual',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT0M',
      repeat: { every: 'P1D', times: 20 },
      replace: { '198.51.100.90': '203.0.113.10' },
    },
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT1M',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Harbour CRM Connector': 'Berth Planner' },
      replace: { '198.51.100.90': '203.0.113.10' },
    },
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT2M',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Harbour CRM Connector': 'Route Optimizer' },
      replace: { '198.51.100.90': '203.0.113.10' },
    },
  ],
})
