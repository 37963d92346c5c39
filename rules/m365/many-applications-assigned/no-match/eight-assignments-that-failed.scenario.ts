import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Eight application assignments to one account fail',
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
