import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five people are blocked from consent, each to a different application',
  steps: [
    {
      sample: 'm365/consent-blocked-risky',
      at: 'PT1H',
      repeat: { every: 'PT1H', times: 5 },
      personas: { 'mara.voss': 5, 'Invoice Sync Helper': 5 },
    },
  ],
})
