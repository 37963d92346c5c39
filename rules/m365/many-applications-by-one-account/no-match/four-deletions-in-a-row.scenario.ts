import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four applications are deleted within ten minutes',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/application-deleted',
      at: 'PT3M',
      repeat: { every: 'PT3M', times: 4 },
      personas: { 'Payroll Bridge': ['Berth Planner', 'Route Optimizer', 'Customs Gateway', 'Yard Sensors'] },
    },
  ],
})
