import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five people consent within a day, each to a different application',
  start: '2026-03-11T07:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1H',
      repeat: { every: 'PT1H', times: 5 },
      personas: { 'mara.voss': 5, 'Invoice Sync Helper': 5 },
    },
  ],
})
