import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four applications are registered within an hour',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT3M',
      repeat: { every: 'PT20M', times: 4 },
      personas: { 'Payroll Bridge': 4 },
    },
  ],
})
