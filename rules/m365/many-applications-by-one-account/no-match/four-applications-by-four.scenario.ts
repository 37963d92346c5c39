import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four people each register an application within ten minutes',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT3M',
      repeat: { every: 'PT3M', times: 4 },
      personas: {
        'tomas.lindqvist': ['mara.voss', 'ole.brandt', 'ines.moreau', 'petr.novak'],
        'Payroll Bridge': ['Berth Planner', 'Route Optimizer', 'Customs Gateway', 'Yard Sensors'],
      },
    },
  ],
})
