import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Microsoft tool sends sixty messages within five minutes',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/mail-sent-by-app',
      at: 'PT1S',
      repeat: { every: 'PT5S', times: 60 },
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' },
    },
  ],
})
