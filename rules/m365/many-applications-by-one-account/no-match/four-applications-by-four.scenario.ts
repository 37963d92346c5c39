import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four people each register an application within ten minutes',
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
