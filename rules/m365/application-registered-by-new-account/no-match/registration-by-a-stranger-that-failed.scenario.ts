import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new account fails to register an application, and deletes an application',
  start: '2025-12-01T09:00:00Z',
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
      personas: { 'tomas.lindqvist': 'jonas.reimer' },
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
    { sample: 'm365/application-deleted', at: 'P92DT1H', personas: { 'tomas.lindqvist': 'jonas.reimer' } },
  ],
})
