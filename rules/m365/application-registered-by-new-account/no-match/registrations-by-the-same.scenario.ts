import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One account registers an application every two months',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT1H',
      repeat: { every: 'P60D', times: 3 },
      personas: { 'Payroll Bridge': 'Route Optimizer' },
    },
  ],
})
