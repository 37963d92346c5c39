import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four applications are deleted within ten minutes',
  steps: [
    {
      sample: 'm365/application-deleted',
      at: 'PT3M',
      repeat: { every: 'PT3M', times: 4 },
      personas: { 'Payroll Bridge': ['Berth Planner', 'Route Optimizer', 'Customs Gateway', 'Yard Sensors'] },
    },
  ],
})
