import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A second account registers an application after three months of registrations by one account',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT1H',
      repeat: { every: 'P30D', times: 3 },
      personas: { 'Payroll Bridge': 'Route Optimizer' },
    },
    {
      sample: 'm365/application-added',
      at: 'P92D',
      delivered: 'P92DT4H',
      personas: { 'tomas.lindqvist': 'jonas.reimer' },
    },
  ],
})
