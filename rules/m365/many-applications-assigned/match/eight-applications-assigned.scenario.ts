import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One account receives eight application assignments within minutes',
  steps: [
    {
      sample: 'm365/user-assigned',
      at: 'PT3M',
      repeat: { every: 'PT1M', times: 8 },
      personas: { 'Invoice Sync Helper': 8 },
    },
  ],
})
