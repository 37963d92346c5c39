import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator adds eight applications, and assigns the applications to one account an hour later',
  steps: [
    {
      sample: 'm365/service-principal-added',
      at: 'PT3M',
      repeat: { every: 'PT1M', times: 8 },
      personas: { 'Invoice Sync Helper': 8 },
    },
    {
      sample: 'm365/user-assigned',
      at: 'PT1H',
      repeat: { every: 'PT1M', times: 8 },
      personas: { 'Invoice Sync Helper': 8 },
    },
  ],
})
