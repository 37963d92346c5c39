import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four applications are registered within an hour',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT3M',
      repeat: { every: 'PT20M', times: 4 },
      personas: { 'Payroll Bridge': 4 },
    },
  ],
})
