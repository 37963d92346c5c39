import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Grants are created for five people without a consent',
  start: '2026-03-11T07:00:00Z',
  steps: [
    {
      sample: 'm365/delegated-grant-added',
      at: 'PT1H',
      repeat: { every: 'PT1H', times: 5 },
      personas: { 'mara.voss': 5 },
    },
  ],
})
