import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two applications send fifteen messages each from one mailbox',
  steps: [
    { sample: 'm365/mail-sent-by-app', at: 'PT1S', repeat: { every: 'PT5S', times: 15 } },
    {
      sample: 'm365/mail-sent-by-app',
      at: 'PT3S',
      repeat: { every: 'PT5S', times: 15 },
      personas: { 'Invoice Sync Helper': 'Berth Planner' },
    },
  ],
})
