import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four third-party applications receive consent within ten minutes',
  steps: [
    {
      sample: 'm365/service-principal-added',
      at: 'PT3M',
      repeat: { every: 'PT3M', times: 4 },
      personas: { 'Invoice Sync Helper': ['Berth Planner', 'Route Optimizer', 'Customs Gateway', 'Yard Sensors'] },
    },
  ],
})
