import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five people consent to a Microsoft tool within a day',
  start: '2026-03-11T07:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1H',
      personas: { 'mara.voss': 5, 'Invoice Sync Helper': 'Graph Explorer' },
      repeat: { every: 'PT1H', times: 5 },
    },
  ],
})
