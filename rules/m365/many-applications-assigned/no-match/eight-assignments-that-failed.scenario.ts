import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Eight application assignments to one account fail',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/user-assigned',
      at: 'PT3M',
      personas: { 'Invoice Sync Helper': 8 },
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
      repeat: { every: 'PT1M', times: 8 },
    },
  ],
})
