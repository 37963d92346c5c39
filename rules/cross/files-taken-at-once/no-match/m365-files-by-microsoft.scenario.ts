import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Microsoft tool downloads two hundred files within forty minutes',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT1M',
      repeat: { every: 'PT12S', times: 200 },
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' },
    },
  ],
})
