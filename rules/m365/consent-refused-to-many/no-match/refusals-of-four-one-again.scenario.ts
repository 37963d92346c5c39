import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four people are blocked from consent within a day, one of them twice',
  steps: [
    {
      sample: 'm365/consent-blocked-risky',
      at: 'PT1H',
      repeat: { every: 'PT1H', times: 5 },
      personas: { 'mara.voss': 4 },
    },
  ],
})
