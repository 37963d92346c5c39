import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One account receives eight application assignments within minutes',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/user-assigned',
      at: 'PT3M',
      repeat: { every: 'PT1M', times: 8 },
      personas: { 'Invoice Sync Helper': 8 },
    },
  ],
})
