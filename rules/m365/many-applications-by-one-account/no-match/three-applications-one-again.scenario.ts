import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three applications are registered within ten minutes, one of them twice',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT3M',
      repeat: { every: 'PT3M', times: 4 },
      personas: { 'Payroll Bridge': ['Berth Planner', 'Route Optimizer', 'Customs Gateway'] },
    },
  ],
})
