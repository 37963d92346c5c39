import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four applications are registered within ten minutes, and one record arrives late',
  steps: [
    { sample: 'm365/application-added', at: 'PT3M' },
    {
      sample: 'm365/application-added',
      at: 'PT6M',
      delivered: 'PT8M',
      personas: { 'Payroll Bridge': 'Berth Planner' },
    },
    { sample: 'm365/application-added', at: 'PT9M', personas: { 'Payroll Bridge': 'Route Optimizer' } },
    { sample: 'm365/application-added', at: 'PT12M', personas: { 'Payroll Bridge': 'Customs Gateway' } },
  ],
})
