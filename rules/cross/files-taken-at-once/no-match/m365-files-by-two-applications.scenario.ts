import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two applications each download sixty files within an hour',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/file-downloaded-by-app', at: 'PT1M', repeat: { every: 'PT30S', times: 60 } },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT2M',
      repeat: { every: 'PT30S', times: 60 },
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89' },
    },
  ],
})
