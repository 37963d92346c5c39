import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Microsoft tool sends sixty messages within five minutes',
  steps: [
    {
      sample: 'm365/mail-sent-by-app',
      at: 'PT1S',
      repeat: { every: 'PT5S', times: 60 },
      personas: { 'Invoice Sync Helper': 'Graph Explorer' },
    },
  ],
})
