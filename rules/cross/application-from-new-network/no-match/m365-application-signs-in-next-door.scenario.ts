import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application signs in from another address of its network',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      replace: { '198.51.100.90': '203.0.113.10' },
    },
    { sample: 'entra/signin-app-certificate', at: 'P20DT1H', replace: { '198.51.100.90': '203.0.113.11' } },
  ],
})
