import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four registrations of applications fail within ten minutes',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT3M',
      personas: { 'Payroll Bridge': ['Berth Planner', 'Route Optimizer', 'Customs Gateway', 'Yard Sensors'] },
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
      repeat: { every: 'PT3M', times: 4 },
    },
  ],
})
